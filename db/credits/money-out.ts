/** Money that left: every debit is finance's work at once, and what it takes back is no transfer's money any more. */
import { sql } from 'kysely';
import { readMemo } from '../../domain/money/bank-memo.ts';
import { saysReversal } from '../../domain/money/reversal.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { ownerNow } from '../holding/owners.ts';
import { openOfficeTask, openTaskOf, type NewTask } from '../holding/tasks.ts';
import { noteEntry, sealEntry, type EntryNote, type NewEntry } from './entries.ts';
import { reversePart, type Reversing } from './reverse-part.ts';
import { findReversed, type CandidateCredit, type CandidatePart } from './reversed-candidates.ts';

export interface MoneyOut extends NewEntry {
  readonly isReversal: boolean;
}

/** What has been found out about it; the task says it. */
type Found = 'reversed' | 'booked' | 'returned' | 'severalCandidates' | 'nothing';

export interface NotedMoneyOut extends EntryNote {
  readonly found: Found;
}

export async function receiveMoneyOut(tx: Tx, keyring: Keyring, debit: MoneyOut): Promise<NotedMoneyOut> {
  const entry = await noteEntry(tx, keyring, debit);
  if (!entry.isNew || debit.amountFen === 0) return { ...entry, found: 'nothing' };
  const isReversal = debit.isReversal || saysReversal(debit.memo);
  await sealEntry(tx, keyring, entry.entryId, { ...debit, isReversal });
  const likely = await findReversed(tx, keyring, { ...debit, serial: entry.serial });
  // Without a word of it only the bank's own reference shows that the debit takes something back, or that it is our own return.
  const candidates = likely.filter(
    (credit) => isReversal || credit.likeness === 3 || credit.parts.every(({ state }) => state === 'returned'),
  );
  return { ...entry, found: await settle(tx, keyring, { debit, entry, candidates, isReversal }) };
}

interface Settling {
  readonly debit: MoneyOut;
  readonly entry: EntryNote;
  readonly candidates: readonly CandidateCredit[];
  readonly isReversal: boolean;
}

async function settle(tx: Tx, keyring: Keyring, settling: Settling): Promise<Found> {
  const { debit, entry, candidates, isReversal } = settling;
  const [only] = candidates.length === 1 ? candidates : [];
  const parts = only && partsToReverse(only, debit);
  const touched = (parts ?? candidates.flatMap((credit) => credit.parts)).filter(({ state }) => state !== 'returned');
  const transferIds = [...new Set(touched.flatMap(({ transfer_id: id }) => id ?? []))].sort();
  // Transfer before credit before part, as everywhere.
  await sql`select 1 from transfers where id = any(${transferIds}::uuid[]) order by id for update`.execute(tx);
  if (only) await sql`select 1 from credits where id = ${only.id} for update`.execute(tx);
  const ownerId = await financeOwner(tx, debit.officeId);
  const found = foundOf(parts, candidates);
  if (only && parts)
    for (const { part, amountFen } of cut([...parts].sort(byTransfer), debit.amountFen))
      if (part.state !== 'booked' && part.state !== 'returned')
        await reversePart(
          tx,
          keyring,
          reversingOf({ debit, entryId: entry.entryId, ownerId, creditId: only.id, part, amountFen }),
        );
  const about = {
    entryId: entry.entryId,
    serial: entry.serial,
    bookedOn: debit.bookedOn,
    amountFen: debit.amountFen,
    isReversal,
    found,
    creditIds: candidates.map(({ id }) => id).slice(0, 20),
  };
  await ask(tx, debit.officeId, transferIds, {
    kind: 'moneyOut',
    owner: ownerId,
    about,
    naturalKey: `moneyOut:${entry.entryId}`,
  });
  return found;
}

function foundOf(parts: readonly CandidatePart[] | undefined, candidates: readonly CandidateCredit[]): Found {
  if (!parts) return candidates.length > 0 ? 'severalCandidates' : 'nothing';
  if (parts.some(({ state }) => state === 'booked')) return 'booked';
  return parts.every(({ state }) => state === 'returned') ? 'returned' : 'reversed';
}

/** The whole credit, the one part of that amount, or some of its only part. Undefined: nobody can tell which money it was. */
function partsToReverse(credit: CandidateCredit, debit: MoneyOut): readonly CandidatePart[] | undefined {
  const { parts } = credit;
  const sum = parts.reduce((total, { amount_fen: fen }) => total + fen, 0);
  if (sum === debit.amountFen) return parts;
  const equal = parts.filter(({ amount_fen: fen }) => fen === debit.amountFen);
  const { caseNumbers } = readMemo(debit.memo);
  const named = equal.filter(({ case_no: caseNo }) => caseNo !== null && caseNumbers.includes(caseNo));
  if (named.length === 1) return named;
  if (equal.length === 1) return equal;
  return parts.length === 1 && sum > debit.amountFen ? parts : undefined;
}

function cut(parts: readonly CandidatePart[], amountFen: number): { part: CandidatePart; amountFen: number }[] {
  return parts.map((part) => ({ part, amountFen: Math.min(part.amount_fen, amountFen) }));
}

/** Transfers are locked in the order of their ids. */
const byTransfer = (one: CandidatePart, other: CandidatePart): number => {
  const [a, b] = [one.transfer_id ?? '', other.transfer_id ?? ''];
  return a < b ? -1 : Number(a > b);
};

const reversingOf = ({
  debit,
  ...rest
}: Omit<Reversing, 'officeId' | 'bookedOn' | 'bySource'> & { debit: MoneyOut }): Reversing => ({
  ...rest,
  officeId: debit.officeId,
  bookedOn: debit.bookedOn,
});

export async function financeOwner(tx: Tx, officeId: string): Promise<string> {
  const { rows } = await sql<{ now: Date }>`select office_now() as now`.execute(tx);
  return (await ownerNow(tx, officeId, { role: 'finance', on: dateOf(rows[0]!.now) })).staffId;
}

/** With each transfer that it concerns: nothing is booked there before somebody has settled it. */
async function ask(tx: Tx, officeId: string, transferIds: readonly string[], task: NewTask): Promise<void> {
  if (transferIds.length === 0) return openOfficeTask(tx, officeId, task);
  for (const transferId of transferIds)
    await openTaskOf(tx, transferId, { ...task, naturalKey: `${task.naturalKey}:${transferId}` });
}
