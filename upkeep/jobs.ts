/** What the worker does besides: beats the simulated clock and wakes who oversleeps in it, and reconciles now and then. */
import type { Client } from '@temporalio/client';
import { clockSkewSeconds, isSkewed } from '../db/connection/clock-skew.ts';
import type { Db } from '../db/connection/connection.ts';
import { takeFromInactive } from '../db/holding/inactive-holders.ts';
import { moveDeadlines } from '../db/procedure/moved-deadlines.ts';
import { beatClock } from '../db/office/clock.ts';
import { openSilenceTasks } from '../db/letters/silent.ts';
import { openBetweenSteps } from '../db/upkeep/between-steps.ts';
import { closeMovedOn } from '../db/upkeep/stuck-transfers.ts';
import type { Events } from '../observability/events.ts';
import type { Logger } from '../observability/logger.ts';
import { watchFigures, type AlertingDependencies } from './alerting.ts';
import { reconcile, wakeLateSleepers } from './reconcile.ts';
import { every } from './every.ts';

export interface HousekeepingDependencies {
  readonly db: Db;
  readonly client: Client;
  readonly events: Events;
  readonly logger: Logger;
  /** What operators are told of; absent: nothing is watched. */
  readonly alerting?: Pick<AlertingDependencies, 'limits' | 'metrics' | 'tell'>;
}

const BEAT_MS = 1_000;
const WAKE_MS = 3_000;
const FIRST_RECONCILE_MS = 5_000;
/** A hundred thousand open transfers are listed in seconds; an office of that size is not to pay for it without a pause. */
const RECONCILE_SHARE = 0.05;
const WATCH_MS = 30_000;
/** Often enough for a simulated month, and a short look in a real one. */
const SILENCE_MS = 5_000;
const CALENDAR_MS = 30_000;
const SKEW_MS = 60_000;
const PACE = { reconcileMs: 60_000, betweenStepsMs: 15_000 };

export function startHousekeeping(
  { logger, alerting, ...dependencies }: HousekeepingDependencies,
  { reconcileMs, betweenStepsMs } = PACE,
): { stop(): Promise<void> } {
  const jobs = [
    every(BEAT_MS, BEAT_MS, () => beatClock(dependencies.db), logger, 'clock.beat.failed'),
    every(WAKE_MS, WAKE_MS, () => wakeLateSleepers(dependencies).then(() => undefined), logger, 'wake.failed'),
    every(SKEW_MS, SKEW_MS, () => tellSkew(dependencies.db, logger), logger, 'clock.unchecked'),
    every(
      betweenStepsMs,
      betweenStepsMs,
      async () => {
        // Both are a short look, and must not wait for a round of the reconciler, which takes its time in a large office.
        await takeFromInactive(dependencies.db);
        await closeMovedOn(dependencies.db);
        const opened = await openBetweenSteps(dependencies.db, { evenStuck: false });
        if (opened > 0) logger.warn({ opened }, 'stalled.repaired');
      },
      logger,
      'stalled.failed',
    ),
    every(
      Math.min(FIRST_RECONCILE_MS, reconcileMs),
      reconcileMs,
      async () => {
        const { open, ...repairs } = await reconcile(dependencies);
        if (Object.values(repairs).some((count) => count > 0)) logger.warn({ open, ...repairs }, 'reconciled');
      },
      logger,
      'reconcile.failed',
      RECONCILE_SHARE,
    ),
    ...(alerting
      ? [
          every(
            FIRST_RECONCILE_MS,
            WATCH_MS,
            () => watchFigures({ db: dependencies.db, logger, ...alerting }),
            logger,
            'watch.failed',
          ),
        ]
      : []),
    every(WAKE_MS, SILENCE_MS, () => openSilenceTasks(dependencies.db).then(() => undefined), logger, 'silence.failed'),
    // Whoever changed the calendar moves the deadlines at once; this ends what a crash has interrupted.
    every(
      CALENDAR_MS,
      CALENDAR_MS,
      () => moveDeadlines(dependencies.db).then(() => undefined),
      logger,
      'calendar.failed',
    ),
  ];
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}

/** A clock that jumps while we run moves no deadline, for those are the database's; but whoever looks after the machine should know. */
async function tellSkew(db: Db, logger: Logger): Promise<void> {
  const seconds = await clockSkewSeconds(db);
  if (isSkewed(seconds)) logger.error({ seconds }, 'clock.skewed');
}
