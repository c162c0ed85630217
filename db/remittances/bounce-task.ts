/** Money that came back is a task of whoever has the remittance, until it is paid anew. */
import type { Tx } from '../connection/connection.ts';
import { closeOfficeTask, closeTasksOf } from '../holding/task-changes.ts';
import { openOfficeTask, openTaskOf, type NewTask } from '../holding/tasks.ts';
import type { LockedRemittance } from './lock.ts';

const keyOf = (remittanceId: string): string => `bounced:${remittanceId}`;

export async function openBounceTask(
  tx: Tx,
  { id, office_id: officeId, transfer_id: transferId }: LockedRemittance,
  { owner, entryId }: { readonly owner: string; readonly entryId: string },
): Promise<void> {
  const about = { remittanceId: id, entryId };
  const task: NewTask = { kind: 'bouncedRemittance', owner, about, naturalKey: keyOf(id), source: 'bank' };
  if (transferId === null) await openOfficeTask(tx, officeId, task);
  else await openTaskOf(tx, transferId, task);
}

export async function settleBounceTask(
  tx: Tx,
  { id, office_id: officeId, transfer_id: transferId }: LockedRemittance,
  byStaffId: string,
): Promise<void> {
  const closing = { note: '', byStaffId };
  if (transferId === null) return closeOfficeTask(tx, officeId, keyOf(id), closing);
  const task = await tx
    .selectFrom('tasks')
    .select('id')
    .where('office_id', '=', officeId)
    .where('natural_key', '=', keyOf(id))
    .executeTakeFirst();
  if (task) await closeTasksOf(tx, transferId, { id: task.id }, closing);
}
