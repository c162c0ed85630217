/** In what terms a credit says why it was judged as it was: names only, each with its words on every screen. */

/** By which words of the bank the transfers were found. */
export const CREDIT_KEYS = [
  'caseNumber',
  'idNumber',
  'nameAndLastSix',
  'nameAndAmount',
  'identified',
  'details',
  'oldLedger',
  'none',
] as const;
export type CreditKeyName = (typeof CREDIT_KEYS)[number];

export const CREDIT_REASONS = [
  'amountCompletes',
  'sumAgrees',
  'markedAsPart',
  'shortNotMarked',
  'tooMuch',
  'sumDiffers',
  'digitsSwapped',
  'alreadySatisfied',
  'keysDisagree',
  'nameAndAmountOnly',
  'alreadyProposed',
  'severalCandidates',
  'areaAndAmountOnly',
  'nobodyNamed',
  'formNotIn',
  'transferEnded',
  'detailsDiffer',
  'likelyDouble',
  'cameBack',
  'reversedBefore',
  'oldLedger',
] as const;
export type CreditReason = (typeof CREDIT_REASONS)[number];

/** As it is kept: case numbers, codes and amounts only. */
export interface CreditExplanation {
  readonly key: CreditKeyName;
  readonly reasons: readonly CreditReason[];
  /** Case numbers. */
  readonly cases: readonly string[];
  /** Cases it may concern; only for a person to look at. */
  readonly hints: readonly string[];
  /** Received minus awaited, where a case is known and the amount is wrong. */
  readonly differenceFen?: number;
}
