/** The one door for work that no step covers: tell the person, phone instead of SMS, look at what fits nowhere. */
import { sql } from 'kysely';
import type { Role } from '../../domain/roles.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { USUAL_TYPE } from '../../domain/procedures/index.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { limitOn, rulesNow, type LimitsOf, type RuleBook } from '../office/rules.ts';
import { areaCodeOf } from '../office/office.ts';
import type { Tx } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { rosterNow, type Roster } from '../office/roster.ts';
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
  | 'silentNotice'
  | 'deadLetter'
  | 'stuckTransfer'
  | 'moneyOut'
  | 'untransferableNotice'
  | 'incomingPaper'
  | 'bouncedRemittance'
  | 'reversedTransfer'
  | 'lateRemittance'
  | 'promise'
  | 'brokenPromise'
  | 'repeatedContact';

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
  /** A day that somebody has promised; default: by the limits. */
  readonly dueOn?: string;
  readonly source?: EventSource;
}

/** Of a transfer under lock, whose history tells of it. Undefined when the task is there already. */
export async function openTask(ledger: TransferLedger, task: NewTask): Promise<string | undefined> {
  const { tx, transfer, now } = ledger;
  const { office_id: officeId, id: transferId } = transfer;
  const { limitsOf } = ledger;
  const rules = await ledger.ruleBook();
  const roster = () => ledger.roster();
  const taskId = await insertTask(tx, { officeId, transferId, limitsOf, rules, roster, now }, task);
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

/**
 * Work that belongs to no transfer, or not yet. Limits belong to a procedure: it stands under the usual one of its direction.
 * @param direction of the transfer that it may turn out to belong to: money and scans come to a transfer-in
 */
export async function openOfficeTask(
  tx: Tx,
  officeId: string,
  task: NewTask,
  direction: Procedure['direction'] = 'in',
): Promise<void> {
  const { now, rules } = await rulesNow(tx);
  const limitsOf = { direction, procedureType: USUAL_TYPE, areaCode: await areaCodeOf(tx, officeId) };
  const roster = () => rosterNow(tx);
  const taskId = await insertTask(tx, { transferId: null, limitsOf, officeId, rules, roster, now }, task);
  if (taskId !== undefined)
    await appendOfficeEvent(tx, { officeId, kind: 'taskOpened', payload: { taskId, task: task.kind } });
}

interface Place {
  readonly officeId: string;
  readonly transferId: string | null;
  readonly limitsOf: LimitsOf;
  readonly rules: RuleBook;
  readonly roster: () => Promise<Roster>;
  readonly now: Date;
}

async function insertTask(tx: Tx, place: Place, task: NewTask): Promise<string | undefined> {
  const openedAt = task.openedAt ?? place.now;
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
      due_on: task.dueOn ?? dueOn(place, task.kind, dateOf(openedAt)),
    })
    .onConflict((oc) => oc.columns(['office_id', 'natural_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** What a fact obliged somebody to arose at another instant than it had said; a duty that is done cannot arise after that. */
export async function moveDuties(ledger: TransferLedger, factSeq: number, at: Date): Promise<void> {
  const { tx, transfer, limitsOf } = ledger;
  const duties = await tx
    .selectFrom('tasks')
    .select(['id', 'kind', 'closed_at as closedAt'])
    .where('transfer_id', '=', transfer.id)
    .where(sql<string>`about ->> 'factSeq'`, '=', String(factSeq))
    .execute();
  for (const { id, kind, closedAt } of duties) {
    const openedAt = closedAt !== null && closedAt < at ? closedAt : at;
    const due = dueOn({ limitsOf, rules: await ledger.ruleBook() }, kind as TaskKind, dateOf(openedAt));
    await tx.updateTable('tasks').set({ opened_at: openedAt, due_on: due }).where('id', '=', id).execute();
  }
}

async function ownerOf(tx: Tx, { officeId, roster, now }: Place, owner: NewTask['owner']): Promise<string> {
  if (typeof owner === 'string') return owner;
  return (await chooseOwner({ tx, roster: await roster(), officeId }, { ...owner, on: dateOf(now) })).staffId;
}

/** What a person has to be told. */
const TOLD: readonly TaskKind[] = ['tellPerson', 'phoneNotice', 'untransferableNotice'];

/** By the rules of the day on which it opens, whatever version its case was opened under: no case promises it. */
function dueOn({ limitsOf, rules }: Pick<Place, 'limitsOf' | 'rules'>, kind: TaskKind, openedOn: string): string {
  const limit = TOLD.includes(kind) ? 'tellPerson' : 'task';
  // A task is how somebody hears of a broken row: it opens whatever type stands there.
  const workingDays =
    limitOn(rules, openedOn, limit, limitsOf) ??
    limitOn(rules, openedOn, limit, { ...limitsOf, procedureType: USUAL_TYPE });
  if (workingDays === undefined) throw new Error(`no limits are in force on ${openedOn}`);
  return addWorkingDays(openedOn, workingDays, rules.calendar).dueOn;
}
