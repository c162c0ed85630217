/** The five languages of the page: their words, their direction, and how they write days and numbers. */
import type { PersonLanguage } from '../../../../domain/person-language.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { ko } from './ko.ts';
import type { Texts } from './texts.ts';
import { vi } from './vi.ts';
import { zhCn } from './zh-cn.ts';

export interface Language {
  /** In itself, for who reads no other. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Texts;
  /** @param day as it is stored, `2026-01-31` */
  day(day: string): string;
  minutes(count: number): string;
}

interface Habits {
  readonly direction?: 'rtl';
  /** Of `Intl`, where the language's name alone would not do. */
  readonly locale?: string;
  /** Days stand in the reader's own calendar, and beside it as they stand on slip, letter and SMS. */
  readonly ownCalendar?: true;
}

function language(code: string, name: string, texts: Texts, habits: Habits = {}): Language {
  const { direction = 'ltr', locale = code, ownCalendar = false } = habits;
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  return {
    name,
    direction,
    texts,
    day(day) {
      const long = days.format(new Date(`${day}T00:00:00Z`));
      // Held together from left to right: a line that runs the other way would turn the day round, and one that ends at a hyphen its parts.
      return ownCalendar ? `${long} (\u2066${day.replaceAll('-', '-\u2060')}\u2069)` : long;
    },
    minutes: (count) => minutes.format(count),
  };
}

export const LANGUAGES: Readonly<Record<PersonLanguage, Language>> = {
  'zh-CN': language('zh-CN', '中文', zhCn),
  en: language('en', 'English', en, { locale: 'en-GB' }),
  ko: language('ko', '한국어', ko),
  vi: language('vi', 'Tiếng Việt', vi),
  fa: language('fa', 'فارسی', fa, { direction: 'rtl', locale: 'fa-IR-u-ca-persian', ownCalendar: true }),
};
