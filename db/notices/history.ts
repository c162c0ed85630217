/** What the history of a transfer says of its notices, and who telephones or asks when one did not arrive. */
import type { Tx } from '../connection/connection.ts';
import { appendEvent } from '../ledger/append-event.ts';
import { openTask } from '../holding/tasks.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

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
  const ledger = await TransferLedger.open(tx, notice.transferId);
  await openTask(ledger, {
    kind,
    owner: { role: 'clerk', prefer: [ledger.transfer.steward_id] },
    about: { noticeId: notice.id },
    naturalKey: `${kind}:${notice.id}`,
  });
  await ledger.write();
}
