/** A step ends: with its outcome, its owner's responsibility, and the attempt that the outcome begins or ends. */
import type { UpdateObject } from 'kysely';
import type { Database } from '../connection/connection.ts';
import { part } from '../connection/statement-parts.ts';
import { responsibilityEnd, responsibilityInsert, responsibilityRow } from '../holding/owners.ts';
import { closeTasks } from '../holding/task-changes.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { endAttempt, startAttempt } from './attempts.ts';
import { daysGivenBack } from './holds.ts';
import { CLOSED, type StepRow } from './step-rows.ts';

export interface StepClosing {
  readonly outcome: string;
  readonly factSeq: number;
  readonly at: Date;
  readonly reasonCode?: string | null;
  /** A colleague who completes what another one holds, and takes it over by that. */
  readonly takenOverBy?: string;
}

interface ClosedRow extends UpdateObject<Database, 'steps'> {
  readonly transfer_id: string;
  readonly ordinal: number;
}

const STEP_CLOSED = part(CLOSED, (db, { transfer_id: transferId, ordinal, ...closing }: ClosedRow) =>
  db
    .updateTable('steps')
    .set(closing)
    .where('transfer_id', '=', transferId)
    .where('ordinal', '=', ordinal)
    .returning('transfer_id'),
);
const HELD_UNTIL = part('held_until', responsibilityEnd);
const TAKEN_OVER = part('taken_over', responsibilityInsert);

/** Closes the step, whose row is there, by the fact that the ledger is about to note, or by one noted before. */
export async function closeStep(ledger: TransferLedger, row: StepRow, asked: StepClosing): Promise<StepRow> {
  const { transfer, now } = ledger;
  const closing = { ...asked, at: closedAt(row, asked.at) };
  // A hold ends with its step; the next step on the same clock gets its days.
  const heldWorkingDays = row.held_working_days + (await daysGivenBack(ledger, row, closing.at));
  endHolding(ledger, row, closing);
  ledger.change(
    STEP_CLOSED({
      transfer_id: transfer.id,
      ordinal: row.ordinal,
      closed_at: closing.at,
      closed_recorded_at: now,
      closed_by_fact_seq: closing.factSeq,
      outcome: closing.outcome,
      held_since: null,
      held_working_days: heldWorkingDays,
      owner_id: closing.takenOverBy,
    }),
  );
  // The delivery is decided: nobody needs to ask the courier any more.
  // An ending closes also a step that only a later release knows.
  const rule = ledger.knownProcedure?.steps[row.step];
  if (rule?.decidedBy === 'answer' && ledger.stands?.letterIsSilent !== false)
    await closeTasks(ledger, { kind: 'silentLetter' }, { note: 'heardOf' });
  const attempt = rule?.outcomes[closing.outcome]?.attempt;
  if (attempt === 'begins') startAttempt(ledger, row.attempt, closing);
  if (attempt === 'ends') endAttempt(ledger, { ...closing, ending: 'returned' });
  return {
    ...row,
    owner_id: closing.takenOverBy ?? row.owner_id,
    closed_at: closing.at,
    ...(await completersBy(ledger, closing.factSeq)),
    closed_by_fact_seq: closing.factSeq,
    outcome: closing.outcome,
    held_since: null,
    held_working_days: heldWorkingDays,
  };
}

/** Responsibility stays provable: who takes the step over by closing it answers for it too, be it for a moment. */
function endHolding(ledger: TransferLedger, { ordinal }: StepRow, { at, takenOverBy }: StepClosing): void {
  const { transfer, now } = ledger;
  const until = takenOverBy === undefined ? at : now;
  ledger.change(HELD_UNTIL({ transferId: transfer.id, ordinal, at: until }));
  if (takenOverBy === undefined) return;
  const taken = { kind: 'step', ordinal, staffId: takenOverBy, why: 'takenOver', byStaffId: takenOverBy } as const;
  ledger.change(TAKEN_OVER(responsibilityRow(transfer.id, { ...taken, since: now, until })));
}

/** A fact that came early closes the step where it opened. */
export const closedAt = ({ opened_at: openedAt }: Pick<StepRow, 'opened_at'>, at: Date): Date =>
  at < openedAt ? openedAt : at;

/** Who recorded a fact, and who confirmed it; most often it is not written down yet. */
async function completersBy(
  { tx, transfer, pendingFacts }: TransferLedger,
  factSeq: number,
): Promise<Pick<StepRow, 'closed_by' | 'also_by'>> {
  const fact =
    pendingFacts.find((pending) => pending.fact_seq === factSeq) ??
    (await tx
      .selectFrom('events')
      .select(['by_staff_id', 'confirmed_by'])
      .where('transfer_id', '=', transfer.id)
      .where('fact_seq', '=', factSeq)
      .executeTakeFirst());
  return { closed_by: fact?.by_staff_id ?? null, also_by: fact?.confirmed_by ? [fact.confirmed_by] : [] };
}
