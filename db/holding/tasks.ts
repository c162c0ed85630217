/** Work that no step covers: tell the person, phone instead of SMS, look at what fits nowhere. */
import { sql } from 'kysely';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { Refusal } from '../../domain/errors.ts';
import { loadCalendar } from '../office/calendar.ts';
import type { Tx } from '../connection/connection.ts';

export type TaskKind =
  | 'tellPerson'
  | 'phoneNotice'
  | 'lateFact'
  | 'parkedFact'
  | 'suspense'
  | 'unknownScan'
  | 'silentLetter'
  | 'unknownNotice'
  | 'deadLetter'
  | 'stuckTransfer';

export interface NewTask {
  readonly officeId: string;
  readonly transferId?: string | null;
  readonly kind: TaskKind;
  readonly reasonCode?: string | null;
  readonly ownerId: string;
  /** Ids and codes only. */
  readonly about?: Record<string, unknown>;
  /** The same key twice is one task. */
  readonly naturalKey: string;
  readonly openedAt: Date;
  /** Default: the dated limit `task`, or `tellPerson`. */
  readonly workingDays?: number;
}

/** Undefined when the task is there already. */
export async function openTask(tx: Tx, task: NewTask): Promise<string | undefined> {
  const calendar = await loadCalendar(tx);
  const days = task.workingDays ?? (await taskLimit(tx, task.kind));
  const row = await tx
    .insertInto('tasks')
    .values({
      office_id: task.officeId,
      transfer_id: task.transferId ?? null,
      kind: task.kind,
      reason_code: task.reasonCode ?? null,
      owner_id: task.ownerId,
      about: JSON.stringify(task.about ?? {}),
      natural_key: task.naturalKey,
      opened_at: task.openedAt,
      due_on: addWorkingDays(dateOf(task.openedAt), days, calendar).dueOn,
    })
    .onConflict((oc) => oc.columns(['office_id', 'natural_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

async function taskLimit(tx: Tx, kind: TaskKind): Promise<number> {
  const name = kind === 'tellPerson' || kind === 'phoneNotice' ? 'tellPerson' : 'task';
  const { rows } = await sql<{ days: number }>`select working_days as days from limits
    join rule_versions on rule_versions.version = limits.rule_version
    where limits.name = ${name} order by rule_versions.valid_from desc limit 1`.execute(tx);
  return rows[0]?.days ?? 5;
}

/** Throws when it is closed already or not there. */
export async function closeTask(
  tx: Tx,
  taskId: string,
  closing: { at: Date; byStaffId: string | null; note: string },
): Promise<void> {
  const row = await tx
    .updateTable('tasks')
    .set({ closed_at: closing.at, closed_by: closing.byStaffId, closing_note: closing.note })
    .where('id', '=', taskId)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new Refusal('already-decided', 'This task is closed already, or it does not exist.');
}
