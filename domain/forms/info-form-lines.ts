/** What can be said of an info form (信息表), in the contract's words: a finding names the field as it was recorded. */
import type { InfoFormYearDetail } from '../facts/new-fact.ts';
import type { ReasonCode } from '../facts/reason-codes.ts';
import type { InterestRate } from '../money/interest-rates.ts';

/** The amounts ① to ⑥, in the order of the form. */
export const LINES = [
  'personalBefore1998Fen',
  'accountUntilLastYearFen',
  'accountThisYearFen',
  'accountTotalFen',
  'pooledFundFen',
  'totalFen',
] as const;
export type Line = (typeof LINES)[number];

/**
 * `defect`: impossible, nothing is booked over it · `flag`: a person looks · `provisional`: compared with a rate that is
 * not the year's own · `notChecked`: nobody here knows enough to say anything.
 */
export type Severity = 'defect' | 'flag' | 'provisional' | 'notChecked';

export interface Finding {
  /** Path in the contract's form, e.g. `years.2.months`. */
  readonly field: string;
  readonly code: string;
  readonly severity: Severity;
  /** For which the form would be held or sent back; absent where nothing is wrong. */
  readonly reasonCode?: ReasonCode;
  /** In fen, where the form's amount can be computed. */
  readonly computedFen?: number;
  readonly foundFen?: number;
}

export interface InfoFormRules {
  /** Share of the base that moves from the pooled fund, in basis points. */
  readonly pooledRate: number;
  readonly accountRateOf: (year: number) => number;
  readonly interestRates: readonly InterestRate[];
}

/** Where the form came from, for whatever it does not say itself. */
export interface FormOrigin {
  readonly receivedOn: string;
  /** Of the office that wrote it. */
  readonly areaCode?: string | undefined;
}

/** A yearly row with its place in the form, and its year. */
export interface Row extends InfoFormYearDetail {
  readonly index: number;
  readonly ofYear: number;
  /** As a number in the month's year, when the row has months. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
}

export const fieldOf = ({ index }: { readonly index: number }, name: keyof InfoFormYearDetail): string =>
  `years.${String(index)}.${name}`;

/** Contributions without a wage base (定额缴费); before that could be said, it was written as a base of 0. */
export const hasBase = <Year extends InfoFormYearDetail>(year: Year): year is Year & { readonly baseFen: number } =>
  (year.baseFen ?? 0) > 0;

/** Undefined as soon as one of them is. */
export function sumOf(amounts: readonly (number | undefined)[]): number | undefined {
  return amounts.reduce<number | undefined>(
    (sum, amount) => (sum === undefined || amount === undefined ? undefined : sum + amount),
    0,
  );
}
