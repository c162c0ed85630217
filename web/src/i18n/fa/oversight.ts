import type { Messages } from '../messages.ts';

export const numbers: Messages['numbers'] = {
  title: 'پشت این عدد چیست',
  count_one: '{{count}} مورد',
  count_other: '{{count}} مورد',
  sum: 'روی هم',
  span: 'از {{from}} تا {{to}}',
  sinceBeginning: 'تا {{to}}',
  part: 'از آن در اینجا',
  payer: 'پرداخت‌کننده',
  bookedOn: 'تاریخ ثبت',
  received: 'رسیده بنا بر گفتهٔ بانک',
  opening: 'ماندهٔ آغازین دفتر واردشده',
  empty: 'پشت این عدد چیزی نیست.',
};

export const refusals: Messages['refusals'] = {
  title: 'ردهای کتبی',
  one: 'رد کتبی',
  none: 'چیزی رد نشده است.',
  anyKind: 'همهٔ نوع‌ها',
  by: 'ردکننده',
  kinds: { notTakenUp: 'پذیرفته‌نشده', notApproved: 'تأییدنشده' },
  papers: {
    notTakenUp: 'ابلاغ عدم پذیرش (不予受理告知书)',
    notApproved: 'ابلاغ عدم تأیید (审核不通过告知书)',
  },
};

export const heldWork: Messages['heldWork'] = {
  title: 'کارهایی که دارنده‌شان نمی‌تواند',
  explain: 'آنچه از دیگری برمی‌آید در یک دقیقه خودبه‌خود واگذار می‌شود. آنچه اینجا می‌ماند نقشی یا همکاری کم دارد.',
  count_one: '{{count}} کار',
  count_other: '{{count}} کار',
  none: 'هر کس به آنچه در دست دارد مجاز و حاضر است.',
  any: 'هر علتی',
  what: 'کار',
  holder: 'در دست',
  role: 'نقش',
  deputy: 'قائم‌مقام: {{name}}',
  takeOver: 'برعهده گرفتن',
  taken: 'اکنون در دست شماست.',
  kinds: { step: 'مرحله', task: 'کار', stewardship: 'پیگیری' },
  why: {
    gone: 'حساب کاربری بسته است',
    away: 'غایب است',
    notOfTheRole: 'این نقش را ندارد',
    barred: 'مرحله‌ای را انجام داده که باید جدا باشد',
    nobodyElse: 'کس دیگری مجاز نیست',
  },
};

export const manualDecisions: Messages['manualDecisions'] = {
  title: 'تصمیم‌های دستی',
  explain:
    'آنچه اشخاص در این دوره بیرون از روند عادی تصمیم گرفتند، هر یک یک بار، با هر دو نام آنجا که دو نفر لازم بود.',
  month: 'ماه',
  previous: 'ماه پیش',
  next: 'ماه بعد',
  anyKind: 'همهٔ نوع‌ها',
  anyone: 'همه',
  who: 'تصمیم‌گیرنده',
  second: 'تأییدکننده',
  count_one: '{{count}} تصمیم',
  count_other: '{{count}} تصمیم',
  none: 'تصمیم دستی گرفته نشده است.',
  csv: 'به صورت CSV',
  counts: 'به تفکیک نوع و شخص',
  number: 'شمار',
  about: { alone: 'تنها به دست یک نفر' },
  kinds: {
    refusedProposal: 'پیشنهاد ردشده',
    takenOver: 'برعهده گرفته',
    held: 'توقف',
    resumed: 'ازسرگیری',
    decidedAgainst: 'رد یا برگشت',
    sentBackToCounterpart: 'فرم برگردانده‌شده',
    closedWithoutTransfer: 'پایان بدون انتقال',
    fundsAgreed: 'رفع اختلاف مبلغ',
    moneyDecided: 'وجه از آنِ کیست',
    taskClosed: 'کار بسته‌شده',
    contactChanged: 'اصلاح تلفن یا نشانی',
    statusCodeRenewed: 'کد پیگیری تازه',
    applicationRefused: 'پذیرفته‌نشده',
    absenceBegun: 'ثبت غیبت',
    absenceEnded: 'ثبت بازگشت',
  },
};
