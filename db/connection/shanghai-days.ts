/** Where days of Asia/Shanghai begin and end, inside SQL. */
import { sql, type RawBuilder } from 'kysely';

/** 00:00 of the day in Asia/Shanghai. */
export const startOfDay = (day: string): RawBuilder<Date> =>
  sql<Date>`(${day}::date::timestamp at time zone 'Asia/Shanghai')`;

/** 24:00 of the day in Asia/Shanghai; the instant itself belongs to the next day. */
export const endOfDay = (day: string): RawBuilder<Date> =>
  sql<Date>`((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
