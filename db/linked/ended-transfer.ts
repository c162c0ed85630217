/** The transfer that something goes on from, with what has gone on from it already. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Link } from '../../domain/linked.ts';
import type { Tx } from '../connection/connection.ts';
import { holdTransfer } from '../ledger/locked-transfer.ts';
import { withEarlier } from '../ledger/paid-out.ts';
import { isOnItsWay } from '../remittances/standing.ts';

export interface EndedTransfer {
  readonly id: string;
  readonly caseId: string;
  readonly leg: string;
  readonly direction: 'in' | 'out';
  readonly procedureType: string;
  readonly counterpartId: string;
  readonly stewardId: string;
  readonly ruleVersion: string;
  readonly firstId: string | null;
  /** Null: it is open. */
  readonly closedAt: Date | null;
  readonly closing: string | null;
  /** The highest of its case and leg. */
  readonly numbers: number;
  readonly isReopened: boolean;
  readonly isReversed: boolean;
  /** What goes on in its case and leg, from this one or another, and is open. */
  readonly openLink: Link | null;
  /** Another open transfer of the person with this office, of the same direction. */
  readonly duplicateId: string | null;
  /** As it was booked; null: it was not, or nothing was. */
  readonly bookedFen: number | null;
  /** What of it lies booked in parts of credits: an old ledger tells of none. */
  readonly bookedPartsFen: number;
  /** The bank has taken money of it, or of one that it was reopened from, and nobody has decided whose that was. */
  readonly isMoneyOutOpen: boolean;
  /** Money of it, or of one that it was reopened from, is being paid, and no fact has told of it. */
  readonly isOnItsWay: boolean;
}

/** Of one case two go on at the same time only one after the other, whatever they go on from. Transfer before case. @throws Refusal not-found */
export async function holdWithCase(tx: Tx, transferId: string): Promise<void> {
  await holdTransfer(tx, transferId);
  await sql`select 1 from cases where id = (select case_id from transfers where id = ${transferId}::uuid)
    for no key update`.execute(tx);
}

/** Whoever asks for the same at the same time waits here. @throws Refusal not-found */
export async function lockEnded(tx: Tx, officeId: string, transferId: string): Promise<EndedTransfer> {
  await holdWithCase(tx, transferId);
  return readEnded(tx, officeId, transferId);
}

/** The same for a proposal, which locks nothing. @throws Refusal not-found */
export async function readEnded(tx: Tx, officeId: string, transferId: string): Promise<EndedTransfer> {
  const { rows } = await sql<EndedTransfer>`select t.id, t.case_id as "caseId", t.leg, t.direction,
      t.procedure_type as "procedureType", t.counterpart_id as "counterpartId", t.steward_id as "stewardId",
      t.rule_version as "ruleVersion", t.first_id as "firstId", t.closed_at as "closedAt", t.closing,
      (select max(number) from transfers of_case where of_case.case_id = t.case_id and of_case.leg = t.leg) as numbers,
      exists (select from transfers later where later.links_to = t.id and later.link = 'reopening') as "isReopened",
      exists (select from reversals where reversals.transfer_id = t.id) as "isReversed",
      (select link from transfers other where other.case_id = t.case_id and other.leg = t.leg and other.id <> t.id
        and other.link is not null and other.closed_at is null limit 1) as "openLink",
      (select other.id from transfers other join cases on cases.id = other.case_id
        join counterparts theirs on theirs.id = other.counterpart_id
        where cases.person_id = c.person_id and cases.office_id = t.office_id and other.direction = t.direction
          and other.closed_at is null and other.id <> t.id and other.link is distinct from 'supplement'
          and theirs.area_code = (select area_code from counterparts where id = t.counterpart_id)
        limit 1) as "duplicateId",
      (select amount_fen from bookings where bookings.transfer_id = t.id) as "bookedFen",
      (select coalesce(sum(amount_fen), 0)::bigint from credit_parts
        where credit_parts.transfer_id = t.id and state = 'booked') as "bookedPartsFen",
      exists (select from tasks where tasks.transfer_id in ${withEarlier(transferId)}
        and kind = 'moneyOut' and tasks.closed_at is null) as "isMoneyOutOpen",
      ${isOnItsWay(transferId)} as "isOnItsWay"
    from transfers t join cases c on c.id = t.case_id
    where t.id = ${transferId}::uuid and t.office_id = ${officeId}`.execute(tx);
  const found = rows[0];
  if (!found) throw new Refusal('not-found', 'There is no such transfer.');
  return found;
}

/** @throws Refusal transfer-open, already-decided */
export function requireEnded({ closedAt, isReopened }: EndedTransfer): void {
  if (closedAt === null)
    throw new Refusal('transfer-open', 'This transfer has not ended: what comes late belongs to it as it is.');
  if (isReopened)
    throw new Refusal('already-decided', 'This transfer was reopened: go on from the linked transfer that it became.');
}

/** @throws Refusal already-decided, not-completed */
export function requireCompleted({ closing, isReversed }: EndedTransfer): void {
  if (isReversed) throw new Refusal('already-decided', 'This transfer was reversed: nothing of it is here any more.');
  if (closing !== 'completed')
    throw new Refusal(
      'not-completed',
      'Nothing was moved by this transfer: it can be reopened, not added to or reversed.',
    );
}

/** @throws Refusal already-decided */
export function requireNothingOpen({ openLink }: EndedTransfer): void {
  if (openLink !== null)
    throw new Refusal('already-decided', 'A linked transfer of this case is open; end that one first.', {
      extra: { link: openLink },
    });
}

/** @throws Refusal already-decided */
export function requireMoneySettled({ isMoneyOutOpen }: EndedTransfer): void {
  if (isMoneyOutOpen)
    throw new Refusal(
      'already-decided',
      'Money of this transfer has left the account, or may have: finance must settle that task first.',
    );
}
