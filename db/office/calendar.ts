import { sql } from 'kysely';
import type { DayKind, WorkingCalendar } from '../../domain/time/working-days.ts';
import type { Db } from '../connection/connection.ts';

export interface CalendarRow {
  days: Record<string, DayKind> | null;
  /** The last year whose notice is loaded. */
  year: number | null;
}

export async function loadCalendar(db: Db): Promise<WorkingCalendar> {
  const { rows } = await sql<CalendarRow>`select
    (select jsonb_object_agg(day, kind) from calendar_days) as days,
    (select max(year) from calendar_years) as year`.execute(db);
  return asCalendar(rows[0]!);
}

export function asCalendar({ days, year }: CalendarRow): WorkingCalendar {
  return { days: new Map(Object.entries(days ?? {})), publishedUntil: `${year ?? 1900}-12-31` };
}
