/** What the bank says of a remittance: that it has left, or that it came back. Known by our reference, the amount and the account together. */
import { sql } from 'kysely';
import { differenceOf, referencesIn } from '../../domain/money/remittance-match.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { ownerNow } from '../holding/owners.ts';
import { noteDebit } from '../money/remittances.ts';
import { openBounceTask } from './bounce-task.ts';
import { tellConfirmed } from './confirmed.ts';
import { lockRemittance, type LockedRemittance } from './lock.ts';
import { moveTo, type Moving } from './moving.ts';
import { tellRemittance } from './tell.ts';

export interface EntryAbout {
  readonly officeId: string;
  /** Ours; empty where the statement does not say it. */
  readonly account: string;
  readonly payerAccount: string;
  readonly amountFen: number;
  readonly memo: string;
}

export interface NamedRemittance {
  readonly remittance: LockedRemittance;
  /** Amount and account are its own too. */
  readonly agrees: boolean;
}

/** Undefined: the entry names none of ours. Of two in one memo nobody can tell which it is: neither agrees. */
export async function findNamed(tx: Tx, keyring: Keyring, entry: EntryAbout): Promise<NamedRemittance | undefined> {
  const references = referencesIn(entry.memo);
  if (references.length === 0) return undefined;
  const { rows } = await sql<{ id: string }>`select id from remittances
    where office_id = ${entry.officeId} and reference = any(${references}::text[]) order by id limit 2`.execute(tx);
  if (!rows[0]) return undefined;
  const remittance = await lockRemittance(tx, entry.officeId, rows[0].id);
  const sides = {
    amountFen: remittance.amount_fen,
    ourAccount: remittance.our_account,
    otherAccount: keyring.openText(remittance.payee_account_sealed) ?? '',
  };
  const { amountFen, account: ourAccount, payerAccount: otherAccount } = entry;
  const agrees = rows.length === 1 && differenceOf(sides, { amountFen, ourAccount, otherAccount }) === undefined;
  return { remittance, agrees };
}

interface Told {
  readonly entryId: string;
  /** When the bank has booked it. */
  readonly at: Date;
}

/** The debit that pays it. Whoever has forgotten to say that it was sent hears it from the bank; what nobody released is no payment of ours. */
export async function confirmBy(
  tx: Tx,
  keyring: Keyring,
  { remittance, agrees }: NamedRemittance,
  told: Told,
): Promise<boolean> {
  if (!agrees || !awaitsDebit(remittance)) return false;
  await payBy(tx, keyring, remittance, told, { byStaffId: null });
  return true;
}

/** It has left, or may have, and no debit is known of it. */
export const awaitsDebit = ({ state, debit_entry_id: debit }: LockedRemittance): boolean =>
  ['released', 'sent'].includes(state) || (state === 'bounced' && debit === null);

/** Who says that this debit pays it: nobody but the bank, or two people. */
type Sayer = Pick<Moving, 'byStaffId' | 'confirmedBy' | 'note' | 'idempotencyKey'>;

export async function payBy(
  tx: Tx,
  keyring: Keyring,
  remittance: LockedRemittance,
  told: Told,
  sayer: Sayer,
): Promise<void> {
  if (remittance.state === 'bounced') return noteLateDebit(tx, remittance, told, sayer);
  const { entryId } = told;
  const occurredAt = notBefore(remittance, told.at);
  const sent = await whatWasSent(tx, remittance, { occurredAt, byStaffId: null, entryId });
  await moveTo(tx, sent, 'confirmed', { ...sayer, occurredAt, entryId });
  await tellConfirmed(tx, keyring, { remittance, at: occurredAt });
}

/** It lies where it lay: no move, but its history says which debit it was and who said so. */
async function noteLateDebit(
  tx: Tx,
  { id, office_id: officeId, transfer_id: transferId, amount_fen: amountFen }: LockedRemittance,
  { entryId, at: occurredAt }: Told,
  { byStaffId, confirmedBy }: Sayer,
): Promise<void> {
  await noteDebit(tx, id, entryId);
  await tellRemittance(tx, 'remittanceDebited', {
    officeId,
    transferId,
    occurredAt,
    byStaffId,
    ...(confirmedBy !== undefined && { confirmedBy }),
    payload: { remittanceId: id, amountFen, entryId },
  });
}

/** What the bank speaks of has been sent, whether somebody said so or not. */
async function whatWasSent(
  tx: Tx,
  remittance: LockedRemittance,
  move: Pick<Moving, 'occurredAt' | 'byStaffId' | 'entryId'>,
): Promise<LockedRemittance> {
  return remittance.state === 'released' ? moveTo(tx, remittance, 'sent', move) : remittance;
}

export const mayBounce = ({ remittance, agrees }: NamedRemittance): boolean =>
  agrees && ['released', 'sent', 'confirmed'].includes(remittance.state);

/** The ball is ours again: somebody of finance has it, and a task. After the confirmation it is a fact of its own. */
export async function bounceBy(tx: Tx, { remittance }: NamedRemittance, { entryId, at }: Told): Promise<void> {
  const { office_id: officeId, now, owner_id: before } = remittance;
  const { staffId: owner } = await ownerNow(tx, officeId, { role: 'finance', prefer: [before], on: dateOf(now) });
  const move = { occurredAt: notBefore(remittance, at), byStaffId: null, entryId };
  await moveTo(tx, await whatWasSent(tx, remittance, move), 'bounced', {
    ...move,
    ownerId: owner,
    ...(remittance.state === 'confirmed' && { event: 'remittanceCameBack' }),
  });
  await openBounceTask(tx, remittance, { owner, entryId });
}

/** A bank gives a day; that it was sent was said with the minute. */
const notBefore = ({ since }: LockedRemittance, at: Date): Date => (at < since ? since : at);
