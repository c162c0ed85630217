/** What the history of a transfer says of its notices, and who telephones or asks when one did not arrive. */
import type { Tx } from '../connection/connection.ts';
import { appendEvent } from '../ledger/append-event.ts';
import { officeNow } from '../office/clock.ts';
import { openTask } from '../holding/tasks.ts';

export async function noteNotice(
  tx: Tx,
  notice: { id: string; transferId: string },
  kind: 'noticeSent' | 'noticeDelivered' | 'noticeFailed' | 'noticeUnknown',
): Promise<void> {
  await appendEvent(tx, notice.transferId, { kind, source: 'system', payload: { noticeId: notice.id } });
}

export async function openNoticeTask(
  tx: Tx,
  notice: { id: string; transferId: string },
  kind: 'phoneNotice' | 'unknownNotice',
): Promise<void> {
  const transfer = await tx
    .selectFrom('transfers')
    .select(['office_id', 'steward_id'])
    .where('id', '=', notice.transferId)
    .executeTakeFirstOrThrow();
  await openTask(tx, {
    officeId: transfer.office_id,
    transferId: notice.transferId,
    kind,
    ownerId: transfer.steward_id,
    about: { noticeId: notice.id },
    naturalKey: `${kind}:${notice.id}`,
    openedAt: await officeNow(tx),
  });
}
