/** Citizen identity numbers (GB 11643): a number is checked whole, with every defect named at once. */
import { isDate } from '../time/shanghai-day.ts';

export type ResidentIdKind = 'resident' | 'legacy' | 'residencePermit' | 'foreignersCard';
export type ResidentIdDefect = 'missing' | 'length' | 'form' | 'birthDate' | 'checkDigit';
export type Sex = 'male' | 'female';

export type CheckedResidentId =
  | { readonly ok: true; readonly id: string; readonly kind: ResidentIdKind }
  | { readonly ok: false; readonly defects: readonly ResidentIdDefect[] };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** Full-width digits, a small x and blanks are how people type it, not a defect. */
export function normaliseResidentId(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
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
 * (81, 82, 83) and foreigners' permanent residence cards (9). `bornBy` is the last day on which the person can have been born.
 */
export function checkResidentId(text: string, { bornBy }: { bornBy?: string } = {}): CheckedResidentId {
  const written = normaliseResidentId(text);
  if (written === '') return refused('missing');
  if (written.length !== 18 && written.length !== 15) return refused('length');
  if (!/^[1-9]\d{13}(?:\d|\d{3}[\dX])$/.test(written)) return refused('form');
  const legacy = written.length === 15;
  const id = legacy ? upgradeLegacyId(written) : written;
  const defects: ResidentIdDefect[] = [];
  const born = birthDateOf(id);
  if (!isDate(born) || (bornBy !== undefined && born > bornBy)) defects.push('birthDate');
  if (checkDigitOf(id.slice(0, 17)) !== id.charAt(17)) defects.push('checkDigit');
  return defects.length > 0 ? { ok: false, defects } : { ok: true, id, kind: legacy ? 'legacy' : kindOf(id) };
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

export function lastSixOf(id: string): string {
  return id.slice(-6);
}

/** For screens that must not show it whole. */
export function maskResidentId(id: string): string {
  return id.length < 8 ? '*'.repeat(id.length) : id.slice(0, 3) + '*'.repeat(id.length - 7) + id.slice(-4);
}
