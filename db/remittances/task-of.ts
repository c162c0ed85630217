/** Tasks about one remittance: of its transfer where it has one, else of the office. */
import type { Tx } from '../connection/connection.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import { closeOfficeTask, closeTasksOf } from '../holding/task-changes.ts';
import { openOfficeTask, openTaskOf, type NewTask } from '../holding/tasks.ts';
import type { LockedRemittance } from './lock.ts';

type Remittance = Pick<LockedRemittance, 'office_id' | 'transfer_id'>;

export const openTaskAbout = (
  tx: Tx,
  { office_id: officeId, transfer_id: transferId }: Remittance,
  task: NewTask,
): Promise<void> => (transferId === null ? openOfficeTask(tx, officeId, task) : openTaskOf(tx, transferId, task));

/** Nothing happens where none is open. */
export async function closeTaskAbout(
  tx: Tx,
  { office_id: officeId, transfer_id: transferId }: Remittance,
  naturalKey: string,
  byStaffId: string | null,
  source: EventSource = byStaffId === null ? 'bank' : 'staff',
): Promise<void> {
  const closing = { note: '', byStaffId, source };
  if (transferId === null) return closeOfficeTask(tx, officeId, naturalKey, closing);
  const task = await tx
    .selectFrom('tasks')
    .select('id')
    .where('office_id', '=', officeId)
    .where('natural_key', '=', naturalKey)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (task) await closeTasksOf(tx, transferId, { id: task.id }, closing);
}
