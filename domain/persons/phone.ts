/** Telephone numbers: a mobile takes an SMS, a fixed line becomes a call by hand. */

export type PhoneKind = 'mobile' | 'fixedLine' | 'unknown';

/** Trunk 0 with area code and 7 or 8 digits, or a 400/800 number; a trunk 0 before a mobile is no area code. */
const FIXED_LINE = /^(?:0(?:10|2\d|[3-9]\d{2})\d{7,8}|[48]00\d{7})$/;

/** Digits only, without the country code; full-width digits, blanks and hyphens are forgiven. */
export function normalisePhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/[\s()-]/g, '');
  const abroad = /^(?:\+|00)86(\d+)$/.exec(digits)?.[1];
  if (abroad === undefined) return digits;
  // From abroad the trunk 0 of a fixed line is left out.
  return /^(?:1[3-9]\d{9}$|0|[48]00)/.test(abroad) ? abroad : `0${abroad}`;
}

export function phoneKind(text: string): PhoneKind {
  const digits = normalisePhone(text);
  if (/^1[3-9]\d{9}$/.test(digits)) return 'mobile';
  return FIXED_LINE.test(digits) ? 'fixedLine' : 'unknown';
}

export function takesSms(text: string): boolean {
  return phoneKind(text) === 'mobile';
}

/** What an insured person types to prove that the number is theirs. */
export function lastFourDigits(text: string): string {
  return normalisePhone(text).slice(-4);
}
