import type { Messages } from '../messages.ts';

export const exports: Messages['exports'] = {
  button: 'خروجی گرفتن',
  title: 'پرونده‌های خروجی',
  ask: 'پروندهٔ تازه',
  mine: 'پرونده‌های من',
  explain: 'هر پرونده سه روز نگه داشته می‌شود و تنها به شما داده می‌شود؛ هر دریافت با شمار سطرها ثبت می‌شود.',
  none: 'هنوز پرونده‌ای خواسته نشده است.',
  file: 'پرونده',
  format: 'قالب',
  rows: 'سطرها',
  download: 'دریافت',
  asked: 'در حال ساخت: به پرونده‌های من',
  publicStatistics: 'آمار همگانی، بدون نام افراد',
  byAcceptance: 'بر پایهٔ روز پذیرش؛ بدون روز، همهٔ آن‌ها.',
  formats: { xlsx: 'کارپوشه (.xlsx)', csvUtf8: 'CSV، UTF-8', csvGb18030: 'CSV، GB18030' },
  states: {
    waiting: 'در انتظار',
    running: 'در حال ساخت',
    done: 'ساخته شد',
    failed: 'پرونده‌ای نیست',
    expired: 'زمان نگهداری گذشته است',
  },
  failures: {
    roleEnded: 'دیگر نقش لازم برای آن را ندارید.',
    tooManyRows: 'سطرها بیش از گنجایش یک برگه است: CSV یا بازهٔ کوتاه‌تری برگزینید.',
    cellTooLong: 'یک خانه بلندتر از گنجایش برگه است: CSV برگزینید.',
    cannotBeMade: 'ساخته نشد. دوباره درخواست کنید.',
  },
};
