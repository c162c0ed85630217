import { intlLocale } from '../i18n/intl-locale.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Seconds in the largest unit of which there are two: `130` → "2 minutes". */
export function formatSpan(seconds: number, language: string): string {
  const [unit, size] = UNITS.find(([, length]) => seconds >= 2 * length) ?? (['second', 1] as const);
  const count = unit === 'second' && seconds < 10 ? Math.round(seconds * 10) / 10 : Math.floor(seconds / size);
  return new Intl.NumberFormat(intlLocale(language), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
