/** Transfers that wait for money, and how a bank memo finds them. */
import { normalisePersonName } from '../persons/person-name.ts';
import { lastSixOf } from '../persons/resident-id.ts';

/** A transfer whose info form is in; it stays here when satisfied, so that a second payment is seen. */
export interface AwaitedTransfer {
  readonly caseNumber: string;
  readonly name: string;
  /** 18 characters. */
  readonly idNumber: string;
  readonly areaCode: string;
  /** Line ⑥ of the info form. */
  readonly expectedFen: number;
  /** What has been matched so far. */
  readonly matchedFen: number;
  /** What is proposed and waits for a person's yes. */
  readonly proposedFen?: number;
}

/** Exact look-ups only, so that keyed hashes can serve them. Names come in their form for look-up. */
export interface AwaitedIndex {
  byCaseNumber(caseNumber: string): AwaitedTransfer | undefined;
  byIdNumber(idNumber: string): readonly AwaitedTransfer[];
  byNameAndLastSix(name: string, lastSix: string): readonly AwaitedTransfer[];
  byName(name: string): readonly AwaitedTransfer[];
  byArea(areaCode: string): readonly AwaitedTransfer[];
}

export function outstandingFen({ expectedFen, matchedFen }: AwaitedTransfer): number {
  return expectedFen - matchedFen;
}

/** An index over transfers in memory; a transfer given again under its case number replaces the earlier one. */
export function awaitedIndex(
  transfers: Iterable<AwaitedTransfer>,
): AwaitedIndex & { put(transfer: AwaitedTransfer): void } {
  const current = new Map<string, AwaitedTransfer>();
  const keys = new Map<string, Set<string>>();
  const find = (key: string): AwaitedTransfer[] =>
    [...(keys.get(key) ?? [])].flatMap((caseNumber) => current.get(caseNumber) ?? []);
  const put = (transfer: AwaitedTransfer): void => {
    current.set(transfer.caseNumber, transfer);
    const name = normalisePersonName(transfer.name);
    const { idNumber, areaCode } = transfer;
    for (const key of [`id ${idNumber}`, `name ${name}`, `six ${lastSixOf(idNumber)} ${name}`, `area ${areaCode}`])
      keys.set(key, (keys.get(key) ?? new Set()).add(transfer.caseNumber));
  };
  for (const transfer of transfers) put(transfer);
  return {
    put,
    byCaseNumber: (caseNumber) => current.get(caseNumber),
    byIdNumber: (idNumber) => find(`id ${idNumber}`),
    byNameAndLastSix: (name, lastSix) => find(`six ${lastSix} ${name}`),
    byName: (name) => find(`name ${name}`),
    byArea: (areaCode) => find(`area ${areaCode}`),
  };
}
