/** The national registry of mobiles, whoever speaks to it: a mobile and an ID number in; a match, none, or nobody knows. */
import type { IdentityResult } from './contact.ts';

export interface AskedIdentity {
  readonly mobile: string;
  readonly idNumber: string;
}

/** `reason`, a word of ours, only where the result is unknown. */
export interface IdentityAnswer {
  readonly result: IdentityResult;
  readonly reason: string;
}

export interface IdentityRegistry {
  /** Never throws: what cannot be read is unknown, and unknown is not a match. */
  ask(asked: AskedIdentity): Promise<IdentityAnswer>;
}
