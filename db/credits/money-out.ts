/** Money that left: every debit is finance's work at once, and what it takes back is no transfer's money any more. */
import { sql } from 'kysely';
import { readMemo } from '../../domain/money/bank-memo.ts';
import { saysReversal } from '../../domain/money/reversal.ts';
import { compareText } from '../../domain/text-order.ts';
import { moneyArrived } from '../../domain/money/money-arrived.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { openOfficeTask, openTaskOf, type NewTask } from '../holding/tasks.ts';
import { confirmBy, findNamed, type NamedRemittance } from '../remittances/settle.ts';
import { financeOwner } from './ask-finance.ts';
import { officeTime } from './office-time.ts';
import { noteEntry, sealEntry, type EntryNote, type NewEntry } from './entries.ts';
import { reversePart } from './reverse-part.ts';
import { findReversed, type CandidateCredit, type CandidatePart, type Reversed } from './reversed-candidates.ts';

export interface MoneyOut extends NewEntry {
  readonly isReversal: boolean;
}

/** What has been found out about it; the task says it. */
export type Found =
  | 'reversed'
  | 'booked'
  | 'returned'
  | 'severalCandidates'
  | 'nothing'
  // A payment of ours, as it was released; nobody is asked.
  | 'remitted'
  // Under our reference, and not as it was released.
  | 'remittanceDiffers';

export interface NotedMoneyOut extends EntryNote {
  readonly found: Found;
}

export async function receiveMoneyOut(tx: Tx, keyring: Keyring, debit: MoneyOut): Promise<NotedMoneyOut> {
  const entry = await noteEntry(tx, keyring, debit);
  if (!entry.isNew || debit.amountFen === 0) return { ...entry, found: 'nothing' };
  const isReversal = debit.isReversal || saysReversal(debit.memo);
  await sealEntry(tx, keyring, entry.entryId, { ...debit, isReversal });
  const remitted = isReversal ? undefined : await findNamed(tx, keyring, debit);
  if (remitted) return { ...entry, found: await settleRemittance(tx, keyring, { debit, entry, remitted }) };
  const reversed = await findReversed(tx, keyring, { ...debit, serial: entry.serial, isReversal });
  return { ...entry, found: await settle(tx, keyring, { debit, entry, reversed, isReversal }) };
}

interface Remitting {
  readonly debit: MoneyOut;
  readonly entry: EntryNote;
  readonly remitted: NamedRemittance;
}

/** What does not agree with it was paid twice, or by nobody's leave: finance must look. */
async function settleRemittance(tx: Tx, keyring: Keyring, { debit, entry, remitted }: Remitting): Promise<Found> {
  const { officeId, bookedOn, amountFen } = debit;
  const { entryId, serial } = entry;
  const now = await officeTime(tx);
  if (await confirmBy(tx, keyring, remitted, { entryId, at: moneyArrived(bookedOn, now) })) return 'remitted';
  const found = 'remittanceDiffers';
  const { id: remittanceId, transfer_id: transferId } = remitted.remittance;
  await ask(tx, officeId, transferId === null ? [] : [transferId], {
    kind: 'moneyOut',
    owner: await financeOwner(tx, officeId, now),
    about: { entryId, serial, bookedOn, amountFen, isReversal: false, found, creditIds: [], remittanceId },
    naturalKey: `moneyOut:${entryId}`,
  });
  return found;
}

interface Settling {
  readonly debit: MoneyOut;
  readonly entry: EntryNote;
  readonly reversed: Reversed;
  readonly isReversal: boolean;
}

async function settle(tx: Tx, keyring: Keyring, settling: Settling): Promise<Found> {
  const { debit, entry, isReversal } = settling;
  const { credits: candidates, agrees } = settling.reversed;
  const [only] = candidates.length === 1 && agrees ? candidates : [];
  const parts = only && partsToReverse(only, debit);
  const touched = (parts ?? candidates.flatMap((credit) => credit.parts)).filter(({ state }) => state !== 'returned');
  const transferIds = [...new Set(touched.flatMap(({ transfer_id: id }) => id ?? []))].sort();
  // Transfer before credit before part, as everywhere.
  await sql`select 1 from transfers where id = any(${transferIds}::uuid[]) order by id for update`.execute(tx);
  if (only) await sql`select 1 from credits where id = ${only.id} for update`.execute(tx);
  const ownerId = await financeOwner(tx, debit.officeId, await officeTime(tx));
  for (const part of takenBack(parts ?? []))
    await reversePart(tx, keyring, {
      officeId: debit.officeId,
      creditId: part.credit_id,
      part,
      amountFen: Math.min(part.amount_fen, debit.amountFen),
      entryId: entry.entryId,
      bookedOn: debit.bookedOn,
      ownerId,
    });
  const found = foundOf(parts, candidates);
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

/** What is booked or sent back already stays so. */
const takenBack = (parts: readonly CandidatePart[]): CandidatePart[] =>
  parts.filter(({ state }) => state !== 'booked' && state !== 'returned').sort(byTransfer);

/** Transfers are locked in the order of their ids. */
const byTransfer = (one: CandidatePart, other: CandidatePart): number =>
  compareText(one.transfer_id ?? '', other.transfer_id ?? '');

/** With each transfer that it concerns: nothing is booked there before somebody has settled it. */
async function ask(tx: Tx, officeId: string, transferIds: readonly string[], task: NewTask): Promise<void> {
  if (transferIds.length === 0) return openOfficeTask(tx, officeId, task);
  for (const transferId of transferIds)
    await openTaskOf(tx, transferId, { ...task, naturalKey: `${task.naturalKey}:${transferId}` });
}
