import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

/** Where every received fen is. */
export interface MoneyBoard {
  /** By the bank’s word. */
  receivedFen: number;
  /** By the word of an imported ledger: what was there when the office began here. */
  openingFen: number;
  suspenseFen: number;
  proposedFen: number;
  matchedFen: number;
  bookedFen: number;
  returnedFen: number;
  reversedFen: number;
  /** The six sum to what was received and what was there. */
  conserved: boolean;
}

/** One statement, so that credits and their parts are seen at the same instant. */
export async function readMoneyBoard(db: Db, officeId: string): Promise<MoneyBoard> {
  const inState = (state: string) => sql`coalesce(sum(amount_fen) filter (where state = ${sql.lit(state)}), 0)::bigint`;
  const ofOrigin = (origin: string) => sql`(select coalesce(sum(amount_fen), 0)::bigint from credits
    where office_id = ${officeId} and origin = ${sql.lit(origin)})`;
  const { rows } = await sql<Omit<MoneyBoard, 'conserved'>>`
    select ${ofOrigin('bank')} as "receivedFen", ${ofOrigin('openingBalance')} as "openingFen",
      ${inState('suspense')} as "suspenseFen", ${inState('proposed')} as "proposedFen", ${inState('matched')} as "matchedFen",
      ${inState('booked')} as "bookedFen", ${inState('returned')} as "returnedFen",
      ${inState('reversed')} as "reversedFen"
    from credit_parts
    where office_id = ${officeId}`.execute(db);
  const board = rows[0]!;
  const { receivedFen, openingFen, ...parts } = board;
  const held = Object.values(parts).reduce((sum, fen) => sum + fen, 0);
  return { ...board, conserved: receivedFen + openingFen === held };
}
