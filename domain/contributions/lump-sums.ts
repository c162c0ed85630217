/** Lump sums (一次性缴费): which of 36 months and more, paid at once, can move, and which stay for want of a paper. */
import { monthsOfContribution, type Contribution } from './contribution.ts';

export interface LumpSumRules {
  /** From so many months paid on one day on, papers are asked for. */
  readonly months: number;
  /** Before this day the old place's written commitment was enough (人社部规〔2016〕5号). */
  readonly legalDocumentsSince: string;
}

export const LUMP_SUM_RULES: LumpSumRules = { months: 36, legalDocumentsSince: '2016-11-28' };

/** `paperLater`: made on the day of the payment or after it (人社厅发〔2019〕94号 Art. 2). */
export type LumpSumReason = 'paperMissing' | 'paperNotEnough' | 'paperUndated' | 'paperLater';

/** What stays where it was paid; the person is told in writing within ten working days (94号 Art. 3). */
export interface NotTransferable {
  readonly paidOn: string;
  readonly months: number;
  readonly paidFen: number;
  readonly creditedFen: number;
  readonly reasons: readonly LumpSumReason[];
  /** Places in the list of contributions. */
  readonly rows: readonly number[];
}

interface Placed {
  readonly row: Contribution;
  readonly index: number;
}

/** By day of payment. What was paid on that day with a paper that is enough moves, whatever stays beside it. */
export function notTransferable(
  rows: readonly Contribution[],
  rules: LumpSumRules = LUMP_SUM_RULES,
): NotTransferable[] {
  const byDay = new Map<string, Placed[]>();
  rows.forEach((row, index) => {
    if (row.nature !== 'lumpSum' || row.paidOn === undefined) return;
    byDay.set(row.paidOn, [...(byDay.get(row.paidOn) ?? []), { row, index }]);
  });
  return [...byDay]
    .filter(([, placed]) => monthsIn(placed) >= rules.months)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([paidOn, placed]) => setApart(paidOn, placed, rules));
}

const monthsIn = (placed: readonly Placed[]): number => sum(placed, ({ row }) => monthsOfContribution(row));

function setApart(paidOn: string, placed: readonly Placed[], rules: LumpSumRules): NotTransferable[] {
  const judged = placed.map((one) => ({ ...one, reason: reasonAgainst(one.row, paidOn, rules) }));
  const staying = judged.filter(({ reason }) => reason !== undefined);
  if (staying.length === 0) return [];
  return [
    {
      paidOn,
      months: monthsIn(staying),
      paidFen: sum(staying, ({ row }) => row.employerFen + row.personalFen),
      creditedFen: sum(staying, ({ row }) => row.creditedFen),
      reasons: [...new Set(staying.flatMap(({ reason }) => reason ?? []))],
      rows: staying.map(({ index }) => index),
    },
  ];
}

/** Undefined: its paper is enough. Other grounds than the court's have papers of their own (94号 Art. 4–6). */
function reasonAgainst({ paper }: Contribution, paidOn: string, rules: LumpSumRules): LumpSumReason | undefined {
  if (!paper) return 'paperMissing';
  if (paper.kind === 'commitment') return paidOn < rules.legalDocumentsSince ? undefined : 'paperNotEnough';
  if (paper.kind !== 'legalDocument') return undefined;
  if (paper.issuer === undefined) return 'paperNotEnough';
  if (paper.datedOn === undefined) return 'paperUndated';
  return paper.datedOn < paidOn ? undefined : 'paperLater';
}

const sum = <One>(ones: readonly One[], amountOf: (one: One) => number): number =>
  ones.reduce((total, one) => total + amountOf(one), 0);
