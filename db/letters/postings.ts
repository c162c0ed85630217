import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';

export interface Posting {
  readonly waybill: string;
  readonly sentOn: string;
}

export const postingKey = ({ waybill, sentOn }: Posting): string => `${waybill} ${sentOn}`;

/** Number and day together are a letter's own: those that letters of the office have already, by `postingKey`. */
export async function takenPostings(tx: Tx, officeId: string, postings: readonly Posting[]): Promise<Set<string>> {
  const { rows } = await sql<Posting>`select waybill, posted_on as "sentOn" from letters
    where office_id = ${officeId} and waybill = any(${postings.map(({ waybill }) => waybill)}::text[])`.execute(tx);
  return new Set(rows.map(postingKey));
}
