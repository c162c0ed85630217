/** Whether figures count working days of years whose holiday notice is not loaded: there the plain week stands in. */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';
import { LETTER_LIMITS } from '../office/letter-limits.ts';
import { numberedDays } from './days.ts';
import { knownBy, type CompletionQuestion } from './question.ts';
import type { DirectedQuestion } from './standings.ts';

/**
 * A `with` entry `published (first, last)`: between which days notices were loaded, as it was known. Of a year's change the days before
 * say whether the year was there already.
 */
const published = (question: Pick<CompletionQuestion, 'knownAt'>) => sql`published as (
  select make_date(min(year), 1, 1) as first, make_date(max(year), 12, 31) as last
  from calendar_years
  where not exists (select from calendar_changes as loaded
    where loaded.year = calendar_years.year and loaded.changed_at > ${knownBy(question)}
      and not exists (select from jsonb_object_keys(loaded.before) as day where starts_with(day, loaded.year || '-')))
)`;

const LIMIT = sql`(select max(working_days) from ${LETTER_LIMITS} as letters)`;

/** The last day that lies more than so many working days before. */
const before = (day: string, workingDays: RawBuilder<unknown>) => sql`(
  select max(earlier.day) from numbered_days as earlier join numbered_days as begun on begun.day = ${day}::date
  where earlier.working_no < begun.working_no - ${workingDays})`;

/** `matureAfter` working days back from the day asked for decide what is mature. */
export async function isProvisional(db: Db, question: DirectedQuestion, matureAfter: number): Promise<boolean> {
  const { direction, from, to, asOf, knownAt } = question;
  const [first, last] =
    direction === 'in'
      ? [sql`${before(asOf, sql`${matureAfter}::integer`)} + 1`, sql`${asOf}::date`]
      : // The day on which the first letter came is not counted itself; of the last one no day after the one asked for.
        [sql`${before(from, LIMIT)} + 2`, sql`greatest(${to}::date, least(${asOf}::date, ${furtherLimit(to)}))`];
  const { rows } = await sql<{ provisional: boolean }>`
    with ${numberedDays(knownAt)},
    ${published(question)}
    select coalesce(${first}, '-infinity') < published.first or ${last} > published.last as provisional
    from published`.execute(db);
  return rows[0]?.provisional ?? true;
}

const furtherLimit = (day: string) => sql`(
  select max(later.day) from numbered_days as later join numbered_days as due on due.day = ${day}::date
  where later.working_no <= due.working_no + ${LIMIT})`;

/** Of the steps closed, and of the transfers completed, in a period: since they were opened. */
export async function areStepTimesProvisional(
  db: Db,
  { officeId, from, to }: { readonly officeId: string; readonly from: string; readonly to: string },
): Promise<boolean> {
  const inPeriod = (instant: RawBuilder<unknown>) =>
    sql`${instant} >= ${startOfDay(from)} and ${instant} < ${endOfDay(to)}`;
  const { rows } = await sql<{ provisional: boolean }>`
    with ${published({ knownAt: null })}
    select exists (select from steps where office_id = ${officeId} and ${inPeriod(sql`closed_at`)}
        and (office_date(opened_at) < published.first or office_date(closed_at) > published.last))
      or exists (select from transfers join steps on steps.transfer_id = transfers.id
        where transfers.office_id = ${officeId} and transfers.closing = 'completed' and ${inPeriod(sql`transfers.closed_at`)}
          and office_date(steps.opened_at) < published.first) as provisional
    from published`.execute(db);
  return rows[0]?.provisional ?? true;
}
