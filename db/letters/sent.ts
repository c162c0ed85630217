/** Letters as sent: one row per envelope, the second one linked to the first by attempt. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { scansOfEnvelope } from './postings.ts';

export interface NewLetter {
  readonly attempt: number;
  readonly channel: 'ems' | 'platform';
  readonly waybill: string | null;
  readonly postedOn: string;
  readonly sentAt: Date;
  readonly factSeq: number;
}

/**
 * Its number is the case's, the attempt and the envelope: 联 IN20260100001-1-1. After a form was sent back it asks for the correction.
 * @returns its id
 */
export function noteLetter(ledger: TransferLedger, letter: NewLetter): string {
  const { transfer } = ledger;
  const id = randomUUID();
  ledger.change(
    'letter',
    () => sql<never>`
    (insert into letters (id, office_id, transfer_id, attempt, envelope, kind, channel, letter_no, waybill, posted_on, state, state_since, sent_by_fact_seq)
    select ${id}::uuid, ${transfer.office_id}, ${transfer.id}::uuid, ${letter.attempt}::integer, n.envelope,
      case when exists (select from info_forms where transfer_id = ${transfer.id}::uuid and state = 'sentBack') then 'correction' else 'liaison' end,
      ${letter.channel}, ${transfer.case_no}::text || '-' || ${letter.attempt}::text || '-' || n.envelope, ${letter.waybill}, ${letter.postedOn}::date,
      'posted', ${letter.sentAt}::timestamptz, ${letter.factSeq}::integer
    from (select coalesce(max(envelope), 0) + 1 as envelope from letters
      where transfer_id = ${transfer.id}::uuid and attempt = ${letter.attempt}::integer) n)`,
  );
  return id;
}

/** A person's word settles the envelopes of the attempt that are still under way. */
export function settleLetters(
  ledger: TransferLedger,
  settled: { attempt: number; state: 'delivered' | 'returned' | 'lost'; at: Date; failureCode: string | null },
): void {
  ledger.change('letters_settled', (db) =>
    db
      .updateTable('letters')
      .set({ state: settled.state, state_since: settled.at, failure_code: settled.failureCode })
      .where('transfer_id', '=', ledger.transfer.id)
      .where('attempt', '=', settled.attempt)
      .where('state', 'not in', ['delivered', 'returned', 'lost']),
  );
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
