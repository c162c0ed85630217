/** A notice on its way: queued → sending → sent → delivered; what a crash leaves in “sending” becomes unknown. */
import { sql } from 'kysely';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { nextOfficeInstant, isOfficeTime } from '../../domain/time/office-hours.ts';
import type { NoticeFacts } from '../../domain/notices/notice-text.ts';
import { NOW_AND_REVISION, ruleBookOf } from '../office/rules.ts';
import type { Db } from '../connection/connection.ts';
import { lockReceipts } from '../connection/locks.ts';
import { noteNotice, openNoticeTask } from './history.ts';
import { OFFICE_COLUMNS, officeHours, type Office } from '../office/office.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { takeUpReceipts } from './receipts.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface DueNotice extends NoticeFacts {
  readonly id: string;
  readonly transferId: string;
  readonly to: string;
  /** No other of the office is queued. */
  readonly isLast: boolean;
}

export type SendingResult =
  | { readonly state: 'sent'; readonly gatewayRef: string }
  | { readonly state: 'failed' | 'unknown' | 'unreachable'; readonly reason: string };

interface ClaimedRow {
  id: string;
  transferId: string;
  kind: 'acceptance' | 'completion';
  language: string;
  recipient: 'person' | 'agent';
  statusCode: string;
  at: Date;
  phone: Buffer | null;
  agentPhone: Buffer | null;
  isLast: boolean;
}

/** What a round goes by. */
export interface Round {
  readonly office: Office;
  readonly now: Date;
  /** Whether a notice may go now: one is due, and somebody is there. */
  readonly isDue: boolean;
  /** The office instant at which the next queued notice may go; undefined when none waits. */
  readonly next: Date | undefined;
  readonly clockSpeed: number;
  /** A worker died between the gateway and the ledger. */
  readonly interrupted: boolean;
}

export async function readRound(db: Db, officeId: string): Promise<Round> {
  const { now, revision, at, clockSpeed, interrupted, ...office } = await db
    .selectFrom('offices')
    .select(OFFICE_COLUMNS)
    .select(NOW_AND_REVISION)
    .select([
      sql<Date | null>`(select min(not_before) from notices where office_id = offices.id and state = 'queued')`.as(
        'at',
      ),
      sql<number>`(select speed from office_clock)`.as('clockSpeed'),
      sql<boolean>`exists (select from notices where office_id = offices.id and ${INTERRUPTED})`.as('interrupted'),
    ])
    .where('offices.id', '=', officeId)
    .executeTakeFirstOrThrow();
  const { calendar } = await ruleBookOf(db, revision);
  const hours = officeHours(office);
  return {
    office,
    now,
    isDue: at !== null && at <= now && isOfficeTime(now, hours, calendar),
    next: at === null ? undefined : new Date(nextOfficeInstant(at > now ? at : now, hours, calendar)),
    clockSpeed,
    interrupted,
  };
}

/** Five minutes are longer than any call. */
const INTERRUPTED = sql`state = 'sending' and sending_since < clock_timestamp() - interval '5 minutes'`;

