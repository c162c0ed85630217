/** A debit that the bank has worded otherwise is a remittance's by the word of two people: its amount is, and something else that the bank says. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { foldText } from '../../domain/folded-text.ts';
import { moneyArrived } from '../../domain/money/money-arrived.ts';
import { referencesIn } from '../../domain/money/remittance-match.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { closeOfficeTask, closeTasksOf } from '../holding/task-changes.ts';
import { newText } from '../texts/sealed-texts.ts';
import { lockRemittance, type LockedRemittance } from './lock.ts';
import { barredFromPaying, requireMayPay } from './separation.ts';
import { awaitsDebit, payBy } from './settle.ts';

interface Asked {
  readonly officeId: string;
  readonly remittanceId: string;
  readonly entryId: string;
  readonly proposedBy: string;
}

interface Debit {
  readonly id: string;
  readonly serial: string;
  readonly account: string;
  readonly bookedOn: string;
  readonly amountFen: number;
  readonly isReversal: boolean;
  readonly isTaken: boolean;
  readonly otherSide: string;
  /** Of ours, as the memo names them. */
  readonly references: readonly string[];
}

/**
 * How both stand, and what a person reads before they agree.
 * @throws Refusal not-found, already-decided (one of them is settled), amount-mismatch, not-due (it names another, or nothing but the amount agrees), separation-of-duties
 */
export async function lookAtJoining(tx: Tx, keyring: Keyring, asked: Asked) {
  const { officeId, remittanceId, entryId, proposedBy } = asked;
  const remittance = await lockRemittance(tx, officeId, remittanceId);
  const debit = await lockDebit(tx, keyring, officeId, entryId);
  requireOpen(remittance, debit);
  const of = { officeId, transferId: remittance.transfer_id };
  await requireMayPay(tx, of, proposedBy);
  const payeeName = keyring.openText(remittance.payee_sealed) ?? '';
  requireLikeness(remittance, debit, payeeName);
  return { remittance, debit, payeeName, barred: await barredFromPaying(tx, of) };
}

async function lockDebit(tx: Tx, keyring: Keyring, officeId: string, entryId: string): Promise<Debit> {
  const { rows } = await sql<Omit<Debit, 'otherSide' | 'references'> & { payer: Buffer | null; note: Buffer | null }>`
    select id, serial, account, booked_on as "bookedOn", amount_fen as "amountFen", is_reversal as "isReversal",
      exists (select from remittances where debit_entry_id = entry.id)
        or exists (select from credit_parts where entry_id = entry.id) as "isTaken",
      payer_sealed as payer, memo_sealed as note
    from bank_entries entry where id = ${entryId}::uuid and office_id = ${officeId} and direction = 'debit'
    for update of entry`.execute(tx);
  if (!rows[0]) throw new Refusal('not-found', 'There is no such debit.');
  const { payer, note, ...debit } = rows[0];
  return { ...debit, otherSide: keyring.openText(payer) ?? '', references: referencesIn(keyring.openText(note) ?? '') };
}

function requireOpen(remittance: LockedRemittance, { isReversal, isTaken }: Debit): void {
  const { state } = remittance;
  if (!awaitsDebit(remittance))
    throw new Refusal('already-decided', `This remittance is ${state}; it waits for no debit.`, { extra: { state } });
  if (isReversal || isTaken)
    throw new Refusal('already-decided', 'This debit pays another remittance, or takes back what had come.');
}

/** By the amount alone nothing is known, and whatever names another remittance is that one's. Our account tells nothing: every debit is of it. */
function requireLikeness(remittance: LockedRemittance, debit: Debit, payeeName: string): void {
  if (remittance.amount_fen !== debit.amountFen)
    throw new Refusal('amount-mismatch', 'The bank has debited another amount than the remittance is of.', {
      extra: { expectedFen: remittance.amount_fen, receivedFen: debit.amountFen },
    });
  const isNamed = debit.references.includes(remittance.reference);
  if (debit.references.length > 0 && !isNamed)
    throw new Refusal('not-due', 'This debit names another reference than the remittance’s.');
  if (!isNamed && foldText(debit.otherSide) !== foldText(payeeName))
    throw new Refusal('not-due', 'Neither reference nor payee of this debit are the remittance’s.');
}

interface Joining extends Asked {
  readonly confirmedBy: string;
  readonly approvalId: string;
  readonly note: string | undefined;
}

/** The debit is the bank's word for it, and the questions about the debit are answered. */
export async function joinDebit(tx: Tx, keyring: Keyring, joining: Joining): Promise<void> {
  const { officeId, proposedBy, confirmedBy, approvalId, note } = joining;
  const { remittance, debit } = await lookAtJoining(tx, keyring, joining);
  const told = { entryId: debit.id, at: moneyArrived(debit.bookedOn, remittance.now) };
  await payBy(tx, keyring, remittance, told, {
    byStaffId: proposedBy,
    confirmedBy,
    note: newText(keyring, { officeId, transferId: remittance.transfer_id }, note),
    idempotencyKey: `approval:${approvalId}`,
  });
  await answerQuestions(tx, officeId, debit.id, confirmedBy);
}

/** Transfers are locked in the order of their ids. */
async function answerQuestions(tx: Tx, officeId: string, entryId: string, byStaffId: string): Promise<void> {
  const { rows } = await sql<{ id: string; naturalKey: string; transferId: string | null }>`
    select id, natural_key as "naturalKey", transfer_id as "transferId" from tasks
    where office_id = ${officeId} and kind = 'moneyOut' and closed_at is null and about ->> 'entryId' = ${entryId}
    order by transfer_id, id`.execute(tx);
  const closing = { note: '', byStaffId };
  for (const { id, naturalKey, transferId } of rows)
    if (transferId === null) await closeOfficeTask(tx, officeId, naturalKey, closing);
    else await closeTasksOf(tx, transferId, { id }, closing);
}
