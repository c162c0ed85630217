import type { Messages } from '../messages.ts';

export const taskKinds: Messages['taskKinds'] = {
  tellPerson: 'اطلاع به بیمه‌شده',
  phoneNotice: 'اطلاع تلفنی',
  lateFact: 'رویداد پس از پایان',
  parkedFact: 'رویداد بی‌مرحله',
  suspense: 'وجه معلق',
  unknownScan: 'پویش نامهٔ ناشناس',
  silentLetter: 'نامهٔ بی‌پویش',
  unknownNotice: 'پیام با نتیجهٔ نامعلوم',
  silentNotice: 'پیام بی‌رسید',
  deadLetter: 'خبری که رسانده نشد',
  stuckTransfer: 'انتقال بازمانده',
  moneyOut: 'وجه برداشت‌شده از حساب',
  bouncedRemittance: 'پرداخت ما برگشت',
  lateRemittance: 'پرداخت ما دیر شده است',
  untransferableNotice: 'ابلاغ کتبی بخش انتقال‌ناپذیر',
  incomingPaper: 'نامهٔ رسیدهٔ بررسی‌نشده',
  reversedTransfer: 'انجام برگشت انتقال نادرست',
  promise: 'انجام قول',
  brokenPromise: 'قول شکسته',
  repeatedContact: 'تماس سوم دربارهٔ یک چیز',
};

export const noticeKinds: Messages['noticeKinds'] = {
  acceptance: 'پیام پذیرش',
  completion: 'پیام پایان',
  contactChanged: 'اصلاح شماره',
};

export const noticeStates: Messages['noticeStates'] = {
  queued: 'در انتظار',
  sending: 'در حال ارسال',
  sent: 'فرستاده شد',
  delivered: 'رسید',
  failed: 'نرسید',
  unknown: 'نتیجه نامعلوم',
  notSent: 'فرستاده نشد',
};

export const noticeFailures: Messages['noticeFailures'] = {
  noGateway: 'درگاه پیامکی تنظیم نشده است',
  takesNoSms: 'این شماره پیامک نمی‌گیرد',
  closedBefore: 'پرونده پیش از ارسال بسته شد',
  noAnswer: 'درگاه پیامک پاسخ نداد',
  gatewayAnswered: 'درگاه پیامک پاسخ داد: {{status}}',
  gatewayRedirects: 'درگاه پیامک به نشانی دیگری می‌فرستد',
  gatewayUnreachable: 'درگاه پیامک در دسترس نیست',
  gatewayCertificate: 'گواهی درگاه پیامک جور نیست',
  gatewayHeldBack: 'درگاه پیامک چند پیام را به تعویق انداخته است',
  'crashed while sending': 'در میانهٔ ارسال قطع شد',
  'ledger restored': 'دفتر از نسخهٔ پشتیبان بازیابی شد',
};

export const recipients: Messages['recipients'] = {
  person: 'بیمه‌شده',
  agent: 'نمایندهٔ کارفرما',
  formerNumber: 'شمارهٔ پیشین',
};

export const schemes: Messages['schemes'] = {
  enterprise: 'کارکنان بنگاه‌ها',
  publicInstitution: 'نهادهای دولتی',
  residents: 'ساکنان شهر و روستا',
  military: 'نظامیان',
};

export const toldBy: Messages['toldBy'] = {
  window: 'در باجه',
  phone: 'تلفنی',
  sms: 'با پیامک',
  letter: 'با نامه',
};

export const contactAbouts: Messages['contactAbouts'] = {
  withdrawalAsked: 'خواسته شد که پس بگیرد: متقاضی انصراف می‌دهد',
  withdrawalAgreed: 'با انصراف متقاضی موافق است',
};

export const contactChannels: Messages['contactChannels'] = {
  phone: 'تلفن',
  letter: 'نامه',
  platform: 'سامانهٔ سراسری',
  visit: 'حضوری',
};

export const letterChannels: Messages['letterChannels'] = { ems: 'نامهٔ EMS', platform: 'سامانهٔ سراسری' };
export const letterKinds: Messages['letterKinds'] = {
  liaison: 'نامهٔ درخواست (联系函)',
  correction: 'درخواست اصلاح (更正函)',
};

export const formStates: Messages['formStates'] = {
  received: 'معتبر',
  sentBack: 'برگردانده شد',
  superseded: 'فرم بعدی جایش را گرفت',
  kept: 'دیر رسید، نگه داشته شد',
  issued: 'صادرشده',
};

