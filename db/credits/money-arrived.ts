import { sql } from 'kysely';
import { dateOf, instantOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';

/** The bank gives a day: late on it, so that whatever else happened that day came before, yet never in the future. */
export function moneyArrived(bookedOn: string, now: Date): Date {
  if (bookedOn >= dateOf(now)) return now;
  return new Date(instantOf(bookedOn, 24 * 60 - 1));
}

export async function officeTime(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select office_now() as now`.execute(tx);
  return rows[0]!.now;
}
