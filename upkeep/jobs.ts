/** What the worker does besides: beats the simulated clock and keeps the office standing; wakes who oversleeps, and reconciles now and then. */
import type { Client } from '@temporalio/client';
import { lapseApprovals } from '../db/approvals/refuse.ts';
import { clockSkewSeconds, isSkewed } from '../db/connection/clock-skew.ts';
import type { Db } from '../db/connection/connection.ts';
import { reviewHeldWork } from '../db/holding/review.ts';
import { moveDeadlines } from '../db/procedure/moved-deadlines.ts';
import { beatClock } from '../db/office/clock.ts';
import { forgetLookUps } from '../db/office/looked-at.ts';
import { openSilenceTasks } from '../db/letters/silent.ts';
import { openSilentNoticeTasks } from '../db/notices/silent.ts';
import { openBetweenSteps } from '../db/upkeep/between-steps.ts';
import { closeMovedOn } from '../db/upkeep/stuck-transfers.ts';
import type { Events } from '../observability/events.ts';
import type { Logger } from '../observability/logger.ts';
import { watchFigures, type AlertingDependencies } from './alerting.ts';
import { reconcile, wakeLateSleepers } from './reconcile.ts';
import { every } from './every.ts';

export interface UpkeepDependencies {
  readonly db: Db;
  readonly logger: Logger;
  /** What operators are told of; absent: nothing is watched. */
  readonly alerting?: Pick<AlertingDependencies, 'limits' | 'metrics' | 'tell'>;
}

export interface RepairJobDependencies {
  readonly db: Db;
  readonly client: Client;
  readonly events: Events;
  readonly logger: Logger;
}

interface Jobs {
  stop(): Promise<void>;
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
const LAPSE_MS = 15_000;
const FORGET_MS = 60 * 60_000;
const SKEW_MS = 60_000;
const BETWEEN_STEPS_MS = 15_000;
const RECONCILE_MS = 60_000;

/** What needs no Temporal, and goes on without it. */
export function startUpkeep({ db, logger, alerting }: UpkeepDependencies, betweenStepsMs = BETWEEN_STEPS_MS): Jobs {
  const figures = alerting && (() => watchFigures({ db, logger, ...alerting }));
  const watched = figures ? [every(FIRST_RECONCILE_MS, WATCH_MS, figures, logger, 'watch.failed')] : [];
  const silence = async (): Promise<void> => {
    await openSilenceTasks(db);
    await openSilentNoticeTasks(db);
  };
  // Whoever changed the calendar moves the deadlines at once; this ends what a crash has interrupted.
  const calendar = async (): Promise<void> => void (await moveDeadlines(db));
  const lapse = async (): Promise<void> => void (await lapseApprovals(db));
  const forget = async (): Promise<void> => void (await forgetLookUps(db));
  return together([
    every(BEAT_MS, BEAT_MS, () => beatClock(db), logger, 'clock.beat.failed'),
    every(SKEW_MS, SKEW_MS, () => tellSkew(db, logger), logger, 'clock.unchecked'),
    every(betweenStepsMs, betweenStepsMs, () => keepStanding(db, logger), logger, 'stalled.failed'),
    every(WAKE_MS, SILENCE_MS, silence, logger, 'silence.failed'),
    every(CALENDAR_MS, CALENDAR_MS, calendar, logger, 'calendar.failed'),
    every(LAPSE_MS, LAPSE_MS, lapse, logger, 'lapse.failed'),
    every(FORGET_MS, FORGET_MS, forget, logger, 'forget.failed'),
    ...watched,
  ]);
}

/** What compares the ledger with the runs in Temporal. */
export function startRepairs({ logger, ...dependencies }: RepairJobDependencies, reconcileMs = RECONCILE_MS): Jobs {
  const wake = async (): Promise<void> => void (await wakeLateSleepers(dependencies));
  const compare = async (): Promise<void> => {
    const { open, ...repairs } = await reconcile(dependencies);
    if (Object.values(repairs).some((count) => count > 0)) logger.warn({ open, ...repairs }, 'reconciled');
  };
  const first = Math.min(FIRST_RECONCILE_MS, reconcileMs);
  return together([
    every(WAKE_MS, WAKE_MS, wake, logger, 'wake.failed'),
    every(first, reconcileMs, compare, logger, 'reconcile.failed', RECONCILE_SHARE),
  ]);
}

const together = (jobs: readonly Jobs[]): Jobs => ({
  async stop() {
    await Promise.all(jobs.map((job) => job.stop()));
  },
});

/** A short look each, that must not wait for a round of the reconciler, which takes its time in a large office. */
async function keepStanding(db: Db, logger: Logger): Promise<void> {
  await reviewHeldWork(db, { repairs: true });
  await closeMovedOn(db);
  const opened = await openBetweenSteps(db, { evenStuck: false });
  if (opened > 0) logger.warn({ opened }, 'stalled.repaired');
}

/** A clock that jumps while we run moves no deadline, for those are the database's; but whoever looks after the machine should know. */
async function tellSkew(db: Db, logger: Logger): Promise<void> {
  const seconds = await clockSkewSeconds(db);
  if (isSkewed(seconds)) logger.error({ seconds }, 'clock.skewed');
}
