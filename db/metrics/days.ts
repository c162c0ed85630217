/** Days of Asia/Shanghai inside SQL: where they begin and end, and how many working days lie between two of them. */
import { sql, type RawBuilder } from 'kysely';

/** 00:00 of the day in Asia/Shanghai. */
export const startOfDay = (day: string): RawBuilder<Date> =>
  sql<Date>`(${day}::date::timestamp at time zone 'Asia/Shanghai')`;

/** 24:00 of the day in Asia/Shanghai; the instant itself belongs to the next day. */
export const endOfDay = (day: string): RawBuilder<Date> =>
  sql<Date>`((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

/**
 * A `with` entry `numbered_days (day, working_no)` since 2010, when the procedure came into force: the difference of two
 * numbers is the number of working days after the one day up to and including the other.
 */
export const numberedDays = sql`numbered_days as materialized (
  select days.day, count(*) filter (where days.working) over (order by days.day) as working_no
  from (
    select series::date as day, coalesce(calendar_days.kind = 'work', extract(isodow from series) < 6) as working
    from generate_series(timestamp '2010-01-01', (office_date(office_now()) + 1)::timestamp, interval '1 day') as series
    left join calendar_days on calendar_days.day = series::date
  ) as days
)`;
