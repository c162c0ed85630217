import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';

export async function officeTime(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select office_now() as now`.execute(tx);
  return rows[0]!.now;
}