export const sources: Messages['sources'] = {
  staff: 'کارکنان',
  import: 'فایل',
  courier: 'پست',
  bank: 'بانک',
  system: 'سامانه',
  insured: 'بیمه‌شده',
};

export const directions: Messages['directions'] = { in: 'انتقال ورودی', out: 'انتقال خروجی' };

export const ownerWhy: Messages['ownerWhy'] = {
  planned: 'تعیین‌شده هنگام پذیرش',
  assigned: 'گماشتهٔ سامانه',
  takenOver: 'برعهده گرفت',
  standIn: 'جانشین همکار غایب',
  returned: 'بازگشت از غیبت',
  reassigned: 'بازگماشته',
  managerHolds: 'کس دیگری مجاز نبود',
  imported: 'از دفتر پیشین',
};

export const limits: Messages['limits'] = {
  accept: 'ارسال نامه پس از پذیرش (15 روز کاری قانونی)',
  courier: 'رسید تحویل (تعهد این اداره)',
  counterpart: 'پاسخ ادارهٔ مقابل (15 روز کاری قانونی)',
  match: 'رفع اختلاف مبلغ (تعهد این اداره)',
  own: 'ثبت، بازبینی و ثبت در حساب (15 روز کاری قانونی)',
  resend: 'ارسال دوبارهٔ نامه (تعهد این اداره)',
  tellPerson: 'اطلاع به بیمه‌شده (تعهد این اداره)',
  task: 'کارهای دیگر (تعهد این اداره)',
};

export const importKinds: Messages['importKinds'] = {
  counterparts: 'فهرست اداره‌ها',
  ledgerIn: 'دفتر انتقال‌های ورودی',
  ledgerOut: 'دفتر انتقال‌های خروجی',
  openTransfers: 'انتقال‌های در انتظار وجه',
  bankStatement: 'صورت‌حساب بانک',
  courierScans: 'پویش‌های پست',
  contributions: 'ریز حق بیمه‌ها',
  coreReceipts: 'رسیدهای سامانهٔ مرکزی',
  platformInTransit: 'فهرست در راهِ سامانهٔ سراسری',
};

export const dayKinds: Messages['dayKinds'] = { rest: 'روز تعطیل', work: 'روز کاری' };

export const skippedDays: Messages['skippedDays'] = { weekend: 'آخر هفته', holiday: 'تعطیل رسمی' };

export const buckets: Messages['buckets'] = {
  cohort: 'همهٔ انتقال‌های دوره',
  closedAt1: 'انجام‌شده درست در نوبت نخست',
  closedAt2: 'انجام‌شده درست در نوبت دوم',
  closedAt3: 'انجام‌شده درست در نوبت سوم',
  closedWithin1: 'انجام‌شده در نوبت نخست',
  closedWithin2: 'انجام‌شده تا دو نوبت',
  closedWithin3: 'انجام‌شده تا سه نوبت',
  closedLater: 'انجام‌شده در نوبت چهارم یا دیرتر',
  notClosed: 'بدون ثبت در حساب',
  stillOpen: 'هنوز باز',
  endedOtherwise: 'پایان بدون انتقال پس از نامهٔ نخست',
  mature1: 'قطعی برای نوبت نخست',
  mature2: 'قطعی برای دو نوبت',
  mature3: 'قطعی برای سه نوبت',
  accepted: 'پذیرفته، با آنچه پیش از نامهٔ نخست کنار رفت',
  refused: 'ردشده پیش از نامهٔ نخست',
  duplicate: 'تکراری‌ها',
  withdrawnBeforeFirstLetter: 'انصراف پیش از نامهٔ نخست',
  otherClosedAt1: 'خوانش دیگر: درست در نوبت نخست',
  otherClosedAt2: 'خوانش دیگر: درست در نوبت دوم',
  otherClosedAt3: 'خوانش دیگر: درست در نوبت سوم',
  inPeriod: 'انتقال خروجی: در دوره',
  second: 'انتقال خروجی: پس از حداکثر یک ارسال دوباره',
  withinTwoLimits: 'انتقال خروجی: در مهلت و یک مهلت دیگر',
  sameMonth: 'انتقال خروجی: در ماه دریافت',
  received: 'انتقال خروجی: نامه‌های رسیده',
  notInPeriod: 'انتقال خروجی: بیرون از دوره',
};
