/** What cannot be of rows of contributions: all of it at once, each by the field in which it stands. */
import { isMonth, spanOf, type Contribution } from './contribution.ts';

export const CONTRIBUTION_DEFECTS = {
  month: 'A month is written YYYYMM.',
  monthOrder: 'The last month lies before the first.',
  crossesYear: 'Both months of a row lie in one year; write a row for each year.',
  before1950: 'No contribution was paid before 1950.',
  future: 'This lies in the future of the office clock.',
  baseZero: 'A wage base is never zero; a fixed amount has none.',
  amountWithoutBase: 'An amount without a wage base is a fixed amount (定额缴费), and has to be called that.',
  baseOfFixedAmount:
    'A fixed amount has no wage base; one that somebody decides is said on the info form, by two people.',
  amount: 'An amount is whole fen, and none is below zero.',
  nothingPaid: 'Nothing was paid; a year that only earned interest is called that.',
  paidWithoutMonths: 'A year that only earned interest has no contribution.',
  creditedAbovePaid: 'The account cannot have got more than was paid.',
  paidOnMissing: 'A lump sum says on which day it was paid.',
  paidBefore: 'A lump sum is paid after its months have begun.',
  overlap: 'Two rows of one place claim the same month.',
} as const;
export type ContributionDefectCode = keyof typeof CONTRIBUTION_DEFECTS;

export interface ContributionDefect {
  readonly field: keyof Contribution;
  readonly code: ContributionDefectCode;
}

const AMOUNTS = ['baseFen', 'employerFen', 'personalFen', 'creditedFen', 'interestFen'] as const;

export function contributionDefects(row: Contribution, today: string): ContributionDefect[] {
  return [monthDefects(row, today), amountDefects(row), baseDefects(row), lumpSumDefects(row, today)].flat();
}

const defect = (field: keyof Contribution, code: ContributionDefectCode): ContributionDefect => ({ field, code });

function monthDefects({ fromMonth, toMonth }: Contribution, today: string): ContributionDefect[] {
  const wrong = (['fromMonth', 'toMonth'] as const).filter((field) => !isMonth({ fromMonth, toMonth }[field]));
  if (wrong.length > 0) return wrong.map((field) => defect(field, 'month'));
  const defects: ContributionDefect[] = [];
  if (fromMonth < '195001') defects.push(defect('fromMonth', 'before1950'));
  if (toMonth > today.slice(0, 7).replace('-', '')) defects.push(defect('toMonth', 'future'));
  if (toMonth < fromMonth) defects.push(defect('toMonth', 'monthOrder'));
  else if (fromMonth.slice(0, 4) !== toMonth.slice(0, 4)) defects.push(defect('toMonth', 'crossesYear'));
  return defects;
}

function amountDefects(row: Contribution): ContributionDefect[] {
  const wrong = AMOUNTS.filter((name) => {
    const amount = row[name];
    return amount !== null && (!Number.isSafeInteger(amount) || amount < 0);
  });
  if (wrong.length > 0) return wrong.map((field) => defect(field, 'amount'));
  const paidFen = row.employerFen + row.personalFen;
  if (row.nature === 'interestOnly')
    return paidFen + row.creditedFen > 0 ? [defect('nature', 'paidWithoutMonths')] : [];
  if (paidFen === 0) return [defect('personalFen', 'nothingPaid')];
  return row.creditedFen > paidFen ? [defect('creditedFen', 'creditedAbovePaid')] : [];
}

function baseDefects({ nature, baseFen }: Contribution): ContributionDefect[] {
  if (baseFen === 0) return [defect('baseFen', 'baseZero')];
  if (nature === 'fixedAmount') return baseFen === null ? [] : [defect('baseFen', 'baseOfFixedAmount')];
  return baseFen === null && nature !== 'interestOnly' ? [defect('baseFen', 'amountWithoutBase')] : [];
}

function lumpSumDefects({ nature, paidOn, paper, fromMonth }: Contribution, today: string): ContributionDefect[] {
  const datedLater = paper?.datedOn !== undefined && paper.datedOn > today;
  const ofPaper = datedLater ? [defect('paper', 'future')] : [];
  if (nature !== 'lumpSum') return ofPaper;
  if (paidOn === undefined) return [defect('paidOn', 'paidOnMissing'), ...ofPaper];
  if (paidOn > today) return [defect('paidOn', 'future'), ...ofPaper];
  return paidOn.slice(0, 7).replace('-', '') < fromMonth ? [defect('paidOn', 'paidBefore'), ...ofPaper] : ofPaper;
}

/** By index: rows of one place that claim a month which an earlier row of the list has claimed. Two places may (先转后清). */
export function overlapping(rows: readonly Contribution[]): number[] {
  const claimed = new Set<string>();
  return rows.flatMap((row, index) => {
    const months = claimsOf(row);
    const isSecond = months.some((month) => claimed.has(month));
    for (const month of months) claimed.add(month);
    return isSecond ? [index] : [];
  });
}

function claimsOf(row: Contribution): string[] {
  const span = spanOf(row);
  if (!span || row.nature === 'interestOnly') return [];
  return Array.from({ length: span.to - span.from + 1 }, (_, month) =>
    [row.areaCode, span.year, span.from + month].join(' '),
  );
}
