/** Yearly rows of an info form as such: can they be, and does one claim what another has claimed? */
import type { InfoFormYearDetail } from '../facts/new-fact.ts';
import { fieldOf, type Finding, type Row } from './info-form-lines.ts';

interface Month {
  readonly year: number;
  readonly month: number;
}

/** Year and month of `YYYYMM`; undefined when it is none. */
function readMonth(text: string | null | undefined): Month | undefined {
  const match = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text ?? '');
  return match ? { year: Number(match[1]), month: Number(match[2]) } : undefined;
}

/** A row whose year nobody can tell has 0. */
export function asRow(year: InfoFormYearDetail, index: number): Row {
  const [from, to] = [readMonth(year.fromMonth), readMonth(year.toMonth)];
  const isSpan = from && to && from.year === to.year && from.month <= to.month;
  return {
    ...year,
    index,
    ofYear: from?.year ?? year.year ?? 0,
    span: isSpan ? { from: from.month, to: to.month } : undefined,
  };
}

/** What cannot be: it goes back whatever else the form says (D01). */
export function rowDefects(row: Row): Finding[] {
  const defect = (name: keyof InfoFormYearDetail, code: string): Finding => ({
    field: fieldOf(row, name),
    code,
    severity: 'defect',
    reasonCode: 'D01',
  });
  const defects: Finding[] = [];
  if (row.year !== undefined && (row.year < 1950 || row.year > 2050)) defects.push(defect('year', 'yearRange'));
  if (!Number.isInteger(row.months) || row.months < 0 || row.months > 12) defects.push(defect('months', 'monthsRange'));
  return [...defects, ...spanDefects(row, defect)];
}

function spanDefects(row: Row, defect: (name: keyof InfoFormYearDetail, code: string) => Finding): Finding[] {
  // A year without contributions has no span; it is listed for its interest, and says which year it is.
  if (!row.fromMonth && !row.toMonth) {
    if (row.months > 0) return [defect('months', 'monthsDiffer')];
    return row.year === undefined ? [defect('year', 'yearMissing')] : [];
  }
  const [from, to] = [readMonth(row.fromMonth), readMonth(row.toMonth)];
  const defects: Finding[] = [];
  if (!from) defects.push(defect('fromMonth', 'month'));
  if (!to) defects.push(defect('toMonth', 'month'));
  if (!from || !to) return defects;
  if (from.year !== to.year) return [defect('toMonth', 'crossesYear')];
  if (from.year < 1950 || from.year > 2050) defects.push(defect('fromMonth', 'yearRange'));
  if (row.year !== undefined && from.year !== row.year) defects.push(defect('year', 'yearDiffers'));
  if (to.month < from.month) defects.push(defect('toMonth', 'order'));
  else if (row.months !== to.month - from.month + 1) defects.push(defect('months', 'monthsDiffer'));
  return defects;
}

/**
 * A month that two rows claim: in one place it cannot be; in two places it was paid twice, which holds nothing
 * up (先转后清: the new place clears it afterwards).
 */
export function rowsOverlap(rows: readonly Row[]): Finding[] {
  const claimed = new Map<number, Set<string>>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const area = row.areaCode ?? '';
    const areas = monthsOf(row).map((month) => claimed.get(month));
    const field = fieldOf(row, 'fromMonth');
    if (areas.some((ones) => ones?.has(area)))
      findings.push({ field, code: 'rowsOverlap', severity: 'defect', reasonCode: 'D01' });
    else if (areas.some(Boolean)) findings.push({ field, code: 'paidTwice', severity: 'flag', reasonCode: 'D02' });
    for (const month of monthsOf(row)) claimed.set(month, (claimed.get(month) ?? new Set()).add(area));
  }
  return findings;
}

/** A form shows what was paid until its day, and nothing that is still to come. */
export function rowsAfter(rows: readonly Row[], day: string): Finding[] {
  const lastMonth = Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
  return rows
    .filter(({ ofYear, span }) => span && ofYear * 100 + span.to > lastMonth)
    .map((row) => ({ field: fieldOf(row, 'toMonth'), code: 'afterTransfer', severity: 'flag', reasonCode: 'D01' }));
}

const monthsOf = ({ ofYear, span }: Row): number[] =>
  span ? Array.from({ length: span.to - span.from + 1 }, (_, month) => ofYear * 12 + span.from + month) : [];
