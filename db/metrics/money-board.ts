import { sql } from 'kysely';
import { REMITTANCE_STATES } from '../../domain/money/remittance.ts';
import type { Db } from '../connection/connection.ts';

/** Money out: what was ordered is where it is. */
export interface OutgoBoard {
  /** Of remittances that pay no other one anew. */
  orderedFen: number;
  plannedFen: number;
  appliedForFen: number;
  fundedFen: number;
  releasedFen: number;
  sentFen: number;
  confirmedFen: number;
  bouncedFen: number;
  withdrawnFen: number;
  /** The eight sum to what was ordered: of money that was paid anew only the last remittance counts. */
  conserved: boolean;
}

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

export async function readOutgoBoard(db: Db, officeId: string): Promise<OutgoBoard> {
  const inState = REMITTANCE_STATES.map(
    (state) => sql`coalesce(sum(amount_fen) filter (where next is null and state = ${sql.lit(state)}), 0)::bigint
      as ${sql.ref(`${state}Fen`)}`,
  );
  const { rows } = await sql<Omit<OutgoBoard, 'conserved'>>`
    select coalesce(sum(amount_fen) filter (where replaces_id is null), 0)::bigint as "orderedFen", ${sql.join(inState)}
    from (select r.amount_fen, r.state, r.replaces_id, next.id as next from remittances r
      left join remittances next on next.replaces_id = r.id where r.office_id = ${officeId}) as remittance`.execute(db);
  const board = rows[0]!;
  const { orderedFen, ...parts } = board;
  return { ...board, conserved: orderedFen === Object.values(parts).reduce((sum, fen) => sum + fen, 0) };
}
