/** What the history of a transfer says of its notices, and who telephones or asks when one did not arrive. */
import type { Tx } from '../connection/connection.ts';
import { appendEvent } from '../ledger/append-event.ts';
import { openTask, type NewTask } from '../holding/tasks.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

export type NoticeEvent = 'noticeSent' | 'noticeDelivered' | 'noticeFailed' | 'noticeUnknown';

export async function noteNotice(tx: Tx, notice: { id: string; transferId: string }, kind: NoticeEvent): Promise<void> {
  await appendEvent(tx, notice.transferId, { kind, source: 'system', payload: { noticeId: notice.id } });
}

export type NoticeTaskKind = 'phoneNotice' | 'unknownNotice' | 'silentNotice';

/** Whoever has the whole case speaks of it best. */
export const noticeTask = ({ transfer }: TransferLedger, noticeId: string, kind: NoticeTaskKind): NewTask => ({
  kind,
  owner: { role: 'clerk', prefer: [transfer.steward_id] },
  about: { noticeId },
  naturalKey: `${kind}:${noticeId}`,
});

export async function openNoticeTask(
  tx: Tx,
  notice: { id: string; transferId: string },
  kind: NoticeTaskKind,
): Promise<void> {
  const ledger = await TransferLedger.open(tx, notice.transferId);
  await openTask(ledger, noticeTask(ledger, notice.id, kind));
  await ledger.write();
}
