/** What the office did between two moments, as its ledger tells it. */
import { askLedger } from '../ledger.ts';

export interface Moment {
  readonly real: Date;
  readonly office: Date;
}

export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

export interface Doings {
  readonly facts: number;
  /** Acceptances, and facts that closed a step and not their transfer: each has a next step. */
  readonly leadOn: number;
  readonly stepsOpened: number;
  /** Reminders, escalations and reviews that were due in the span and came after it. */
  readonly alarmsLate: number;
}

/** @throws while there is no ledger */
export async function momentOf(dataDir: string): Promise<Moment> {
  const [row] = await askLedger<Moment & object>(dataDir, `select clock_timestamp() as real, office_now() as office`);
  if (!row) throw new Error('the ledger gave no time');
  return row;
}

/** Between two real moments, and of what was due between two moments of the office. */
export const DOINGS = `with span as (
    select e.*, t.closed_at, t.last_fact_seq from events e join transfers t on t.id = e.transfer_id
    where e.real_at between $1 and $2)
  select count(*) filter (where fact_seq is not null)::integer as facts,
    count(*) filter (where kind = 'accepted' or (closes and (closed_at is null or fact_seq < last_fact_seq)))::integer as "leadOn",
    count(*) filter (where kind = 'stepOpened')::integer as "stepsOpened",
    (select count(*) from events where kind in ('reminded', 'overdue', 'escalated', 'holdReviewDue')
      and occurred_at between $3 and $4 and real_at > $2)::integer as "alarmsLate"
  from span`;

export async function doingsIn(dataDir: string, { from, to }: Span): Promise<Doings> {
  const [row] = await askLedger<Doings & object>(dataDir, DOINGS, [from.real, to.real, from.office, to.office]);
  return row ?? { facts: 0, leadOn: 0, stepsOpened: 0, alarmsLate: 0 };
}

/** A limit that was moved warns again, and a hold is a warning's second beginning. */
export const WARNED_TWICE = `select transfer_id || '/' || step_ordinal || ' ' || kind as what from events e
  where kind in ('reminded', 'overdue', 'escalated') and recorded_at >= $1
    and not exists (select from events moved where moved.transfer_id = e.transfer_id
      and moved.kind in ('deadlineMoved', 'held', 'resumed'))
  group by transfer_id, step_ordinal, kind, payload ->> 'level' having count(*) > 1`;

export async function warnedTwice(dataDir: string, { from }: Span): Promise<string[]> {
  const rows = await askLedger<{ what: string }>(dataDir, WARNED_TWICE, [from.office]);
  return rows.map(({ what }) => what);
}
