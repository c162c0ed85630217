/** The ledger's side of the procedure, as local activities: one short transaction each, keyed by (transfer, ordinal). */
import type { Db } from '../db/connection/connection.ts';
import type { OpenStep } from '../db/procedure/opening.ts';
import * as steps from '../db/procedure/steps.ts';
import type { Events } from '../observability/events.ts';
import { orStuck } from './stuck.ts';

export type { AttendedStep } from '../db/procedure/steps.ts';

export interface LedgerDependencies {
  readonly db: Db;
  readonly events: Events;
}

export const ledgerActivities = (dependencies: LedgerDependencies) => ({
  /** The step to which the run has come, as the ledger opened it when the one before was closed. */
  openStep(request: OpenStep): Promise<steps.AttendedStep> {
    const { transferId, ordinal } = request;
    return orStuck(dependencies, { transferId, ordinal, work: 'openStep' }, () =>
      steps.openStep(dependencies.db, request),
    );
  },

  /** Reminds, escalates or asks for the review of a hold when it is time, and says how long to sleep. */
  attendStep(request: { transferId: string; ordinal: number }): Promise<steps.AttendedStep> {
    return orStuck(dependencies, { ...request, work: 'attendStep' }, () => steps.attendStep(dependencies.db, request));
  },
});

export type LedgerActivities = ReturnType<typeof ledgerActivities>;
