/** A posting is an envelope: its number and its day. It may hold several letters for one office. */
import { sql, type RawBuilder } from 'kysely';
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

export interface KnownPosting {
  readonly transferId: string;
  readonly caseNo: string;
  readonly counterpartId: string;
  readonly postedOn: string;
}

/** A number comes back only after a year or more: within one it is the same envelope, or somebody has mistyped it. */
const NUMBER_RETURNS_AFTER_DAYS = 365;

/** The letter nearest in time that has the number already. */
export async function findPosting(
  tx: Tx,
  { officeId, waybill, postedOn }: { officeId: string; waybill: string; postedOn: string },
): Promise<KnownPosting | undefined> {
  const { rows } = await sql<KnownPosting>`
    select transfers.id as "transferId", cases.case_no as "caseNo", transfers.counterpart_id as "counterpartId",
      letters.posted_on as "postedOn"
    from letters
    join transfers on transfers.id = letters.transfer_id
    join cases on cases.id = transfers.case_id
    where letters.office_id = ${officeId} and letters.waybill = ${waybill}
      and abs(letters.posted_on - ${postedOn}::date) < ${NUMBER_RETURNS_AFTER_DAYS}
    order by abs(letters.posted_on - ${postedOn}::date), letters.id
    limit 1`.execute(tx);
  return rows[0];
}

/** Letters in the envelopes of these letters, themselves among them. */
export async function lettersInSameEnvelopes(tx: Tx, letterIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct letters.id, letters.transfer_id from letters
    join letters as known on known.office_id = letters.office_id and known.waybill = letters.waybill
      and known.posted_on = letters.posted_on
    where known.id = any(${[...letterIds]}::uuid[]) order by letters.transfer_id, letters.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** `from` entry `mail_scans`: what the courier has said of the envelope in which letter `l` lies, whichever of its letters has the scan. */
export const scansOfEnvelope: RawBuilder<unknown> = sql`letters as enveloped
  join mail_scans on mail_scans.letter_id = enveloped.id
    and enveloped.office_id = l.office_id and enveloped.waybill = l.waybill and enveloped.posted_on = l.posted_on`;
