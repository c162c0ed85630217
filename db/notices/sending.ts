/** Notices that are due: which one goes next, and when the next round is. What became of it is `settling.ts`. */
import { sql } from 'kysely';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { nextOfficeInstant, isOfficeTime } from '../../domain/time/office-hours.ts';
import type { NoticeFacts, NoticeKind, NoticeRecipient } from '../../domain/notices/notice-text.ts';
import { NOW_AND_REVISION, ruleBookOf } from '../office/rules.ts';
import type { Db } from '../connection/connection.ts';
import { OFFICE_COLUMNS, officeHours, type Office } from '../office/office.ts';
import { AGENT_PHONE } from '../ledger/agent-phone.ts';
import type { Keyring } from '../connection/sealing.ts';
import { TEMPLATE_OF_NOTICE } from './templates.ts';

export interface DueNotice extends NoticeFacts {
  readonly id: string;
  readonly transferId: string;
  readonly to: string;
  /** The office's own wording; null: ours. */
  readonly template: string | null;
  /** No other of the office is queued. */
  readonly isLast: boolean;
}

interface ClaimedRow {
  id: string;
  transferId: string;
  kind: NoticeKind;
  language: string;
  template: string | null;
  recipient: NoticeRecipient;
  statusCode: string;
  at: Date;
  to: Buffer | null;
  isLast: boolean;
  state: 'sending' | 'notSent';
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
export const INTERRUPTED = sql`state = 'sending' and sending_since < clock_timestamp() - interval '5 minutes'`;

/** That it was accepted is no news of a transfer that is closed: what waited for the morning is not sent any more. */
const OUT_OF_DATE = sql`queued.kind = 'acceptance' and t.closed_at is not null`;

/** Undefined when another worker was faster, or nothing is left that is still to be told. */
export async function claimDueNotice(db: Db, keyring: Keyring, office: Office): Promise<DueNotice | undefined> {
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select id from notices where office_id = ${office.id} and state = 'queued' and not_before <= office_now()
      order by not_before, id limit 1 for update skip locked)
    update notices n set state = case when ${OUT_OF_DATE} then 'notSent' else 'sending' end,
      failure = case when ${OUT_OF_DATE} then 'closedBefore' else n.failure end,
      sending_since = case when ${OUT_OF_DATE} then n.sending_since else clock_timestamp() end
    from due join notices queued on queued.id = due.id join transfers t on t.id = queued.transfer_id join cases c on c.id = t.case_id
    join persons p on p.id = c.person_id left join applications a on a.case_id = c.id
    where n.id = due.id
    returning n.id, n.state, n.transfer_id as "transferId", n.kind, n.language, n.recipient, ${TEMPLATE_OF_NOTICE} as template, t.status_code as "statusCode",
      coalesce(case when n.kind = 'completion' then t.closed_at end, t.accepted_at) as at,
      not exists (select from notices other where other.office_id = n.office_id and other.state = 'queued' and other.id <> n.id) as "isLast",
      coalesce(n.to_sealed, case n.recipient when 'person' then p.phone_sealed when 'agent' then ${AGENT_PHONE} end) as "to"`.execute(
    db,
  );
  const [row] = rows;
  if (!row) return undefined;
  const { state, ...notice } = row;
  if (state === 'notSent') return claimDueNotice(db, keyring, office);
  return {
    ...notice,
    to: keyring.openText(row.to) ?? '',
    officeName: office.name,
    telephone: office.telephone,
    day: dateOf(notice.at),
  };
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
