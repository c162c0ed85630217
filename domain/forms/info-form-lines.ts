/** What stands on an info form (信息表), and what can be said against it. */
import type { ReasonCode } from '../facts/reason-codes.ts';

/** One yearly row. Months are `YYYYMM`; null in a year without contributions. Rates are hundredths of a per cent. */
export interface InfoFormRow {
  readonly year: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly months: number;
  /** Null for a fixed amount without a wage base (定额缴费). */
  readonly monthlyBaseFen: number | null;
  /** The share of the base credited to the account. */
  readonly accountRate: number | null;
  readonly creditedFen: number;
  readonly interestFen: number;
  readonly balanceFen: number;
}

/** Amounts in fen, in the order of the form's lines ① to ⑥. */
export interface InfoForm {
  readonly before1998Fen: number;
  readonly untilLastYearFen: number;
  readonly currentYearFen: number;
  readonly accountFen: number;
  readonly pooledFundFen: number;
  readonly totalFen: number;
  /** The year of the transfer: the account moves its principal only. */
  readonly transferYear: number;
  /** Everything moves, not 12 % of the base. */
  readonly temporaryAccount?: boolean;
  readonly rows: readonly InfoFormRow[];
}

export interface Finding {
  /** Path in the form, e.g. `rows.2.months`. */
  readonly field: string;
  readonly code: string;
  readonly reason: ReasonCode;
  /** Written minus recomputed, in fen, where both exist. */
  readonly differenceFen?: number;
}

export interface InfoFormRules {
  /** Share of the base that moves from the pooled fund, in hundredths of a per cent. */
  readonly pooledRate: number;
  readonly accountRateOf: (year: number) => number;
  readonly interestRates: ReadonlyMap<number, number>;
}
