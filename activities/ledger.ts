/** The ledger's side of the procedure, as a local activity: one short transaction. */
import type { Db } from '../db/connection/connection.ts';
import { look, type Look, type LookAnswer } from '../db/procedure/look.ts';
import type { Events } from '../observability/events.ts';
import { orStuck } from './stuck.ts';

export type { Look, LookAnswer } from '../db/procedure/look.ts';

export interface LedgerDependencies {
  readonly db: Db;
  readonly events: Events;
}

export const ledgerActivities = (dependencies: LedgerDependencies) => ({
  /** Reminds, escalates or asks for the review of a hold when it is time; says where the transfer stands and how long to sleep. */
  look(run: Look): Promise<LookAnswer> {
    return orStuck(dependencies, { transferId: run.transferId, work: 'look' }, () => look(dependencies.db, run));
  },
});

export type LedgerActivities = ReturnType<typeof ledgerActivities>;
