/** Completion notices of which an old ledger tells: another program has sent them, so nobody sends them again and no receipt is awaited. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { noticeRow } from './deciding.ts';

interface ToldNotice {
  readonly transferId: string;
  readonly officeId: string;
  readonly sentAt: Date;
}

export function toldNoticeRow({ transferId, officeId, sentAt }: ToldNotice) {
  const notice = { kind: 'completion', recipient: 'person', channel: 'sms', notBefore: sentAt } as const;
  return { ...noticeRow({ id: transferId, office_id: officeId }, notice), state: 'sent', sent_at: sentAt };
}

export async function isCompletionTold(tx: Tx, transferId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from notices where transfer_id = ${transferId} and kind = 'completion' limit 1`.execute(tx);
  return rows.length > 0;
}

/** A later row tells of it. What our own office has decided to tell, or told, stays as it is, and what was noted before is not noted twice. */
export async function noteToldNotice(tx: Tx, told: ToldNotice): Promise<void> {
  const { rows } = await sql`update notice_decisions set decision = 'send'
    where transfer_id = ${told.transferId} and decision = 'notSent' and reason = 'imported'
    returning transfer_id`.execute(tx);
  if (rows.length === 0) return;
  await tx.insertInto('notices').values(toldNoticeRow(told)).execute();
}
