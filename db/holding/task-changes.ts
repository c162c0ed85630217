/** What becomes of open tasks: closed, told again, passed on, counted anew over a changed calendar. */
import { sql, type RawBuilder } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../../domain/time/working-days.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { insertingTexts, newText, type NewText } from '../texts/sealed-texts.ts';
import type { TaskKind } from './tasks.ts';

export interface TaskClosing {
  /** A word of ours. */
  readonly note: string;
  /** What a person said. */
  readonly said?: NewText | undefined;
  readonly byStaffId?: string | null;
  /** Default: now. */
  readonly at?: Date;
  readonly source?: EventSource;
}

/** Which open tasks of a transfer: one by its id or its key, those about a notice, or those of a kind, of one letter where it says so. */
export type WhichTasks =
  | { readonly id: string }
  | { readonly naturalKey: string }
  | { readonly noticeId: string }
  | { readonly kind: TaskKind; readonly letterId?: string };

/** Of a transfer under lock, whose history tells of each. @returns how many were open */
export async function closeTasks(ledger: TransferLedger, which: WhichTasks, closing: TaskClosing): Promise<number> {
  const { tx, transfer, now } = ledger;
  const closed = await endTasks(tx, sql`transfer_id = ${transfer.id} and ${conditionOf(which)}`, closing);
  for (const { id: taskId, kind } of closed) {
    ledger.note({
      kind: 'taskClosed',
      occurredAt: now,
      source: closing.source ?? (closing.byStaffId ? 'staff' : 'system'),
      byStaffId: closing.byStaffId ?? null,
      payload: { taskId, task: kind },
    });
  }
  return closed.length;
}

/** The caller holds no ledger of the transfer. @returns how many were open */
export async function closeTasksOf(
  tx: Tx,
  transferId: string,
  which: WhichTasks,
  closing: TaskClosing,
): Promise<number> {
  const ledger = await TransferLedger.open(tx, transferId);
  const closed = await closeTasks(ledger, which, closing);
  await ledger.write();
  return closed;
}

/** One task by its natural key, of no transfer. */
export async function closeOfficeTask(
  tx: Tx,
  officeId: string,
  naturalKey: string,
  closing: TaskClosing,
): Promise<void> {
  await endOfficeTasks(tx, officeId, sql`natural_key = ${naturalKey}`, closing);
}

interface ClosedByHand {
  readonly byStaffId: string;
  /** Why, in a person's words. */
  readonly said: string;
}

/** A person closes it, of whatever transfer or of none. @throws Refusal already-decided */
export async function closeTaskByHand(
  tx: Tx,
  keyring: Keyring,
  { id, transferId, officeId }: { readonly id: string; readonly transferId: string | null; readonly officeId: string },
  { byStaffId, said }: ClosedByHand,
): Promise<void> {
  const closing = { byStaffId, note: '', said: newText(keyring, { officeId, transferId }, said) };
  const closed =
    transferId === null
      ? await endOfficeTasks(tx, officeId, conditionOf({ id }), closing)
      : await closeTasksOf(tx, transferId, { id }, closing);
  requireClosed(closed);
}

/** Of no transfer: the history of the office tells of each. */
async function endOfficeTasks(
  tx: Tx,
  officeId: string,
  condition: RawBuilder<unknown>,
  closing: TaskClosing,
): Promise<number> {
  const ofOffice = sql`office_id = ${officeId} and transfer_id is null and ${condition}`;
  const closed = await endTasks(tx, ofOffice, closing);
  const byStaffId = closing.byStaffId ?? null;
  for (const { id: taskId, kind } of closed)
    await appendOfficeEvent(tx, { officeId, kind: 'taskClosed', byStaffId, payload: { taskId, task: kind } });
  return closed.length;
}

/** @throws Refusal already-decided when none was open */
export function requireClosed(closed: number): void {
  if (closed === 0) throw new Refusal('already-decided', 'This task is closed already, or it does not exist.');
}

function conditionOf(which: WhichTasks): RawBuilder<unknown> {
  if ('id' in which) return sql`id = ${which.id}`;
  if ('naturalKey' in which) return sql`natural_key = ${which.naturalKey}`;
  if ('noticeId' in which) return sql`about ->> 'noticeId' = ${which.noticeId}::text`;
  const { kind, letterId } = which;
  return letterId === undefined
    ? sql`kind = ${kind}`
    : sql`kind = ${kind} and about ->> 'letterId' = ${letterId}::text`;
}

async function endTasks(tx: Tx, condition: RawBuilder<unknown>, closing: TaskClosing) {
  const { rows } = await sql<{ id: string; kind: TaskKind }>`with kept as (${insertingTexts([closing.said])})
    update tasks set closed_at = ${closing.at ?? sql`office_now()`}, closed_by = ${closing.byStaffId ?? null}::uuid, closing_note = ${closing.note},
      closing_note_id = ${closing.said?.id ?? null}::uuid
    where closed_at is null and ${condition}
    returning id, kind`.execute(tx);
  return rows;
}

/** What an open task is about has changed. @returns whether there is one of this key */
export async function tellTaskAgain(
  tx: Tx,
  { officeId, naturalKey }: { readonly officeId: string; readonly naturalKey: string },
  about: Record<string, unknown>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks')
    .set({ about: JSON.stringify(about) })
    .where('office_id', '=', officeId)
    .where('natural_key', '=', naturalKey)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface Passing {
  readonly from: string;
  readonly to: string;
  /** Whose it is while he is away. */
  readonly lentBy: string | null;
}

/** Nothing happens when somebody else holds it by now. */
export async function passTask(db: Db, id: string, { from, to, lentBy }: Passing): Promise<void> {
  await db
    .updateTable('tasks')
    .set({ owner_id: to, lent_by: lentBy })
    .where('id', '=', id)
    .where('owner_id', '=', from)
    .where('closed_at', 'is', null)
    .execute();
}

/** The person was told at another instant than the fact had said. */
export async function moveTelling(tx: Tx, transferId: string, factSeq: number, at: Date): Promise<void> {
  await sql`update tasks set closed_at = ${at} where id = (select (payload ->> 'taskId')::uuid from events
    where transfer_id = ${transferId} and fact_seq = ${factSeq})`.execute(tx);
}

/** A task does not keep its limit; the days between its opening and its due date are it. @returns how many moved */
export async function moveTaskLimits(tx: Tx, before: WorkingCalendar, after: WorkingCalendar): Promise<number> {
  const open = await tx
    .selectFrom('tasks')
    .select(['id', 'opened_at', 'due_on'])
    .where('closed_at', 'is', null)
    // A day that was promised to somebody is no limit.
    .where('kind', '<>', 'promise')
    .forUpdate()
    .execute();
  const moved = open.flatMap(({ id, opened_at: openedAt, due_on: dueOn }) => {
    const openedOn = dateOf(openedAt);
    const to = addWorkingDays(openedOn, workingDaysBetween(openedOn, dueOn, before), after).dueOn;
    return to === dueOn ? [] : [{ id, to }];
  });
  for (const { id, to } of moved) await tx.updateTable('tasks').set({ due_on: to }).where('id', '=', id).execute();
  return moved.length;
}
