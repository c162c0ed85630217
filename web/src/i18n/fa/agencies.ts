import type { Messages } from '../messages.ts';

export const agencies: Messages['agencies'] = {
  title: 'اداره‌های دیگر',
  explain: 'نام‌ها و اداره‌های تازه با فایل فهرست اداره‌ها می‌آید. نشانی نامه‌ها و تلفن در اینجا اصلاح می‌شود.',
  find: 'نام، محل یا کد منطقه',
  none: 'چنین اداره‌ای نیست.',
  count_one: '{{count}} اداره',
  count_other: '{{count}} اداره',
  shown: '{{count}} ادارهٔ نخست نمایش داده شده؛ برای یافتن دیگری بیشتر بنویسید.',
  code: 'کد منطقه',
  name: 'اداره',
  channel: 'شیوهٔ ارسال',
  channels: { ems: 'با پست', platform: 'سامانهٔ سراسری' },
  address: 'نشانی',
  addressHint: 'روی نامهٔ بعدی می‌آید؛ نامه‌های در راه نشانی خود را نگه می‌دارند.',
  noAddress: 'نشانی ندارد',
  postcode: 'کد پستی',
  telephone: 'تلفن',
};
