/** How many working days lie between two days, inside SQL. */
import { sql, type RawBuilder } from 'kysely';

/** The named days as they were known at an instant: those before the first change that came later. */
const namedDays = (knownAt: string) => sql`
  changed_later as materialized (
    select before from calendar_changes where changed_at > ${knownAt}::timestamptz order by changed_at, id limit 1
  ),
  named_days as materialized (
    select day, kind from calendar_days where not exists (select from changed_later)
    union all
    select said.key::date, said.value from changed_later, jsonb_each_text(before) as said
  ),`;

/**
 * A `with` entry `numbered_days (day, working_no)`: the difference of two numbers is the number of working days after the one day
 * up to and including the other. Since the first day of which a question can ask, and as far ahead as limits reach.
 */
export const numberedDays = (
  knownAt?: string | null,
): RawBuilder<unknown> => sql`${knownAt == null ? sql`` : namedDays(knownAt)}
  numbered_days as materialized (
    select days.day, count(*) filter (where days.working) over (order by days.day) as working_no
    from (
      select series::date as day, coalesce(named.kind = 'work', extract(isodow from series) < 6) as working
      from generate_series(timestamp '2000-01-01', (office_date(office_now()) + 400)::timestamp, interval '1 day') as series
      left join ${knownAt == null ? sql`calendar_days` : sql`named_days`} as named on named.day = series::date
    ) as days
  )`;
