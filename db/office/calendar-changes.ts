/** The calendar as notices make it: which days a notice named, and every change with the days as they were before. */
import { sql } from 'kysely';
import { noticeDays, type HolidayNotice, type LoadedNotices } from '../../domain/time/holiday-notice.ts';
import type { DayKind } from '../../domain/time/working-days.ts';
import type { Db, Tx } from '../connection/connection.ts';

type Days = Record<string, DayKind>;

export interface CalendarChange {
  readonly id: string;
  readonly year: number;
  readonly notice: string;
  /** Only the days that differ. Null: the plain week decides. */
  readonly days: readonly { readonly day: string; readonly before: DayKind | null; readonly after: DayKind | null }[];
}

interface ChangeRow {
  id: string;
  year: number;
  notice: string;
  before: Days;
  after: Days;
}

/** Years are loaded without a gap, so that the first and the last one say between when due dates are certain. */
export async function loadedNotices(db: Db, year: number): Promise<LoadedNotices> {
  const { rows } = await sql<{ first: number; last: number; days: Days | null }>`
    select min(year) as first, max(year) as last,
      (select jsonb_object_agg(day, kind) from calendar_notice_days where notice_year = ${year}) as days
    from calendar_years`.execute(db);
  const { first, last, days } = rows[0]!;
  return { first, last, days: new Map(Object.entries(days ?? {})) };
}

export async function readCalendarYear(db: Db, year: number) {
  const { rows } = await sql<{ year: number; notice: string; loaded_at: Date; days: Days | null }>`
    select year, notice, loaded_at,
      (select jsonb_object_agg(day, kind order by day) from calendar_notice_days where notice_year = calendar_years.year) as days
    from calendar_years where year = ${year}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const days = Object.entries(row.days ?? {}).sort(([a], [b]) => a.localeCompare(b));
  const listed = days.map(([day, kind]) => ({ day, kind }));
  return { year: row.year, notice: row.notice, loadedAt: row.loaded_at.toISOString(), days: listed };
}

/**
 * Takes the place of what an earlier notice of that year said. Nobody computes a date meanwhile: the lock waits for
 * whoever has read the old days, or that those which he knows still hold, to commit, and whoever comes later reads the new
 * ones; only then are deadlines moved. The revision first, in which order everybody reads.
 */
export async function changeCalendar(tx: Tx, notice: HolidayNotice, byStaffId: string | null): Promise<void> {
  await sql`set local lock_timeout = '20s'`.execute(tx);
  await sql`lock table rules_revision, calendar_days, calendar_years in access exclusive mode`.execute(tx);
  const { year, notice: title } = notice;
  const before = await allDays(tx);
  const known = await tx.selectFrom('calendar_years').select('notice').where('year', '=', year).executeTakeFirst();
  await sql`insert into calendar_years (year, notice) values (${year}, ${title})
    on conflict (year) do update set notice = excluded.notice, loaded_at = now()
    where calendar_years.notice <> excluded.notice`.execute(tx);
  await nameDays(tx, notice);
  await holdNamedDays(tx);
  const after = await allDays(tx);
  if (known && differences(before, after).length === 0) return;
  await sql`insert into calendar_changes (year, notice, before, after, changed_by)
    values (${year}, ${title}, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb, ${byStaffId})`.execute(
    tx,
  );
}

async function nameDays(tx: Tx, notice: HolidayNotice): Promise<void> {
  const days = noticeDays(notice);
  // The release before knows only what holds: what it has loaded meanwhile was named too.
  await sql`insert into calendar_notice_days (notice_year, day, kind)
    select notice_year, day, kind from calendar_days where notice_year is not null
    on conflict (notice_year, day) do update set kind = excluded.kind`.execute(tx);
  if (!notice.supplements) await tx.deleteFrom('calendar_notice_days').where('notice_year', '=', notice.year).execute();
  await sql`insert into calendar_notice_days (notice_year, day, kind)
    select ${notice.year}::integer, day, kind from unnest(${[...days.keys()]}::date[], ${[...days.values()]}::text[]) as named (day, kind)
    on conflict (notice_year, day) do update set kind = excluded.kind`.execute(tx);
}

/** Of two notices that name the same day the later one holds; a day that is named no more is as the plain week has it. */
async function holdNamedDays(tx: Tx): Promise<void> {
  await sql`delete from calendar_days where notice_year is not null
    and not exists (select from calendar_notice_days as named where named.day = calendar_days.day)`.execute(tx);
  await sql`insert into calendar_days (day, kind, source, notice_year)
    select distinct on (named.day) named.day, named.kind, calendar_years.notice, named.notice_year
    from calendar_notice_days as named join calendar_years on calendar_years.year = named.notice_year
    order by named.day, named.notice_year desc
    on conflict (day) do update set kind = excluded.kind, source = excluded.source, notice_year = excluded.notice_year
    where (calendar_days.kind, calendar_days.source, calendar_days.notice_year) is distinct from (excluded.kind, excluded.source, excluded.notice_year)`.execute(
    tx,
  );
}

async function allDays(tx: Tx): Promise<Days> {
  const { rows } = await sql<{ days: Days | null }>`
    select jsonb_object_agg(day, kind) as days from calendar_days`.execute(tx);
  return rows[0]?.days ?? {};
}

function differences(before: Days, after: Days): CalendarChange['days'] {
  const days = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return days
    .filter((day) => before[day] !== after[day])
    .map((day) => ({ day, before: before[day] ?? null, after: after[day] ?? null }));
}

/** The changes after which deadlines were not computed again yet, the first one first. */
export async function waitingChanges(db: Db): Promise<(CalendarChange & { readonly before: Days })[]> {
  const rows: ChangeRow[] = await sql<ChangeRow>`select id, year, notice, before, after from calendar_changes
    where projected_at is null order by changed_at, id`
    .execute(db)
    .then((result) => result.rows);
  return rows.map(({ after, ...row }) => ({ ...row, days: differences(row.before, after) }));
}

/** False when one of them is projected already. */
export async function holdWaiting(tx: Tx, changes: readonly { id: string }[]): Promise<boolean> {
  const ids = changes.map(({ id }) => id);
  const { rows } = await sql`select id from calendar_changes where id = any(${ids}::uuid[]) and projected_at is null
    order by id for update`.execute(tx);
  return rows.length === ids.length;
}

export async function markProjected(tx: Tx, changeId: string): Promise<void> {
  await sql`update calendar_changes set projected_at = office_now() where id = ${changeId} and projected_at is null`.execute(
    tx,
  );
}
