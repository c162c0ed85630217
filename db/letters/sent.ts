/** Letters as sent: one row per envelope, the second one linked to the first by attempt. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { part } from '../connection/statement-parts.ts';
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

interface LetterRow extends NewLetter {
  readonly id: string;
  readonly transferId: string;
  readonly officeId: string;
  readonly caseNo: string;
}

const LETTER = part(
  'letter',
  (_, letter: LetterRow) => sql<never>`
    (insert into letters (id, office_id, transfer_id, attempt, envelope, kind, channel, letter_no, waybill, posted_on, state, state_since, sent_by_fact_seq)
    select ${letter.id}::uuid, ${letter.officeId}, ${letter.transferId}::uuid, ${letter.attempt}::integer, n.envelope,
      case when exists (select from info_forms where transfer_id = ${letter.transferId}::uuid and state = 'sentBack') then 'correction' else 'liaison' end,
      ${letter.channel}, ${letter.caseNo}::text || '-' || ${letter.attempt}::text || '-' || n.envelope, ${letter.waybill}, ${letter.postedOn}::date,
      'posted', ${letter.sentAt}::timestamptz, ${letter.factSeq}::integer
    from (select coalesce(max(envelope), 0) + 1 as envelope from letters
      where transfer_id = ${letter.transferId}::uuid and attempt = ${letter.attempt}::integer) n)`,
);

/**
 * Its number is the case's, the attempt and the envelope: 联 IN20260100001-1-1. After a form was sent back it asks for the correction.
 * @returns its id
 */
export function noteLetter(ledger: TransferLedger, letter: NewLetter): string {
  const { id: transferId, office_id: officeId, case_no: caseNo } = ledger.transfer;
  const id = randomUUID();
  ledger.change(LETTER({ ...letter, id, transferId, officeId, caseNo }));
  return id;
}

export const SETTLED_STATES = ['delivered', 'returned', 'lost'] as const;

interface Settled {
  readonly attempt: number;
  readonly state: 'delivered' | 'returned' | 'lost';
  readonly at: Date;
  readonly failureCode: string | null;
}

const SETTLED = part('letters_settled', (db, settled: Settled & { readonly transferId: string }) =>
  db
    .updateTable('letters')
    .set({ state: settled.state, state_since: settled.at, failure_code: settled.failureCode })
    .where('transfer_id', '=', settled.transferId)
    .where('attempt', '=', settled.attempt)
    .where('state', 'not in', SETTLED_STATES),
);

/** A person's word settles the envelopes of the attempt that are still under way. */
export function settleLetters(ledger: TransferLedger, settled: Settled): void {
  ledger.change(SETTLED({ ...settled, transferId: ledger.transfer.id }));
}

/** It was sent at another instant. A day that was said apart, or that it shares with another letter of the envelope, stays. */
export async function movePosting(
  tx: Tx,
  transferId: string,
  { fact_seq: factSeq, occurred_at: before }: { readonly fact_seq: number; readonly occurred_at: Date },
  at: Date,
): Promise<void> {
  await sql`update letters set posted_on = office_date(${at}::timestamptz),
      state_since = case when state = 'posted' then ${at}::timestamptz else state_since end
    where transfer_id = ${transferId} and sent_by_fact_seq = ${factSeq} and posted_on = office_date(${before}::timestamptz)
      and not exists (select from letters as other where other.id <> letters.id and other.office_id = letters.office_id
        and other.waybill = letters.waybill and other.posted_on = letters.posted_on)`.execute(tx);
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
