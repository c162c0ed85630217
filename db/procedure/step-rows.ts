/** A step as the ledger stores it. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

/** Listed, so that the statement can be prepared. */
export const STEP_COLUMNS = [
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

/** Who recorded the fact that closed it. */
export const CLOSED_BY = sql<string | null>`(select by_staff_id from events
  where events.transfer_id = steps.transfer_id and events.fact_seq = steps.closed_by_fact_seq)`.as('closed_by');

/** Who confirmed that fact, and both of the two people who have corrected it since. */
export const ALSO_BY = sql<string[]>`array(
  select who from events closing
  left join events correction on correction.transfer_id = closing.transfer_id and correction.corrects_seq = closing.seq
  cross join unnest(array[closing.confirmed_by, correction.by_staff_id, correction.confirmed_by]) as who
  where closing.transfer_id = steps.transfer_id and closing.fact_seq = steps.closed_by_fact_seq
    and who is not null)::text[]`.as('also_by');

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
