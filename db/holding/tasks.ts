/** The one door for work that no step covers: tell the person, phone instead of SMS, look at what fits nowhere. */
import { sql } from 'kysely';
import type { Role } from '../../domain/procedures/steps.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { loadCalendar } from '../office/calendar.ts';
import { officeNow } from '../office/clock.ts';
import type { Tx } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { chooseOwner } from './owners.ts';

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
  readonly kind: TaskKind;
  readonly reasonCode?: string | null;
  /** Who holds it already, or what somebody must be able to do, with whom continuity prefers. */
  readonly owner: string | { readonly role: Role; readonly prefer?: readonly string[] };
  /** Ids and codes only. */
  readonly about?: Record<string, unknown>;
  /** The same key twice is one task. */
  readonly naturalKey: string;
  /** Default: now. */
  readonly openedAt?: Date;
  readonly source?: EventSource;
}

/** Of a transfer under lock, whose history tells of it. Undefined when the task is there already. */
export async function openTask(ledger: TransferLedger, task: NewTask): Promise<string | undefined> {
  const { tx, transfer, now } = ledger;
  const taskId = await insertTask(tx, { officeId: transfer.office_id, transferId: transfer.id, now }, task);
  if (taskId === undefined) return undefined;
  ledger.note({
    kind: 'taskOpened',
    occurredAt: now,
    source: task.source ?? 'system',
    payload: { taskId, task: task.kind },
  });
  return taskId;
}

/** The caller holds no ledger of the transfer. */
export async function openTaskOf(tx: Tx, transferId: string, task: NewTask): Promise<void> {
  const ledger = await TransferLedger.open(tx, transferId);
  await openTask(ledger, task);
  await ledger.write();
}

/** Work that belongs to no transfer, or not yet. */
export async function openOfficeTask(tx: Tx, officeId: string, task: NewTask): Promise<void> {
  const taskId = await insertTask(tx, { officeId, transferId: null, now: await officeNow(tx) }, task);
  if (taskId !== undefined)
    await appendOfficeEvent(tx, { officeId, kind: 'taskOpened', payload: { taskId, task: task.kind } });
}

interface Place {
  readonly officeId: string;
  readonly transferId: string | null;
  readonly now: Date;
}

async function insertTask(tx: Tx, place: Place, task: NewTask): Promise<string | undefined> {
  const openedAt = task.openedAt ?? place.now;
  const days = await taskLimit(tx, task.kind);
  const row = await tx
    .insertInto('tasks')
    .values({
      office_id: place.officeId,
      transfer_id: place.transferId,
      kind: task.kind,
      reason_code: task.reasonCode ?? null,
      owner_id: await ownerOf(tx, place, task.owner),
      about: JSON.stringify(task.about ?? {}),
      natural_key: task.naturalKey,
      opened_at: openedAt,
      due_on: addWorkingDays(dateOf(openedAt), days, await loadCalendar(tx)).dueOn,
    })
    .onConflict((oc) => oc.columns(['office_id', 'natural_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

async function ownerOf(tx: Tx, { officeId, now }: Place, owner: NewTask['owner']): Promise<string> {
  if (typeof owner === 'string') return owner;
  return (await chooseOwner(tx, { ...owner, officeId, on: dateOf(now) })).staffId;
}

async function taskLimit(tx: Tx, kind: TaskKind): Promise<number> {
  const name = kind === 'tellPerson' || kind === 'phoneNotice' ? 'tellPerson' : 'task';
  const { rows } = await sql<{ days: number }>`select working_days as days from limits
    join rule_versions on rule_versions.version = limits.rule_version
    where limits.name = ${name} order by rule_versions.valid_from desc limit 1`.execute(tx);
  return rows[0]?.days ?? 5;
}
