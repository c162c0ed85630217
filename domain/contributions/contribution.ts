/** One row of contributions: a span of months of one year, as the provincial core system keeps it. Amounts are fen. */

/** `fixedAmount`: an amount without a wage base (定额缴费) · `interestOnly`: a year in which nothing was paid. */
export const CONTRIBUTION_NATURES = ['regular', 'lumpSum', 'fixedAmount', 'interestOnly'] as const;
export type ContributionNature = (typeof CONTRIBUTION_NATURES)[number];

/** What the old place shows for a lump sum; which of them is enough says `lump-sums.ts`. */
export const PAPER_KINDS = ['legalDocument', 'commitment', 'deferral', 'collectorOrder', 'veterans'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Who may make a legal document in its statutory duty (人社厅发〔2019〕94号 Art. 1). */
export const PAPER_ISSUERS = ['court', 'audit', 'labourInspection', 'arbitration'] as const;
export type PaperIssuer = (typeof PAPER_ISSUERS)[number];

export interface LumpSumPaper {
  readonly kind: PaperKind;
  readonly issuer?: PaperIssuer | undefined;
  readonly datedOn?: string | undefined;
}

export interface Contribution {
  /** Where it was paid. */
  readonly areaCode: string;
  /** YYYYMM, both of one year. */
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly nature: ContributionNature;
  /** Of a month; null where there is none. */
  readonly baseFen: number | null;
  readonly employerFen: number;
  readonly personalFen: number;
  /** What of both went into the account. */
  readonly creditedFen: number;
  /** What the account earned in that year, said in one of its rows; null: not said. */
  readonly interestFen: number | null;
  /** Of a lump sum (补缴). */
  readonly paidOn?: string | undefined;
  readonly paper?: LumpSumPaper | undefined;
}

const MONTH = /^(\d{4})(0[1-9]|1[0-2])$/;

export interface ContributionSpan {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

export const isMonth = (text: string): boolean => MONTH.test(text);

/** Undefined where its months are none, lie in two years, or in the wrong order. */
export function spanOf({
  fromMonth,
  toMonth,
}: Pick<Contribution, 'fromMonth' | 'toMonth'>): ContributionSpan | undefined {
  const [from, to] = [MONTH.exec(fromMonth), MONTH.exec(toMonth)];
  if (!from || !to || from[1] !== to[1] || from[2]! > to[2]!) return undefined;
  return { year: Number(from[1]), from: Number(from[2]), to: Number(to[2]) };
}

/** How many were paid for; a year that only earned interest has none. */
export function monthsOfContribution(row: Contribution): number {
  const span = spanOf(row);
  return span && row.nature !== 'interestOnly' ? span.to - span.from + 1 : 0;
}
