/** Telephone numbers: a mobile takes an SMS, a fixed line becomes a call by hand, a number abroad is whichever the office's gateway reaches. */
import { foldNumber } from '../folded-text.ts';

export type PhoneKind = 'mobile' | 'fixedLine' | 'abroad' | 'unknown';

/** Trunk 0 with area code and 7 or 8 digits, or a 400/800 number; a trunk 0 before a mobile is no area code. */
const FIXED_LINE = /^(?:0(?:10|2\d|[3-9]\d{2})\d{7,8}|[48]00\d{7})$/;

/** Hong Kong, Macao and Taiwan number as their authorities do; elsewhere a number has at most 15 digits with its country (E.164). */
const ABROAD = /^\+(?:852[2-9]\d{7}|853[268]\d{7}|886[2-9]\d{7,8}|(?!86|85[23]|886)[1-9]\d{6,14})$/;

/** Digits only, with `+` and the country where that is not ours; full-width digits, blanks, hyphens and brackets are forgiven. */
export function normalisePhone(text: string): string {
  const digits = foldNumber(text)
    .replace(/[()-]/g, '')
    .replace(/^00(?=[1-9])/, '+');
  const home = /^\+86(\d+)$/.exec(digits)?.[1];
  if (home === undefined) return digits;
  // From abroad the trunk 0 of a fixed line is left out.
  return /^(?:1[3-9]\d{9}$|0|[48]00)/.test(home) ? home : `0${home}`;
}

export function phoneKind(text: string): PhoneKind {
  const digits = normalisePhone(text);
  if (/^1[3-9]\d{9}$/.test(digits)) return 'mobile';
  if (ABROAD.test(digits)) return 'abroad';
  return FIXED_LINE.test(digits) ? 'fixedLine' : 'unknown';
}

/** `prefixes` (`+852`, `+81`) are those abroad that the office's gateway may send to. */
export function takesSms(text: string, prefixes: readonly string[] = []): boolean {
  const kind = phoneKind(text);
  if (kind !== 'abroad') return kind === 'mobile';
  const digits = normalisePhone(text);
  return prefixes.some((prefix) => digits.startsWith(prefix));
}

/** For screens: the last four digits are what the person is asked for. */
export function maskPhone(text: string): string {
  const digits = normalisePhone(text);
  return '*'.repeat(Math.max(digits.length - 4, 0)) + digits.slice(-4);
}

/** What an insured person types to prove that the number is theirs. */
export function lastFourDigits(text: string): string {
  return normalisePhone(text).slice(-4);
}