/** Undefined when another worker was faster. */
export async function claimDueNotice(db: Db, keyring: Keyring, office: Office): Promise<DueNotice | undefined> {
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select id from notices where office_id = ${office.id} and state = 'queued' and not_before <= office_now()
      order by not_before, id limit 1 for update skip locked)
    update notices n set state = 'sending', sending_since = clock_timestamp()
    from due, transfers t, cases c, persons p
    where n.id = due.id and t.id = n.transfer_id and c.id = t.case_id and p.id = c.person_id
    returning n.id, n.transfer_id as "transferId", n.kind, n.language, n.recipient, t.status_code as "statusCode",
      coalesce(case when n.kind = 'completion' then t.closed_at end, t.accepted_at) as at,
      not exists (select from notices other where other.office_id = n.office_id and other.state = 'queued' and other.id <> n.id) as "isLast",
      p.phone_sealed as phone, p.employer_phone_sealed as "agentPhone"`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  return {
    ...row,
    to: keyring.openText(row.recipient === 'person' ? row.phone : row.agentPhone) ?? '',
    officeName: office.name,
    telephone: office.telephone,
    day: dateOf(row.at),
  };
}

const EVENT_OF = { sent: 'noticeSent', failed: 'noticeFailed', unknown: 'noticeUnknown' } as const;

export async function settleSending(db: Db, notice: DueNotice, result: SendingResult): Promise<void> {
  if (result.state === 'unreachable') return requeue(db, notice.id, result.reason);
  const { state } = result;
  await db.transaction().execute(async (tx) => {
    if (result.state === 'sent') await lockReceipts(tx, result.gatewayRef);
    const ledger = await TransferLedger.open(tx, notice.transferId);
    ledger.change('notice', (change) =>
      change
        .updateTable('notices')
        .set({
          state,
          sent_at: sql`office_now()`,
          ...(result.state === 'sent' ? { gateway_ref: result.gatewayRef, failure: '' } : { failure: result.reason }),
          ...(result.state !== 'sent' && { settled_at: sql<Date>`office_now()` }),
        })
        .where('id', '=', notice.id)
        .where('state', '=', 'sending'),
    );
    const payload = { noticeId: notice.id };
    ledger.note({ kind: EVENT_OF[state], occurredAt: ledger.now, source: 'system', payload });
    await ledger.write();
    if (result.state === 'sent') await takeUpReceipts(tx, notice.id, result.gatewayRef);
    else await openNoticeTask(tx, notice, state === 'unknown' ? 'unknownNotice' : 'phoneNotice');
  });
}

/** It was never handed over, so it may go again: in a quarter of an office hour. */
async function requeue(db: Db, noticeId: string, why: string): Promise<void> {
  await sql`update notices set state = 'queued', failure = ${why}, sending_since = null, not_before = office_now() + interval '15 minutes'
    where id = ${noticeId} and state = 'sending'`.execute(db);
}

/** A worker died between the gateway and the ledger: nobody knows, a person asks. */
export async function giveUpInterruptedNotices(db: Db, officeId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string; transferId: string }>`
      update notices set state = 'unknown', failure = 'crashed while sending', settled_at = office_now()
      where office_id = ${officeId} and ${INTERRUPTED}
      returning id, transfer_id as "transferId"`.execute(tx);
    for (const row of rows) {
      await noteNotice(tx, row, 'noticeUnknown');
      await openNoticeTask(tx, row, 'unknownNotice');
    }
  });
}

/**
 * The ledger was set back: whatever waited then may have gone out since, and nobody here remembers. Each is asked for by a person,
 * none is sent again.
 */
export async function doubtWaitingNotices(db: Db): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string; transferId: string }>`
      update notices set state = 'unknown', failure = 'ledger restored', settled_at = office_now()
      where state in ('queued', 'sending') and not_before <= office_now()
      returning id, transfer_id as "transferId"`.execute(tx);
    for (const row of rows) {
      await noteNotice(tx, row, 'noticeUnknown');
      await openNoticeTask(tx, row, 'unknownNotice');
    }
    return rows.length;
  });
}

/** Offices with a notice that may go now. */
export async function officesWithDueNotices(db: Db): Promise<string[]> {
  const { rows } = await sql<{ officeId: string }>`
    select distinct office_id as "officeId" from notices where state = 'queued' and not_before <= office_now()`.execute(
    db,
  );
  return rows.map(({ officeId }) => officeId);
}

/** Offices with a notice that waits, or was being sent when a worker died: the round gives that one up and asks a person. */
export async function officesWithWaitingNotices(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('notices')
    .select('office_id')
    .distinct()
    .where('state', 'in', ['queued', 'sending'])
    .execute();
  return rows.map((row) => row.office_id);
}
