import type { Messages } from '../messages.ts';

export const documents: Messages['documents'] = {
  title: 'نامه‌های صادرشده',
  empty: 'هنوز چیزی چاپ نشده است.',
  madeBy: 'چاپ‌کننده',
  replaced: 'جایگزین شده',
  version: 'نسخهٔ {{version}}',
  anew: 'صدور دوباره',
  preview: 'پیش‌نمایش',
  materials: 'مدارک ناقص',
  materialsHint: 'هر مدرک در یک سطر؛ همه یک‌جا گفته می‌شود.',
  promisedOn: 'روز وعده‌شده',
  note: 'توضیح',
  batch: 'چاپ نامه‌های این روز',
  kinds: {
    acceptanceSlip: 'رسید پذیرش',
    notTakenUp: 'نامهٔ عدم پذیرش',
    notApproved: 'نامهٔ عدم تأیید',
    missingMaterials: 'نامهٔ مدارک ناقص',
    promise: 'تعهد تکمیل مدارک',
  },
  words: {
    title: 'متن نامه‌ها',
    explain: 'آنچه روی نامه‌های چاپی می‌آید. آنچه چاپ شده تغییر نمی‌کند.',
    block: 'بند {{number}}',
  },
};
