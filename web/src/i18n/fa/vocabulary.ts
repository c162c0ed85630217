import type { Messages } from '../messages.ts';

export const endings: Messages['endings'] = {
  withdrawn: 'انصراف متقاضی',
  closedWithoutTransfer: 'پایان بدون انتقال',
};

export const closings: Messages['closings'] = {
  completed: 'انجام شد',
  refused: 'پذیرفته نشد',
  withdrawn: 'انصراف متقاضی',
  closedWithoutTransfer: 'پایان بدون انتقال',
  letterSentBack: 'نامه برگردانده شد',
};

export const attemptEndings: Messages['attemptEndings'] = {
  closed: 'انتقال پایان یافت',
  returned: 'برگشت خورد',
  withdrawn: 'انصراف متقاضی',
  closedWithoutTransfer: 'پایان بدون انتقال',
};

export const events: Messages['events'] = {
  accepted: 'پذیرفته شد',
  reviewed: 'بررسی شد',
  letterSent: 'نامه فرستاده شد',
  letterDelivered: 'نامه تحویل شد',
  letterReturned: 'نامه برگشت خورد',
  letterLost: 'نامه گم شد',
  returnedByCounterpart: 'برگشت از ادارهٔ مقابل',
  infoFormReceived: 'فرم اطلاعات رسید',
  fundReceived: 'وجه رسید',
  fundReversed: 'بانک وجه را پس گرفت',
  fundsAgreed: 'مبلغ‌ها می‌خوانند',
  sentBackToCounterpart: 'به ادارهٔ مقابل برگردانده شد',
  entered: 'ثبت شد',
  secondReviewed: 'بازبینی نفر دوم',
  booked: 'در حساب ثبت شد',
  letterReceived: 'نامهٔ ادارهٔ مقابل رسید',
  letterChecked: 'نامه بررسی شد',
  letterSentBack: 'نامه برگردانده شد',
  untransferableTold: 'بخش انتقال‌ناپذیر ابلاغ شد',
  certificateIssued: 'گواهی صادر شد',
  infoFormIssued: 'فرم اطلاعات صادر شد',
  remittanceChecked: 'وجه ارسالی تطبیق شد',
  infoFormSent: 'فرم اطلاعات فرستاده شد',
  infoFormReissued: 'فرم اطلاعات اصلاح و دوباره فرستاده شد',
  fundSent: 'وجه فرستاده شد',
  relationEnded: 'رابطه در اینجا پایان یافت',
  disputeReceived: 'ادارهٔ دیگر اعتراض کرد',
  chased: 'ادارهٔ دیگر پیگیری کرد',
  decided: 'تصمیم گرفته شد',
  held: 'متوقف شد',
  resumed: 'از سر گرفته شد',
  withdrawn: 'انصراف متقاضی',
  closedWithoutTransfer: 'پایان بدون انتقال',
  takenOver: 'همکاری برعهده گرفت',
  counterpartContacted: 'تماس با ادارهٔ مقابل',
  personTold: 'به شخص اطلاع داده شد',
  corrected: 'اصلاح شد',
  stepOpened: 'مرحله باز شد',
  reminded: 'یادآوری به مسئول',
  overdue: 'گذشته از مهلت',
  escalated: 'ارجاع به رئیس',
  holdReviewDue: 'زمان بررسی توقف رسید',
  ownerChanged: 'مسئول تغییر کرد',
  stewardChanged: 'پیگیر تغییر کرد',
  deadlineMoved: 'مهلت جابه‌جا شد',
  parked: 'برای تصمیم بعدی نگه داشته شد',
  taskOpened: 'کار باز شد',
  taskClosed: 'کار بسته شد',
  noticeDecided: 'تصمیم دربارهٔ پیام',
  noticeSent: 'پیام فرستاده شد',
  noticeDelivered: 'پیام رسید',
  noticeFailed: 'پیام نرسید',
  noticeUnknown: 'پیام: نتیجه نامعلوم',
  repaired: 'تعمیر شد',
  walkDiffered: 'گردش کار با دفتر تفاوت داشت',
  imported: 'از دفتر پیشین وارد شد',
  proposed: 'پیشنهاد شد، در انتظار نفر دوم',
  proposalConfirmed: 'پیشنهاد تأیید شد',
  proposalRefused: 'پیشنهاد رد شد',
  proposalWithdrawn: 'پیشنهاد پس گرفته شد',
  proposalLapsed: 'مهلت پیشنهاد گذشت',
  proposalOvertaken: 'پیشنهاد با تغییر وضعیت بی‌اثر شد',
  contactChanged: 'تلفن یا نشانی اصلاح شد',
  statusCodeRenewed: 'کد پیگیری تازه',
  identityCorrected: 'نام یا شماره اصلاح شد',
  handOverWritten: 'یادداشت واگذاری نوشته شد',
  handOverRead: 'یادداشت واگذاری خوانده شد',
  putInBox: 'در جعبهٔ بایگانی گذاشته شد',
  takenOutOfBox: 'از جعبهٔ بایگانی بیرون آورده شد',
  remittancePlanned: 'برنامهٔ حواله',
  remittanceMoved: 'پیشرفت حواله',
  remittanceCameBack: 'برگشت پس از تأیید',
  contactRecorded: 'گفتگو',
  promiseKept: 'قول انجام شد',
  promiseBroken: 'قول شکسته شد',
};

