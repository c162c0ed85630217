/** The one clock of the office: read by API, activities and SQL alike; in production it is the real time. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface OfficeClock {
  readonly officeNow: Date;
  readonly speed: number;
  readonly ceiling: number;
  readonly frozen: boolean;
  /** Beaten: it runs only while somebody keeps it going. */
  readonly simulated: boolean;
}

export async function officeNow(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select office_now() as now`.execute(db);
  return rows[0]!.now;
}

/** Instant and office day of one look. */
export async function readNow(db: Db): Promise<{ now: Date; today: string }> {
  const { rows } = await sql<{
    now: Date;
    today: string;
  }>`select office_now() as now, office_date(office_now()) as today`.execute(db);
  return rows[0]!;
}

export async function readClock(db: Db): Promise<OfficeClock> {
  const { rows } = await sql<OfficeClock>`
    select office_now() as "officeNow", case when speed_until <= office_now() then 1 else speed end as speed, ceiling, frozen, (beaten_at is not null) as simulated from office_clock`.execute(
    db,
  );
  return rows[0]!;
}

export interface Steering {
  readonly speed?: number;
  readonly frozen?: boolean;
  /** Of `speed`: the office instant at which it ends by itself; the clock goes on as real time does. */
  readonly until?: Date;
}

/** Never above the ceiling; the office time itself does not jump. */
export async function steerClock(db: Db, { speed, frozen, until }: Steering): Promise<OfficeClock> {
  const beaten = sql`(select beaten_at is not null from office_clock)`;
  if (speed !== undefined && until !== undefined)
    await sql`select leap_office_clock(${speed}::double precision, ${until}::timestamptz, ${beaten})`.execute(db);
  else if (speed !== undefined)
    await sql`select steer_office_clock(${speed}::double precision, null, ${beaten})`.execute(db);
  if (frozen !== undefined) await sql`select steer_office_clock(null, ${frozen}::boolean, ${beaten})`.execute(db);
  return readClock(db);
}

/** Keeps simulated time going; without it the clock stops within three seconds and goes on where it stopped. */
export async function beatClock(db: Db): Promise<void> {
  await sql`select steer_office_clock(null, null, true) from office_clock where beaten_at is not null`.execute(db);
}

/** Once, before the first case: simulated time begins at this instant and may run up to `ceiling` times as fast. */
export async function startSimulatedClock(db: Db, beginsAt: Date, ceiling: number): Promise<void> {
  await sql`update office_clock set real_anchor = clock_timestamp(), office_anchor = ${beginsAt},
    speed = 1, ceiling = ${ceiling}, frozen = false, beaten_at = clock_timestamp(), changed_at = clock_timestamp()
    where beaten_at is null`.execute(db);
  await sql`update office_clock set ceiling = ${ceiling}, speed = least(speed, ${ceiling}) where ceiling <> ${ceiling}`.execute(
    db,
  );
}

/** Real milliseconds until an office instant at today's speed; at least a tenth of a second, at most twenty days. */
export function realMillisecondsUntil(instant: Date, clock: { officeNow: Date; speed: number }): number {
  const real = (instant.getTime() - clock.officeNow.getTime()) / clock.speed;
  return Math.min(Math.max(Math.ceil(real), 100), 20 * 86_400_000);
}
