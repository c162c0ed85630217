/**
 * How `Intl` is asked for a language. English has the day before the month, as the office's own sentences have it. Persian has the calendar and the
 * digits of letters, slips and statements: whoever compares must not have to convert.
 */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', fa: 'fa-IR-u-ca-gregory-nu-latn' };

export const intlLocale = (language: string): string => LOCALES[language] ?? language;

/** The calendar of the reader's own country, where it is another one than the office's. */
const OWN_CALENDARS: Readonly<Record<string, string>> = { fa: 'fa-IR-u-ca-persian-nu-latn' };

export const ownCalendar = (language: string): string | undefined => OWN_CALENDARS[language];
