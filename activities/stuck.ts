/** Work that fails again and again: after a few quick tries its transfer is shown to the operators, and it is tried again now and then. */
import { activityInfo, ApplicationFailure } from '@temporalio/activity';
import { isConnectionLoss } from '../db/connection/loss.ts';
import type { Db } from '../db/connection/connection.ts';
import { noteStuck } from '../db/upkeep/stuck-transfers.ts';
import { Refusal } from '../domain/errors.ts';
import type { Events } from '../observability/events.ts';

const QUICK_TRIES = 4;
const THEN_EVERY = '5 minutes';

interface LedgerWork {
  readonly transferId: string;
  readonly work: 'look';
}

/** What is thrown goes into Temporal's history: the class of the failure, never its words, in which a value may stand. */
export async function orStuck<T>(
  { db, events }: { readonly db: Db; readonly events: Events },
  work: LedgerWork,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const failure = classOf(error);
    // A ledger that was set back may have forgotten it: trying again would not help, and the run has nothing to follow.
    if (isUnknown(error)) throw ApplicationFailure.nonRetryable(failure, 'UnknownTransfer');
    // An absent database is nobody's fault: the workflow's own policy waits for it.
    if (isConnectionLoss(error) || activityInfo().attempt < QUICK_TRIES) throw ApplicationFailure.retryable(failure);
    // Were even that to fail, the log must say it every time.
    const isNew = await noteStuck(db, { ...work, failure }).catch(() => true);
    if (isNew) events.transferStuck({ ...work, failure, reason: (error as Error).message });
    throw ApplicationFailure.create({ message: failure, type: failure, nextRetryDelay: THEN_EVERY });
  }
}

const isUnknown = (error: unknown): boolean => error instanceof Refusal && error.refusal === 'not-found';

/** SQLSTATE, refusal or class. */
function classOf(error: unknown): string {
  if (error instanceof Refusal) return error.refusal;
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
