/** What the worker does besides: beats the simulated clock and wakes who oversleeps in it, and reconciles now and then. */
import type { Client } from '@temporalio/client';
import type { Db } from '../db/connection.ts';
import { beatClock } from '../db/office-clock.ts';
import type { Events } from '../observability/events.ts';
import type { Logger } from '../observability/logger.ts';
import { reconcile, wakeLateSleepers } from './reconcile.ts';

export interface HousekeepingDependencies {
  readonly db: Db;
  readonly client: Client;
  readonly events: Events;
  readonly logger: Logger;
}

const BEAT_MS = 1_000;
const WAKE_MS = 3_000;
const FIRST_RECONCILE_MS = 5_000;
const RECONCILE_MS = 60_000;

export function startHousekeeping({ logger, ...dependencies }: HousekeepingDependencies): { stop(): Promise<void> } {
  const jobs = [
    every(BEAT_MS, BEAT_MS, () => beatClock(dependencies.db), logger, 'clock.beat.failed'),
    every(WAKE_MS, WAKE_MS, () => wakeLateSleepers(dependencies).then(() => undefined), logger, 'wake.failed'),
    every(
      FIRST_RECONCILE_MS,
      RECONCILE_MS,
      async () => {
        const counts = await reconcile(dependencies);
        if (counts.started + counts.woken + counts.ended + counts.retired > 0) logger.warn(counts, 'reconciled');
      },
      logger,
      'reconcile.failed',
    ),
  ];
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

/** One run at a time; a failure is logged and tried again at the next turn. */
export function every(
  firstMs: number,
  thenMs: number,
  work: () => Promise<void>,
  logger: Logger,
  failure: string,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  const schedule = (ms: number): void => {
    timer = setTimeout(() => {
      current = work()
        .catch((error: unknown) => logger.warn({ reason: (error as Error).message }, failure))
        .finally(() => {
          if (!stopped) schedule(thenMs);
        });
    }, ms);
  };
  schedule(firstMs);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
