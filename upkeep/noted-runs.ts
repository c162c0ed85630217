/** Writes down how each run of a job went: at once when that changes, else now and then. */
import type { Db } from '../db/connection/connection.ts';
import { noteRun } from '../db/upkeep/runs.ts';
import type { UpkeepJob } from '../domain/upkeep.ts';
import type { Logger } from '../observability/logger.ts';
import { every, type Ended, type Round } from './every.ts';

const NOTED_EVERY_MS = 10_000;

interface NotedJob extends Round {
  readonly job: UpkeepJob;
}

/** Comes again and again; while the ledger does not answer nobody can read of it either, so what is not noted is not missed. */
export const notedEvery = (
  { db, logger }: { readonly db: Db; readonly logger: Logger },
  { job, ...round }: NotedJob,
): { stop(): Promise<void> } => every(round, logger, noter(db, job));

export function noter(db: Db, job: UpkeepJob): (ended: Ended) => Promise<void> {
  let notedAt = -Infinity;
  let wasFailing: boolean | undefined;
  return async ({ tookMs, reason, found }) => {
    const failing = reason !== undefined;
    if (failing === wasFailing && performance.now() - notedAt < NOTED_EVERY_MS) return;
    try {
      await noteRun(db, { job, tookMs, reason, found });
      notedAt = performance.now();
      wasFailing = failing;
    } catch {
      // Tried again with the next run.
    }
  };
}
