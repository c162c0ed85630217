import type { Messages } from '../messages.ts';

export const imports: Messages['imports'] = {
  title: 'فایل‌های ورودی',
  handIn: 'تحویل فایل',
  file: 'CSV یا کارپوشه (.xlsx)؛ صورت‌حساب، XML یا zip هم می‌تواند باشد',
  send: 'فرستادن',
  files: 'فایل‌ها',
  none: 'هنوز فایلی نرسیده است.',
  lines: 'سطرها',
  line: 'سطر',
  column: 'ستون',
  show: 'نمایش',
  told: 'آنچه درباره‌اش گفته شده: {{kind}}',
  nothingTold: 'همهٔ سطرها همان‌گونه که نوشته شده خوانده شد.',
  refusalsFile: 'سطرهای ردشده به صورت جدول',
  results: { accepted: 'وارد شد', changed: 'تغییر کرد', unchanged: 'بی‌تغییر', refused: 'رد شد' },
  states: { waiting: 'در انتظار', running: 'در حال انجام', done: 'انجام شد', failed: 'خوانده نشد' },
};
