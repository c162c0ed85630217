/** Letters as sent: one row per envelope, the second one linked to the first by attempt. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { scansOfEnvelope } from './postings.ts';

export interface NewLetter {
  readonly officeId: string;
  readonly transferId: string;
  readonly attempt: number;
  readonly kind: 'liaison' | 'correction';
  readonly channel: 'ems' | 'platform';
  readonly waybill: string | null;
  readonly postedOn: string;
  readonly sentAt: Date;
  readonly factSeq: number;
  readonly caseNo: string;
}

/** The letter's number is the case's, the attempt and the envelope: 联 IN20260100001-1-1. */
export async function insertLetter(tx: Tx, letter: NewLetter): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into letters (office_id, transfer_id, attempt, envelope, kind, channel, letter_no, waybill, posted_on, state, state_since, sent_by_fact_seq)
    select ${letter.officeId}, ${letter.transferId}::uuid, ${letter.attempt}::integer, n.envelope, ${letter.kind}, ${letter.channel},
      ${letter.caseNo} || '-' || ${letter.attempt}::text || '-' || n.envelope, ${letter.waybill}, ${letter.postedOn}::date,
      'posted', ${letter.sentAt}::timestamptz, ${letter.factSeq}::integer
    from (select coalesce(max(envelope), 0) + 1 as envelope from letters
      where transfer_id = ${letter.transferId}::uuid and attempt = ${letter.attempt}::integer) n
    returning id`.execute(tx);
  return rows[0]!.id;
}

/** A person's word settles the envelopes of the attempt that are still under way. */
export async function settleLetters(
  tx: Tx,
  transferId: string,
  settled: { attempt: number; state: 'delivered' | 'returned' | 'lost'; at: Date; failureCode?: string | null },
): Promise<void> {
  await sql`update letters set state = ${settled.state}, state_since = ${settled.at}::timestamptz, failure_code = ${settled.failureCode ?? null}
    where transfer_id = ${transferId} and attempt = ${settled.attempt}
      and state not in ('delivered', 'returned', 'lost')`.execute(tx);
}

/** The courier has spoken of it: when last, and, unless somebody's word stands, what that amounts to. */
export async function noteScans(
  tx: Tx,
  letterId: string,
  said: { readonly state: string; readonly failureCode: string | null } | undefined,
): Promise<void> {
  const lastScan = sql`(select max(scanned_at) from letters as l cross join lateral (select scanned_at from ${scansOfEnvelope}) as scans
    where l.id = ${letterId})`;
  if (!said) {
    await sql`update letters set last_scan_at = ${lastScan} where id = ${letterId}`.execute(tx);
    return;
  }
  const { state, failureCode } = said;
  await sql`update letters set last_scan_at = ${lastScan}, state = ${state}, failure_code = ${failureCode},
      state_since = case when state = ${state} then state_since else ${lastScan} end
    where id = ${letterId}`.execute(tx);
}
