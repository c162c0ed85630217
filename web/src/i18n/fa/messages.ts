import type { Messages } from '../messages.ts';

export const messages: Messages['messages'] = {
  title: 'پیام به بیمه‌شدگان',
  explain:
    'آنچه با درگاه پیامک فرستاده می‌شود. درگاهی که تنها متن‌های ثبت‌شدهٔ خود را می‌فرستد این‌ها را به کار نمی‌برد.',
  kind: 'پیام',
  kinds: {
    acceptance: 'پیام پذیرش',
    completion: 'پیام پایان',
    contactChanged: 'اصلاح شماره',
    formerNumber: 'به شمارهٔ پیشین',
  },
  languages: { 'zh-CN': 'چینی', en: 'انگلیسی' },
  text: 'متن',
  standard: 'متن پیش‌فرض برنامه',
  standardSince: 'بازگشت به متن پیش‌فرض برنامه از',
  since: 'برقرار از',
  from: 'از',
  kept: 'پیام‌ها از آن روز با این متن فرستاده می‌شود.',
  fields: 'خودکار پر می‌شود و باید در متن باشد: {{fields}}',
  takeStandard: 'بازگشت به متن پیش‌فرض برنامه',
  fromDay: 'از چه روزی',
  fromDayHint: 'امروز یا دیرتر؛ آنچه پیش‌تر فرستاده شده همان می‌ماند.',
  preview: 'آن‌گونه که خوانده می‌شود',
  length_one: '{{count}} پیامک، {{units}} نویسه ({{alphabet}})',
  length_other: '{{count}} پیامک، {{units}} نویسه ({{alphabet}})',
  alphabets: { gsm7: 'حروف لاتین، هر پیامک 160 نویسه', ucs2: 'نویسه‌های چینی، هر پیامک 70 نویسه' },
  defects: {
    lacks: '{{word}} در متن نیست.',
    unknownField: 'چیزی نیست که به جای {{word}} پر شود.',
    notHere: '{{word}} نباید اینجا بیاید: این شماره اکنون از آنِ کس دیگری است.',
    brace: 'آکولادی جفت ندارد.',
    link: 'نشانی صفحه نباید اینجا بیاید: کسی آن را از کلاهبرداری بازنمی‌شناسد.',
    tooLong: 'حداکثر 300 نویسه.',
  },
};
