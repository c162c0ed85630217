/** What takes two people: proposed by one who is signed in, done when another confirms it. How each is checked stands in `db/approvals/kinds/`. */

export const APPROVAL_KINDS = [
  'returnCredit',
  'corrected',
  'decideBase',
  'bookOverDefects',
  'staffAccess',
  'resetPassword',
  'releaseImport',
  'loadCalendar',
  'personIdentity',
  'bankAccounts',
  'interestRate',
  'officeDetails',
  'officeRule',
  'releaseRemittance',
  'reopenTransfer',
  'reverseTransfer',
  'joinDebit',
] as const;
export type ApprovalKindName = (typeof APPROVAL_KINDS)[number];

export const APPROVAL_STATES = ['waiting', 'confirmed', 'refused', 'withdrawn', 'lapsed', 'overtaken'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export type Scalar = string | number | boolean | null;

/** One line of what a person reads before they agree; ids, codes, amounts, days and instants. */
export interface ApprovalChange {
  readonly field: string;
  readonly was: Scalar;
  readonly becomes: Scalar;
}

/** What has changed between two looks at the same things, by name. */
export function differences(
  before: Readonly<Record<string, Scalar>>,
  now: Readonly<Record<string, Scalar>>,
): ApprovalChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .map((field) => ({ field, was: before[field] ?? null, becomes: now[field] ?? null }))
    .filter(({ was, becomes }) => was !== becomes);
}
