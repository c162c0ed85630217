import { intlLocale } from '../i18n/intl-locale.ts';

const format = new Intl.NumberFormat('en-GB');

/** `12345` → "12,345": grouped as amounts are, in every language. */
export const formatCount = (count: number): string => format.format(count);

/** A file's size: `48213` → "48 kB". */
export function formatSize(bytes: number, language: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return new Intl.NumberFormat(intlLocale(language), { style: 'unit', unit: 'kilobyte' }).format(kilobytes);
}
