/** The ledger's side of the procedure, as local activities: one short transaction each, keyed by (transfer, ordinal). */
import { ApplicationFailure } from '@temporalio/activity';
import type { Db } from '../db/connection.ts';
import * as steps from '../db/steps.ts';
import { AheadOfLedger, Refusal } from '../domain/errors.ts';
import type { Events } from '../observability/events.ts';

export type { AttendedStep } from '../db/steps.ts';

export interface LedgerDependencies {
  readonly db: Db;
  readonly events: Events;
}

export const ledgerActivities = ({ db, events }: LedgerDependencies) => ({
  /** Owner and due date are chosen here, not in the workflow: rosters and calendars change and replays must not. */
  async openStep(request: steps.OpenStep): Promise<steps.AttendedStep> {
    const opened = await steps.openStep(db, request).catch(endWhatIsAhead);
    // A retry after the commit must not count twice.
    if (opened.isNew)
      events.stepOpened({ transferId: request.transferId, step: request.step, attempt: request.attempt });
    return opened;
  },

  /** Reminds, escalates or asks for the review of a hold when it is time, and says how long to sleep. */
  attendStep(request: { transferId: string; ordinal: number }): Promise<steps.AttendedStep> {
    return steps.attendStep(db, request).catch(endWhatIsAhead);
  },
});

/** Trying again would not help: the run fails, and the reconciler starts one that walks over what the ledger holds. */
function endWhatIsAhead(error: unknown): never {
  const isAhead = error instanceof AheadOfLedger || (error instanceof Refusal && error.refusal === 'not-found');
  if (isAhead) throw ApplicationFailure.nonRetryable(error.message, 'AheadOfLedger');
  throw error;
}

export type LedgerActivities = ReturnType<typeof ledgerActivities>;
