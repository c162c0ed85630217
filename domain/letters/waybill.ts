/** Waybill numbers: UPU S10 with its check digit, or 13 digits of domestic EMS, which have none. */
import { foldNumber } from '../folded-text.ts';

export type CheckedWaybill =
  | { readonly ok: true; readonly waybill: string; readonly kind: 'domestic' | 's10' }
  | { readonly ok: false; readonly defect: 'form' | 'checkDigit' };

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** UPU S10: 11 − (weighted sum mod 11), with 10 → 0 and 11 → 5. */
export function s10CheckDigit(serial: string): number {
  const sum = WEIGHTS.reduce((total, weight, position) => total + weight * Number(serial[position]), 0);
  const digit = 11 - (sum % 11);
  if (digit === 10) return 0;
  return digit === 11 ? 5 : digit;
}

/** Two letters, eight digits, the check digit, the country of posting. */
export function isS10(text: string): boolean {
  return /^[A-Z]{2}\d{9}[A-Z]{2}$/.test(text) && s10CheckDigit(text.slice(2, 10)) === Number(text[10]);
}

export function normaliseWaybill(text: string): string {
  return foldNumber(text);
}

/** What the office's own letters can carry: 13 digits, or an S10 number posted in China. */
export function checkWaybill(text: string): CheckedWaybill {
  const waybill = normaliseWaybill(text);
  if (/^\d{13}$/.test(waybill)) return { ok: true, waybill, kind: 'domestic' };
  if (!/^[A-Z]{2}\d{9}CN$/.test(waybill)) return { ok: false, defect: 'form' };
  return isS10(waybill) ? { ok: true, waybill, kind: 's10' } : { ok: false, defect: 'checkDigit' };
}
