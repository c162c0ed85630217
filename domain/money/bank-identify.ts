/** Which awaiting transfers a memo names for certain, and whether its keys speak of the same people. */
import { outstandingFen, type AwaitedIndex, type AwaitedTransfer } from './awaited-money.ts';
import type { MemoKeys } from './bank-memo.ts';

export type StrongKey = 'caseNumber' | 'idNumber' | 'nameAndLastSix';

export interface Identified {
  readonly named: readonly AwaitedTransfer[];
  /** The strongest key that named one of them. */
  readonly key: StrongKey | 'none';
  /** Keys of different kinds name different people, and not as a list of people whose sum agrees. */
  readonly disagree: boolean;
}

export function identify(memo: MemoKeys, amountFen: number, index: AwaitedIndex): Identified {
  const named = new Map<AwaitedTransfer, StrongKey>();
  for (const caseNumber of memo.caseNumbers) {
    const transfer = index.byCaseNumber(caseNumber);
    if (transfer) named.set(transfer, 'caseNumber');
  }
  const add = (key: StrongKey, ofPerson: readonly AwaitedTransfer[]): void => {
    if (ofPerson.some((transfer) => named.has(transfer))) return;
    for (const transfer of choose(ofPerson, amountFen)) named.set(transfer, key);
  };
  // A right ID number of somebody who awaits nothing contradicts the case that the memo names.
  let stranger = false;
  for (const idNumber of memo.idNumbers) {
    const ofPerson = index.byIdNumber(idNumber);
    if (ofPerson.length === 0) stranger = true;
    add('idNumber', ofPerson);
  }
  for (const name of memo.names)
    for (const lastSix of memo.lastSixes) add('nameAndLastSix', index.byNameAndLastSix(name, lastSix));
  const transfers = [...named.keys()];
  const sum = transfers.reduce((total, transfer) => total + outstandingFen(transfer), 0);
  const kinds = new Set(named.values());
  const disagree = named.size > 0 && (stranger || (kinds.size > 1 && sum !== amountFen));
  return { named: transfers, key: named.values().next().value ?? 'none', disagree };
}

/** Of one person's transfers those that the money can be for: the one it completes, else those still waiting. */
function choose(ofPerson: readonly AwaitedTransfer[], amountFen: number): readonly AwaitedTransfer[] {
  const waiting = ofPerson.filter((transfer) => outstandingFen(transfer) > 0);
  const candidates = waiting.length > 0 ? waiting : ofPerson;
  const amountOf = waiting.length > 0 ? outstandingFen : (transfer: AwaitedTransfer) => transfer.expectedFen;
  const completed = candidates.filter((transfer) => amountOf(transfer) === amountFen);
  return completed.length === 1 ? completed : candidates;
}
