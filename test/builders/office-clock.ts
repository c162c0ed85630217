import { sql } from 'kysely';
import type { Db } from '../../db/connection/connection.ts';

/** Simulated offices have a clock of their own: from here on this one stands still at an instant. */
export const standClockAt = (db: Db, instant: string) =>
  sql`update office_clock set office_anchor = ${instant}::timestamptz, frozen = true`.execute(db);

/** From here on it goes on from an instant, as fast as real time. */
export const runClockFrom = (db: Db, instant: string) =>
  sql`update office_clock set office_anchor = ${instant}::timestamptz, real_anchor = clock_timestamp(), speed = 1,
    frozen = false`.execute(db);
