/** What was decided about money, by the bank's words or by a person: never changed afterwards. */
import type { Tx } from '../connection/connection.ts';
import { withTexts, type NewText } from '../texts/sealed-texts.ts';

export interface NewMatch {
  readonly officeId: string;
  readonly creditId: string;
  readonly partId: string;
  readonly transferId: string | null;
  readonly decision: string;
  readonly amountFen: number;
  /** Which key of the memo named the transfer, or `person`. */
  readonly key: string;
  readonly byStaffId?: string;
  /** The second person, where it takes two. */
  readonly confirmedBy?: string;
  readonly note?: NewText | undefined;
  readonly idempotencyKey?: string;
  readonly bodyHash?: Buffer;
}

export async function insertMatch(tx: Tx, match: NewMatch): Promise<void> {
  await withTexts(tx, [match.note])
    .insertInto('matches')
    .values({
      office_id: match.officeId,
      credit_id: match.creditId,
      part_id: match.partId,
      transfer_id: match.transferId,
      decision: match.decision,
      amount_fen: match.amountFen,
      key_used: match.key,
      by_staff_id: match.byStaffId ?? null,
      confirmed_by: match.confirmedBy ?? null,
      note_id: match.note?.id ?? null,
      idempotency_key: match.idempotencyKey ?? null,
      body_hash: match.bodyHash ?? null,
    })
    .execute();
}
