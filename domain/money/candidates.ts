/** Transfers that a bank memo may speak of, and whether it names one of them for certain. */
import { lastSixOf } from '../persons/resident-id.ts';
import { awaitedIndex, type AwaitedIndex, type AwaitedTransfer } from './awaited-money.ts';
import type { MemoKeys } from './bank-memo.ts';

export interface Candidate {
  readonly transferId: string;
  readonly caseNo: string;
  readonly stewardId: string;
  readonly open: boolean;
  readonly completed: boolean;
  /** Undefined: the info form is not in yet. */
  readonly awaited: AwaitedTransfer | undefined;
  readonly name: string;
  readonly idNumber: string;
}

/** Who waits for money, and who has it already; a transfer that ended without booking waits for nothing. */
export function indexOf(candidates: readonly Candidate[]): AwaitedIndex {
  return awaitedIndex(
    candidates.flatMap(({ awaited, open, completed }) => (awaited && (open || completed) ? awaited : [])),
  );
}

/** Does the memo name it for certain? The name alone is never enough. */
export function isNamed({ caseNo, idNumber, name }: Candidate, memo: MemoKeys): boolean {
  return (
    memo.caseNumbers.includes(caseNo) ||
    memo.idNumbers.includes(idNumber) ||
    (idNumber !== '' && memo.names.includes(name) && memo.lastSixes.includes(lastSixOf(idNumber)))
  );
}