export const roles: Messages['roles'] = {
  clerk: 'کارشناس باجه',
  letterClerk: 'مسئول نامه‌ها',
  entryClerk: 'مسئول ثبت',
  reviewer: 'بازبین',
  accountClerk: 'مسئول حساب فردی',
  finance: 'مالی',
  manager: 'رئیس',
  administrator: 'مدیر سامانه',
};

export const roleTasks: Messages['roleTasks'] = {
  clerk: 'در باجه می‌پذیرد، هر انتقال را به عنوان پیگیر راه می‌برد و اختلاف‌ها را با ادارهٔ مقابل رفع می‌کند',
  letterClerk: 'نامه‌های درخواست را می‌فرستد و تا رسیدن پی می‌گیرد',
  entryClerk: 'پس از خواندن فرم و وجه با هم، اطلاعات را ثبت می‌کند',
  reviewer: 'شرایط و، به عنوان نفر دوم، هر ثبت را بررسی می‌کند',
  accountClerk: 'پس از ثبت و بازبینی دو نفر دیگر، وجه را به حساب شخص می‌نشاند',
  finance: 'آنچه بانک گرفته تأیید می‌کند و آنچه از آنِ کسی نیست برمی‌گرداند',
  manager: 'آمار را می‌بیند، کارهای گذشته از مهلت را می‌گیرد، به همهٔ کارهای اداره مجاز است',
  administrator: 'حساب‌های کاربری و تنظیمات را نگه می‌دارد؛ اشخاص را نمی‌بیند',
};

export const parties: Messages['parties'] = {
  own: 'این اداره',
  otherUnit: 'واحد دیگر ما',
  higherAuthority: 'مرجع بالاتر',
  financeBureau: 'ادارهٔ دارایی',
  counterpart: 'ادارهٔ مقابل',
  courier: 'پست',
  bank: 'بانک',
  employer: 'کارفرما',
  insured: 'بیمه‌شده',
};

export const letterStates: Messages['letterStates'] = {
  posted: 'فرستاده شد',
  underWay: 'در راه',
  outForDelivery: 'در حال تحویل',
  delivered: 'تحویل شد',
  returned: 'برگشت خورد',
  lost: 'گم شد',
  unknown: 'نامعلوم',
};

export const scanMeanings: Messages['scanMeanings'] = {
  posted: 'پذیرش پست',
  underWay: 'در راه',
  outForDelivery: 'در حال تحویل',
  delivered: 'تحویل شد',
  returned: 'تحویل نشد',
  backAtSender: 'نزد فرستنده',
  unknown: 'کد ناشناخته',
};

export const partStates: Messages['partStates'] = {
  suspense: 'معلق',
  proposed: 'پیشنهادشده',
  matched: 'تطبیق‌شده',
  booked: 'ثبت‌شده در حساب',
  returned: 'برگردانده',
  reversed: 'پس‌گرفتهٔ بانک',
};

export const verdicts: Messages['verdicts'] = {
  match: 'با پرونده می‌خواند',
  part: 'بخشی از مبلغ',
  split: 'یک پرداخت برای چند پرونده',
  amountDiffers: 'مبلغ نمی‌خواند',
  propose: 'پیشنهاد: شخصی تصمیم می‌گیرد',
  paidTwice: 'دوباره پرداخت شده',
  suspense: 'هنوز معلوم نیست',
};
