/** The ledger's side of the procedure, as local activities: one short transaction each, keyed by (transfer, ordinal). */
import type { Db } from '../db/connection.ts';
import * as steps from '../db/steps.ts';
import type { Events } from '../observability/events.ts';

export type { AttendedStep } from '../db/steps.ts';

export interface LedgerDependencies {
  readonly db: Db;
  readonly events: Events;
}

export const ledgerActivities = ({ db, events }: LedgerDependencies) => ({
  /** Owner and due date are chosen here, not in the workflow: rosters and calendars change and replays must not. */
  async openStep(request: steps.OpenStep): Promise<steps.AttendedStep> {
    const opened = await steps.openStep(db, request);
    // A retry after the commit must not count twice.
    if (opened.isNew)
      events.stepOpened({ transferId: request.transferId, step: request.step, attempt: request.attempt });
    return opened;
  },

  /** Reminds, escalates or asks for the review of a hold when it is time, and says how long to sleep. */
  attendStep(request: { transferId: string; ordinal: number }): Promise<steps.AttendedStep> {
    return steps.attendStep(db, request);
  },
});

export type LedgerActivities = ReturnType<typeof ledgerActivities>;
