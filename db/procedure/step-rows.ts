/** A step as the ledger stores it. */
import type { UpdateObject } from 'kysely';
import type { Database, Db } from '../connection/connection.ts';
import { alsoBy, closedBy } from '../holding/separation.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

/** The part of a statement that closes a step: one that opens the next with it reads from that, for a transfer has one open step at a time. */
export const CLOSED = 'closed';

/** Listed, so that the statement can be prepared. */
const STEP_COLUMNS = [
  'transfer_id',
  'ordinal',
  'office_id',
  'procedure',
  'step',
  'attempt',
  'rule_version',
  'owner_id',
  'opened_at',
  'opened_recorded_at',
  'opened_by_fact_seq',
  'due_on',
  'due_at',
  'provisional',
  'due_explained',
  'reminder_at',
  'reminded_at',
  'overdue_at',
  'next_escalation_at',
  'escalations',
  'held_since',
  'hold_reason',
  'hold_review_on',
  'hold_review_raised_at',
  'held_working_days',
  'closed_at',
  'closed_recorded_at',
  'closed_by_fact_seq',
  'outcome',
] as const;

const CLOSED_BY = closedBy('steps').as('closed_by');
const ALSO_BY = alsoBy('steps').as('also_by');

/** In their order; the last one may be open. */
export function selectSteps(db: Db, transferId: string) {
  return db
    .selectFrom('steps')
    .select(STEP_COLUMNS)
    .select(CLOSED_BY)
    .select(ALSO_BY)
    .where('transfer_id', '=', transferId)
    .orderBy('ordinal')
    .execute();
}
export type StepRow = Awaited<ReturnType<typeof selectSteps>>[number];

export const openAmong = (steps: readonly StepRow[]): StepRow | undefined =>
  steps.findLast(({ closed_at: closedAt }) => closedAt === null);

export function selectOpenStep(tx: Db, transferId: string) {
  return tx
    .selectFrom('steps')
    .select(STEP_COLUMNS)
    .select(CLOSED_BY)
    .select(ALSO_BY)
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

/** A row that stands in the table: what is only noted is written first. */
export async function changeStep(
  { tx, transfer }: TransferLedger,
  ordinal: number,
  change: UpdateObject<Database, 'steps'>,
): Promise<void> {
  await tx
    .updateTable('steps')
    .set(change)
    .where('transfer_id', '=', transfer.id)
    .where('ordinal', '=', ordinal)
    .execute();
}

/** How and when the closed steps went, in their order: what a procedure is walked with. */
export function selectClosedSteps(db: Db, transferId: string) {
  return db
    .selectFrom('steps')
    .select(['outcome', 'closed_at'])
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is not', null)
    .orderBy('ordinal')
    .execute();
}

/** Of a transfer under lock: as they were read with the lock, or now. */
export async function stepsUnderLock({ tx, transfer, stands }: TransferLedger): Promise<StepRow[]> {
  return stands ? stands.steps.map(asStepRow) : selectSteps(tx, transfer.id);
}

type InstantColumn = { [Column in keyof StepRow]: Date extends StepRow[Column] ? Column : never }[keyof StepRow];

/** JSON has no instants: which texts are some, or this does not compile. */
const INSTANTS = Object.keys({
  opened_at: true,
  opened_recorded_at: true,
  due_at: true,
  reminder_at: true,
  reminded_at: true,
  overdue_at: true,
  next_escalation_at: true,
  held_since: true,
  hold_review_raised_at: true,
  closed_at: true,
  closed_recorded_at: true,
} satisfies Record<InstantColumn, true>);

function asStepRow(json: Record<string, unknown>): StepRow {
  const row = { ...json };
  for (const column of INSTANTS) row[column] = row[column] === null ? null : new Date(row[column] as string);
  return row as StepRow;
}
