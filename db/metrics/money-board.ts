import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

/** Where every received fen is. */
export interface MoneyBoard {
  receivedFen: number;
  suspenseFen: number;
  proposedFen: number;
  matchedFen: number;
  bookedFen: number;
  returnedFen: number;
  reversedFen: number;
  /** The six sum to what was received. */
  conserved: boolean;
}

/** One statement, so that credits and their parts are seen at the same instant. */
export async function readMoneyBoard(db: Db, officeId: string): Promise<MoneyBoard> {
  const inState = (state: string) => sql`coalesce(sum(amount_fen) filter (where state = ${sql.lit(state)}), 0)::bigint`;
  const { rows } = await sql<Omit<MoneyBoard, 'conserved'>>`
    select (select coalesce(sum(amount_fen), 0)::bigint from credits where office_id = ${officeId}) as "receivedFen",
      ${inState('suspense')} as "suspenseFen", ${inState('proposed')} as "proposedFen", ${inState('matched')} as "matchedFen",
      ${inState('booked')} as "bookedFen", ${inState('returned')} as "returnedFen",
      ${inState('reversed')} as "reversedFen"
    from credit_parts
    where office_id = ${officeId}`.execute(db);
  const board = rows[0]!;
  const { receivedFen, ...parts } = board;
  const held = Object.values(parts).reduce((sum, fen) => sum + fen, 0);
  return { ...board, conserved: receivedFen === held };
}
