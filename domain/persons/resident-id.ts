/** Citizen identity numbers (GB 11643) and those of residents who are no citizens: a number is checked whole, with every defect named at once. */
import { foldNumber } from '../folded-text.ts';
import { isDate } from '../time/shanghai-day.ts';

export type ResidentIdKind = 'resident' | 'legacy' | 'residencePermit' | 'foreignersCard' | 'oldForeignersCard';
export type ResidentIdDefect = 'missing' | 'length' | 'form' | 'birthDate' | 'checkDigit';
export type Sex = 'male' | 'female';

export type CheckedResidentId =
  | { readonly ok: true; readonly id: string; readonly kind: ResidentIdKind }
  | { readonly ok: false; readonly defects: readonly ResidentIdDefect[] };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
const OLD_CARD = /^[A-Z]{3}\d{12}$/;
/**
 * Permits have the whole region as their place, and none was ever issued with 15 digits; a foreigner's country is not China
 * (ISO 3166: 156), nor Hong Kong, Macao or Taiwan.
 */
const NOBODYS_PLACE = /^(?:8[123](?!0000)|8[123]\d{13}$|9\d{2}(?:156|158|344|446)\d{12}|9\d{14}$)/;
const NO_FOREIGNER = /^(?:CHN|HKG|MAC|TWN)/;

/** Full-width digits, a small x and blanks are how people type it, not a defect. */
export function normaliseResidentId(text: string): string {
  return foldNumber(text);
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function checkDigitOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, position) => total + weight * Number(first17[position]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** A number of 15 digits, issued until 1999, in its form of 18. */
export function upgradeLegacyId(legacy: string): string {
  const first17 = `${legacy.slice(0, 6)}19${legacy.slice(6)}`;
  return first17 + checkDigitOf(first17);
}

/**
 * Accepts residents, numbers of 15 digits (given back with 18), residence permits of Hong Kong, Macao and Taiwan people
 * (810000, 820000, 830000), foreigners' permanent residence cards (9, place, country) and those of 15 characters, which hold until they
 * expire. `bornBy` is the last day on which the person can have been born.
 */
export function checkResidentId(text: string, { bornBy }: { bornBy?: string } = {}): CheckedResidentId {
  const written = normaliseResidentId(text);
  if (written === '') return refused('missing');
  if (written.length !== 18 && written.length !== 15) return refused('length');
  if (/^[A-Z]{3}/.test(written)) return checkOldCard(written, bornBy);
  if (!/^[1-9]\d{13}(?:\d|\d{3}[\dX])$/.test(written) || NOBODYS_PLACE.test(written)) return refused('form');
  const legacy = written.length === 15;
  const id = legacy ? upgradeLegacyId(written) : written;
  const defects: ResidentIdDefect[] = [];
  const born = birthDateOf(id);
  if (!isDate(born) || (bornBy !== undefined && born > bornBy)) defects.push('birthDate');
  if (checkDigitOf(id.slice(0, 17)) !== id.charAt(17)) defects.push('checkDigit');
  return defects.length > 0 ? { ok: false, defects } : { ok: true, id, kind: legacy ? 'legacy' : kindOf(id) };
}

/** Country, place, date of birth with two figures of the year, two figures more: no check digit is known. */
function checkOldCard(written: string, bornBy: string | undefined): CheckedResidentId {
  if (!OLD_CARD.test(written) || NO_FOREIGNER.test(written)) return refused('form');
  const born = bornOnOf(written)!;
  const possible = isDate(born) && (bornBy === undefined || born <= bornBy);
  return possible ? { ok: true, id: written, kind: 'oldForeignersCard' } : refused('birthDate');
}

function refused(defect: ResidentIdDefect): CheckedResidentId {
  return { ok: false, defects: [defect] };
}

function kindOf(id: string): ResidentIdKind {
  if (/^8[123]/.test(id)) return 'residencePermit';
  return id.startsWith('9') ? 'foreignersCard' : 'resident';
}

/** Of a number of 18 characters. */
export function birthDateOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** Of a number of 18 characters: the last digit of the sequence is odd for men. */
export function sexOf(id: string): Sex {
  return Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

/** Of a number of any kind; null when it does not tell. */
export function bornOnOf(id: string): string | null {
  if (!OLD_CARD.test(id)) return id.length === 18 ? birthDateOf(id) : null;
  const year = id.slice(7, 9);
  // The card came in 2004 and nobody's first insurance lies a century back: who is written 16 or more was born before 2000.
  return `${Number(year) < 16 ? '20' : '19'}${year}-${id.slice(9, 11)}-${id.slice(11, 13)}`;
}

/** Of a number of any kind; null when it does not tell. */
export const sexSaidBy = (id: string): Sex | null => (id.length === 18 ? sexOf(id) : null);

export function lastSixOf(id: string): string {
  return id.slice(-6);
}

/** For screens that must not show it whole. */
export function maskResidentId(id: string): string {
  return id.length < 8 ? '*'.repeat(id.length) : id.slice(0, 3) + '*'.repeat(id.length - 7) + id.slice(-4);
}
