/** Refusals with a name. The API renders each as an RFC 9457 problem; nothing here knows HTTP but the number. */

/** One thing wrong with a request: where, a stable code, and what to do about it. Never the refused value itself. */
export interface Defect {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** What the message names, for words in another language: an agency, never a person. */
  readonly named?: string;
}

export const REFUSALS = {
  invalid: 422,
  'not-found': 404,
  'not-signed-in': 401,
  forbidden: 403,
  'wrong-password': 401,
  'one-time-password-used': 401,
  'too-many-attempts': 429,
  'duplicate-transfer': 409,
  'idempotency-key-reused': 409,
  'idempotency-key-missing': 400,
  'step-not-open': 409,
  'unknown-procedure': 409,
  'not-followed': 409,
  'waybill-known': 409,
  'counterpart-accepted': 409,
  'already-decided': 409,
  'transfer-closed': 409,
  'transfer-open': 409,
  'not-completed': 409,
  'separation-of-duties': 409,
  'already-proposed': 409,
  'same-person': 409,
  'changed-meanwhile': 409,
  lapsed: 409,
  'already-held': 409,
  'not-held': 409,
  'amount-mismatch': 409,
  'open-defects': 409,
  'bad-signature': 401,
  'stale-timestamp': 401,
  'too-large': 413,
  'unsupported-file': 415,
  'not-due': 409,
  unprintable: 422,
  'words-outdated': 409,
  unavailable: 503,
  overloaded: 503,
} as const;
export type RefusalName = keyof typeof REFUSALS;

export class Refusal extends Error {
  readonly refusal: RefusalName;
  readonly defects: readonly Defect[];
  /** Further members of the problem document: ids only, never persons. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    refusal: RefusalName,
    detail: string,
    more: { defects?: readonly Defect[]; extra?: Record<string, unknown> } = {},
  ) {
    super(detail);
    this.name = refusal;
    this.refusal = refusal;
    this.defects = more.defects ?? [];
    this.extra = more.extra ?? {};
  }
}

/** Somebody meant another request than the one that was sent under this key before. */
export const keyReused = (): Refusal =>
  new Refusal('idempotency-key-reused', 'This Idempotency-Key was used for something else.');

/** Refuses when anything is wrong, with everything that is wrong. */
export function refuseDefects(defects: readonly Defect[]): void {
  if (defects.length > 0) throw new Refusal('invalid', 'The request has defects; nothing was stored.', { defects });
}

/**
 * Defects found here and there are said together; a refusal with a name of its own is said instead of them.
 * @throws Refusal when there are any
 */
export async function withDefects<Result>(
  found: readonly Defect[],
  act: () => Promise<Result> | Result,
): Promise<Result> {
  let result: Result;
  try {
    result = await act();
  } catch (error) {
    if (error instanceof Refusal && error.refusal !== 'invalid') throw error;
    // What else fails may fail because of them.
    if (found.length > 0) refuseDefects([found, error instanceof Refusal ? error.defects : []].flat());
    throw error;
  }
  refuseDefects(found);
  return result;
}

/** A row of the ledger is so broken that nobody can say what comes next: somebody must mend it; until then no step opens. */
export class CannotFollow extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'CannotFollow';
  }
}
