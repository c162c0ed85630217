/** Which remittance an entry of the bank is about: by our reference, the amount and the account together; never by the amount alone. */
import { cleanText, foldText } from '../folded-text.ts';
import { accountKey } from './account-number.ts';

const REFERENCE = /(?<![A-Z0-9])HK\d{11,13}(?!\d)/g;

/** Our references in a memo. A bank may break a line inside one, or write another number behind it: both readings are given. */
export function referencesIn(memo: string): string[] {
  const written = [cleanText(memo).toUpperCase(), foldText(memo)];
  return [...new Set(written.flatMap((text) => text.match(REFERENCE) ?? []))];
}

export interface EntrySides {
  readonly amountFen: number;
  /** Ours; empty where the statement does not say it. */
  readonly ourAccount: string;
  readonly otherAccount: string;
}

/** What an entry under our reference does not agree with: then a person must look. */
export type EntryDifference = 'amount' | 'account';

/** Every account that both say is the same, and one at least is said by both. */
export function differenceOf(remittance: EntrySides, entry: EntrySides): EntryDifference | undefined {
  if (remittance.amountFen !== entry.amountFen) return 'amount';
  const pairs = [
    [remittance.ourAccount, entry.ourAccount],
    [remittance.otherAccount, entry.otherAccount],
  ]
    .map((pair) => pair.map(accountKey))
    .filter(([one, other]) => one !== '' && other !== '');
  return pairs.length > 0 && pairs.every(([one, other]) => one === other) ? undefined : 'account';
}
