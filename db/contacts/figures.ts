/** What is counted of talks and promises: each number and the list behind it are one condition. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { PromiseState } from '../../domain/contacts/promise.ts';
import { addDays, instantOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';

export const CONTACT_FIGURES = ['contacts', 'consultations', 'business', 'toSolve', 'solvedAtOnce'] as const;
export type ContactFigure = (typeof CONTACT_FIGURES)[number];

/** Who came with something that could be solved. */
const TO_SOLVE = sql<SqlBool>`(k.direction = 'in' and k.outcome <> 'nothingToDo')`;

export const FIGURE_CONDITIONS: Readonly<Record<ContactFigure, RawBuilder<SqlBool>>> = {
  contacts: sql`true`,
  consultations: sql`k.consultation`,
  business: sql`not k.consultation`,
  toSolve: TO_SOLVE,
  solvedAtOnce: sql`(${TO_SOLVE} and k.outcome = 'solvedAtOnce')`,
};

/** By what was done and when it was due: nobody has to have looked at it. */
export const PROMISE_CONDITIONS: Readonly<Record<PromiseState, RawBuilder<SqlBool>>> = {
  open: sql`(p.kept_at is null and p.due_at > office_now())`,
  kept: sql`(p.kept_at <= p.due_at and p.escalated_at is null)`,
  // Of what the manager has heard nobody says afterwards that it was in time.
  broken: sql`(coalesce(p.kept_at, office_now()) >= p.due_at and not coalesce(p.kept_at <= p.due_at, false)
    or p.kept_at is not null and p.escalated_at is not null)`,
};

export interface Days {
  /** Both included. */
  readonly from: string;
  readonly to: string;
}

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** From the first minute of the first day to the last of the last one; an end that is left out is open. */
export const within = (
  column: RawBuilder<unknown>,
  { from = FIRST_DAY, to = LAST_DAY }: { readonly from?: string | undefined; readonly to?: string | undefined },
): RawBuilder<SqlBool> =>
  sql`(${column} >= ${instantOf(from)}::timestamptz and ${column} < ${instantOf(addDays(to, 1))}::timestamptz)`;

interface Counts extends Record<ContactFigure, number> {
  readonly topic: string | null;
  readonly month: string | null;
}

const COUNTS = sql.join(
  CONTACT_FIGURES.map((name) => sql`count(*) filter (where ${FIGURE_CONDITIONS[name]})::integer as ${sql.id(name)}`),
);

/** Of talks that occurred in the period: together, by topic, by month. */
export async function readContactFigures(db: Db, officeId: string, days: Days) {
  const { rows } = await sql<Counts>`
    with k as (select topic, direction, consultation, outcome, to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
      from contacts where office_id = ${officeId} and ${within(sql`occurred_at`, days)})
    select topic, month, ${COUNTS} from k group by grouping sets ((), (topic), (month))
    order by topic, month`.execute(db);
  const numbers = ({ topic: _topic, month: _month, ...counted }: Counts) => counted;
  const all = rows.find(({ topic, month }) => topic === null && month === null)!;
  return {
    total: numbers(all),
    topics: rows.flatMap((row) => (row.topic === null ? [] : [{ topic: row.topic, ...numbers(row) }])),
    months: rows.flatMap((row) => (row.month === null ? [] : [{ month: row.month, ...numbers(row) }])),
    promises: await promiseCounts(db, officeId, days),
  };
}

/** Of promises that were due in the period. */
async function promiseCounts(db: Db, officeId: string, days: Days): Promise<Record<PromiseState, number>> {
  const { rows } = await sql<Record<PromiseState, number>>`select
      count(*) filter (where ${PROMISE_CONDITIONS.open})::integer as open,
      count(*) filter (where ${PROMISE_CONDITIONS.kept})::integer as kept,
      count(*) filter (where ${PROMISE_CONDITIONS.broken})::integer as broken
    from promises p where p.office_id = ${officeId} and ${within(sql`p.due_at`, days)}`.execute(db);
  return rows[0]!;
}
