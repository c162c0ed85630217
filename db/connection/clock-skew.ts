/** Time comes from the database. A machine whose own clock is elsewhere would sign, sign in and log at other instants than it records. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';

const TOLERANCE_SECONDS = 30;

/** Seconds by which this machine is ahead of the database; what the answer took is given the benefit of the doubt. */
export async function clockSkewSeconds(db: Db, localNow: () => number = Date.now): Promise<number> {
  const asked = localNow();
  const { rows } = await sql<{ now: number }>`
    select extract(epoch from clock_timestamp())::double precision * 1000 as now`.execute(db);
  const answered = localNow();
  const { now } = rows[0]!;
  if (now >= asked && now <= answered) return 0;
  return Math.round((now < asked ? asked - now : answered - now) / 1000);
}

/** @throws when they are too far apart to work together */
export async function refuseSkewedClock(db: Db, localNow?: () => number): Promise<void> {
  const skew = await clockSkewSeconds(db, localNow);
  if (!isSkewed(skew)) return;
  throw new Error(
    `This machine's clock is ${String(Math.abs(skew))} seconds ${skew > 0 ? 'ahead of' : 'behind'} the database's ` +
      `(at most ${String(TOLERANCE_SECONDS)} are allowed): set both by a time server, then start again.`,
  );
}

export const isSkewed = (seconds: number): boolean => Math.abs(seconds) > TOLERANCE_SECONDS;
