/** Yearly rows of an info form, each by itself and against each other. */
import type { Finding, InfoFormRow, InfoFormRules } from './info-form-lines.ts';
import { multiplyDivideHalfUp } from '../money/rounding.ts';

interface CheckedRow {
  readonly defects: Finding[];
  readonly flags: Finding[];
}

interface Month {
  readonly year: number;
  readonly month: number;
}

/** Year and month of `YYYYMM`; undefined when it is none. */
export function readMonth(text: string | null): Month | undefined {
  const match = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text ?? '');
  return match ? { year: Number(match[1]), month: Number(match[2]) } : undefined;
}

export function checkRow(row: InfoFormRow, index: number, rules: InfoFormRules): CheckedRow {
  const field = (name: string): string => `rows.${String(index)}.${name}`;
  const defect = (name: string, code: string): Finding => ({ field: field(name), code, reason: 'D01' });
  const defects: Finding[] = [];
  if (!Number.isInteger(row.year) || row.year < 1950 || row.year > 2050) defects.push(defect('year', 'yearRange'));
  if (!Number.isInteger(row.months) || row.months < 0 || row.months > 12) defects.push(defect('months', 'monthsRange'));
  defects.push(...checkSpan(row, defect));
  const flags = defects.length === 0 ? checkShare(row, field, rules) : [];
  return { defects, flags };
}

function checkSpan(row: InfoFormRow, defect: (name: string, code: string) => Finding): Finding[] {
  // A year without contributions has no span; it is listed for its interest.
  if (row.from === null && row.to === null) return row.months === 0 ? [] : [defect('months', 'monthsDiffer')];
  const from = readMonth(row.from);
  const to = readMonth(row.to);
  const defects: Finding[] = [];
  if (!from) defects.push(defect('from', 'month'));
  if (!to) defects.push(defect('to', 'month'));
  if (!from || !to) return defects;
  if (from.year !== to.year) return [defect('to', 'crossesYear')];
  if (from.year !== row.year) defects.push(defect('year', 'yearDiffers'));
  if (to.month < from.month) defects.push(defect('to', 'order'));
  else if (row.months !== to.month - from.month + 1) defects.push(defect('months', 'monthsDiffer'));
  return defects;
}

/** The account's share of the base: 11 % until 2005, 8 % since; a fixed amount has no base to compute from. */
function checkShare(row: InfoFormRow, field: (name: string) => string, rules: InfoFormRules): Finding[] {
  if (row.months === 0 || row.year < 1998) return [];
  if (row.monthlyBaseFen === null) return [{ field: field('monthlyBaseFen'), code: 'baseMissing', reason: 'D05' }];
  const standard = rules.accountRateOf(row.year);
  if (row.accountRate !== null && row.accountRate !== standard)
    return [{ field: field('accountRate'), code: 'accountShare', reason: 'D04' }];
  const differenceFen = row.creditedFen - multiplyDivideHalfUp([row.monthlyBaseFen, row.months, standard], 10_000);
  if (Math.abs(differenceFen) <= row.months) return [];
  return [{ field: field('creditedFen'), code: 'creditedDiffers', reason: 'D04', differenceFen }];
}

/** No month may be claimed by two rows of one form. */
export function rowsOverlap(rows: readonly InfoFormRow[]): Finding[] {
  const claimed = new Set<string>();
  const findings: Finding[] = [];
  for (const [index, row] of rows.entries()) {
    const from = readMonth(row.from);
    const to = readMonth(row.to);
    if (!from || to?.year !== from.year) continue;
    const months = Array.from({ length: Math.max(0, to.month - from.month + 1) }, (_, n) => from.month + n);
    if (months.some((month) => claimed.has(`${String(from.year)}-${String(month)}`)))
      findings.push({ field: `rows.${String(index)}.from`, code: 'rowsOverlap', reason: 'D01' });
    for (const month of months) claimed.add(`${String(from.year)}-${String(month)}`);
  }
  return findings;
}
