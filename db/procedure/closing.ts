/** A step ends: with its outcome, its owner's responsibility, and the attempt that the outcome begins or ends. */
import { responsibilityEnd } from '../holding/owners.ts';
import { closeTasks } from '../holding/task-changes.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { endAttempt, startAttempt } from './attempts.ts';
import type { StepRow } from './step-rows.ts';

export interface StepClosing {
  readonly outcome: string;
  readonly factSeq: number;
  /** An instant before the opening (a fact that came early) closes it where it opened. */
  readonly at: Date;
  readonly reasonCode?: string | null;
}

/** Closes the step by the fact that the ledger is about to note, or by one noted before. */
export async function closeStep(ledger: TransferLedger, row: StepRow, asked: StepClosing): Promise<StepRow> {
  const { tx, transfer, now } = ledger;
  const closing = { ...asked, at: asked.at < row.opened_at ? row.opened_at : asked.at };
  await tx
    .with('ended', (db) => responsibilityEnd(db, transfer.id, row.ordinal, closing.at))
    .updateTable('steps')
    .set({
      closed_at: closing.at,
      closed_recorded_at: now,
      closed_by_fact_seq: closing.factSeq,
      outcome: closing.outcome,
      held_since: null,
    })
    .where('transfer_id', '=', transfer.id)
    .where('ordinal', '=', row.ordinal)
    .execute();
  // The delivery is decided: nobody needs to ask the courier any more.
  // An ending closes also a step that only a later release knows.
  const rule = ledger.knownProcedure?.steps[row.step];
  if (rule?.decidedBy === 'answer') await closeTasks(ledger, { kind: 'silentLetter' }, { note: 'heardOf' });
  const attempt = rule?.outcomes[closing.outcome]?.attempt;
  if (attempt === 'begins') await startAttempt(tx, transfer.id, row.attempt, closing);
  if (attempt === 'ends') await endAttempt(tx, transfer.id, { ...closing, ending: 'returned' });
  return {
    ...row,
    closed_at: closing.at,
    closed_by_fact_seq: closing.factSeq,
    outcome: closing.outcome,
    held_since: null,
  };
}
