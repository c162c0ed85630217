import { sql } from 'kysely';
import type { ClockKind } from '../../domain/clocks.ts';
import type { WaitingNudge } from '../../domain/facts/nudge.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { part } from '../connection/statement-parts.ts';

export interface WaitingMessage {
  readonly id: number;
  readonly topic: string;
  readonly officeId: string;
  readonly transferId: string | null;
  readonly payload: unknown;
  readonly transferOpen: boolean;
  /** The key of the procedure that the transfer follows; null without one. */
  readonly procedure: string | null;
  /** Of the ledger. */
  readonly epoch: string;
  /** The office clock as the message was claimed. */
  readonly officeNow: Date;
  readonly speed: number;
}

export interface NewMessage {
  readonly nudge: WaitingNudge;
  /** For a moment, in which others may join it: it wakes nobody. */
  readonly waits: boolean;
}

const A_MOMENT = sql<Date>`clock_timestamp() + interval '1 second'`;

interface NudgeRow {
  readonly office_id: string;
  readonly transfer_id: string;
  readonly fact_seq: number;
  readonly payload: string;
  readonly waits: true | undefined;
}

const TOLD = part('told', (db, ...rows: NudgeRow[]) =>
  db
    .insertInto('outbox')
    .values(rows.map(({ waits, ...row }) => ({ topic: 'fact', ...row, waits_until: waits ? A_MOMENT : null }))),
);

/** What the relay is to tell the transfer's workflow: part of a statement that writes more. */
export function nudgesPart(
  { id, office_id }: { readonly id: string; readonly office_id: string },
  messages: readonly NewMessage[],
) {
  const rows = messages.map(({ nudge, waits }) => ({
    office_id,
    transfer_id: id,
    fact_seq: nudge.factSeq,
    payload: JSON.stringify(nudge),
    waits: waits || undefined,
  }));
  return TOLD(...rows);
}

/**
 * Has the transfer's workflow look at the ledger, or started when it is open; the last fact is repeated, nothing is doubled.
 * Of a transfer that has ended a run that is still there hears how.
 */
export async function enqueueLook(tx: Tx, transferId: string): Promise<void> {
  await sql`insert into outbox (topic, office_id, transfer_id, fact_seq, payload)
    select 'fact', office_id, id, last_fact_seq, jsonb_strip_nulls(jsonb_build_object(
      'factSeq', last_fact_seq, 'kind', 'look', 'rearms', true,
      'starts', case when closed_at is null then true end, 'ends', closing))
    from transfers where id = ${transferId} and followed`.execute(tx);
}

/**
 * Wakes the office's notice rounds: something new may be due before they planned to look. At the next full second, so that all
 * that a busy office writes within one second is one signal and one round.
 */
export function noticeRoundInsert(db: Pick<Db, 'insertInto'>, { officeId }: { readonly officeId: string }) {
  const not_before = sql<Date>`date_trunc('second', clock_timestamp()) + interval '1 second'`;
  return db.insertInto('outbox').values({ topic: 'notices', office_id: officeId, payload: '{}', not_before });
}

/** The same for the rounds that attend an office's clocks of a kind. */
export function clockRoundInsert(
  db: Pick<Db, 'insertInto'>,
  { officeId, kind }: { readonly officeId: string; readonly kind: ClockKind },
) {
  const not_before = sql<Date>`date_trunc('second', clock_timestamp()) + interval '1 second'`;
  return db
    .insertInto('outbox')
    .values({ topic: 'clocks', office_id: officeId, payload: JSON.stringify({ kind }), not_before });
}

/** Longer than a relay waits for Temporal's answer. */
const CLAIMED_SECONDS = 8;

/**
 * Takes the oldest messages, and with each whatever of its transfer still waits to be joined: one that overtook it would cost the run a look.
 * Other relays leave them alone for a while, and take them up again when nothing came of it.
 * @param longer seconds for which those that wait to be joined do so beyond their moment
 */
export async function claimMessages(db: Db, most: number, longer = 0): Promise<WaitingMessage[]> {
  const joined = sql`clock_timestamp() - make_interval(secs => ${longer})`;
  const { rows } = await sql<WaitingMessage>`
    with due as materialized (
      select id, transfer_id from outbox
      where sent_at is null and not dead and not_before <= clock_timestamp() and (waits_until is null or waits_until <= ${joined})
      order by id limit ${most} for update skip locked),
    along as materialized (
      select id from outbox
      where sent_at is null and not dead and not_before <= clock_timestamp() and waits_until > ${joined}
        and transfer_id in (select transfer_id from due)
      for update skip locked),
    next as (select id from due union select id from along),
    o as (
      update outbox set not_before = clock_timestamp() + make_interval(secs => ${CLAIMED_SECONDS})
      from next where outbox.id = next.id
      returning outbox.id, topic, office_id, transfer_id, payload)
    select o.id, o.topic, o.office_id as "officeId", o.transfer_id as "transferId", o.payload,
      (t.id is not null and t.closed_at is null) as "transferOpen",
      t.direction || '/' || t.procedure_type || '/' || t.procedure_version as procedure,
      (select epoch from ledger_epochs order by no desc limit 1) as epoch,
      office_now() as "officeNow", (select speed from office_clock) as speed
    from o left join transfers t on t.id = o.transfer_id order by o.id`.execute(db);
  return rows;
}

/** Also one that was given up, when its workflow has come to know of it in another way. */
export async function markSent(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update outbox set sent_at = clock_timestamp() where id = any(${[...ids]}::bigint[])`.execute(db);
}

/** Tries again later and later; after twenty failures it is given up, and operators see it. */
export async function markFailed(db: Db, ids: readonly number[], why: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`update outbox set attempts = attempts + 1, last_error = ${why.slice(0, 500)}, dead = attempts + 1 >= 20,
    not_before = clock_timestamp() + least(interval '1 second' * power(2, attempts), interval '60 seconds')
    where id = any(${[...ids]}::bigint[])`.execute(db);
}

/**
 * Nobody was there to take them, which is no fault of theirs: they do not come nearer to being given up. Others are asked for before
 * them at the next turns, for one that never gets an answer must not be the only one that is tried.
 */
export async function putOff(db: Db, ids: readonly number[], why: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`update outbox set last_error = ${why.slice(0, 500)}, not_before = clock_timestamp() + interval '3 seconds'
    where id = any(${[...ids]}::bigint[])`.execute(db);
}

/** Sent messages older than a day have no reader. */
export async function pruneOutbox(db: Db): Promise<void> {
  await sql`delete from outbox where sent_at < statement_timestamp() - interval '1 day'`.execute(db);
}
