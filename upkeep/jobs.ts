/** What the worker does besides: beats the simulated clock and keeps the office standing; wakes who oversleeps, and reconciles now and then. */
import type { Client } from '@temporalio/client';
import { lapseApprovals } from '../db/approvals/refuse.ts';
import { clockSkewSeconds, isSkewed } from '../db/connection/clock-skew.ts';
import type { Db } from '../db/connection/connection.ts';
import { reviewHeldWork } from '../db/holding/review.ts';
import { takeUpTransfersOut } from '../db/imported/take-up.ts';
import { moveDeadlines } from '../db/procedure/moved-deadlines.ts';
import { beatClock } from '../db/office/clock.ts';
import { forgetDrafts } from '../db/drafts/drafts.ts';
import { forgetLookUps } from '../db/office/looked-at.ts';
import { openSilenceTasks } from '../db/letters/silent.ts';
import { openSilentNoticeTasks } from '../db/notices/silent.ts';
import { openLateRemittanceTasks } from '../db/remittances/late-task.ts';
import { openBetweenSteps } from '../db/upkeep/between-steps.ts';
import { closeMovedOn } from '../db/upkeep/stuck-transfers.ts';
import { compareWithCore } from '../db/core/compare.ts';
import { theOffice } from '../db/office/office.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import type { CoreSystem } from '../domain/core/core-system.ts';
import type { Found } from '../domain/upkeep.ts';
import type { Events } from '../observability/events.ts';
import type { Logger } from '../observability/logger.ts';
import { watchFigures, type AlertingDependencies } from './alerting.ts';
import { reconcile, wakeLateSleepers } from './reconcile.ts';
import { workOffRepairs, type Repairs } from './asked-repairs.ts';
import { every } from './every.ts';
import { passOnGivenUp } from './given-up-messages.ts';
import { notedEvery } from './noted-runs.ts';

export interface UpkeepDependencies {
  readonly db: Db;
  readonly logger: Logger;
  /** What operators are told of; absent: nothing is watched. */
  readonly alerting?: Pick<AlertingDependencies, 'limits' | 'metrics' | 'tell'>;
  /** Compared with the core system; without a connection, what files and people bring of it. Absent: nothing is. */
  readonly core?: { readonly keyring: Keyring; readonly system: CoreSystem | undefined };
}

export interface RepairJobDependencies {
  readonly db: Db;
  readonly client: Client;
  readonly events: Events;
  readonly logger: Logger;
  /** Asks the independent checker now; the number of violations. Absent: none runs beside. */
  readonly checkInvariants?: () => Promise<number>;
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
const PROBE_MS = 10_000;
const PATIENCE_MS = 5_000;
const ASKED_MS = 2_000;
/** Often enough for a simulated month, and a short look in a real one. */
const SILENCE_MS = 5_000;
const CALENDAR_MS = 30_000;
const LAPSE_MS = 15_000;
const FORGET_MS = 60 * 60_000;
const SKEW_MS = 60_000;
const BETWEEN_STEPS_MS = 15_000;
const RECONCILE_MS = 60_000;
/** The other side is asked a question each time. */
const CORE_MS = 60_000;

/** What needs no Temporal, and goes on without it. */
export function startUpkeep(
  { db, logger, alerting, core }: UpkeepDependencies,
  betweenStepsMs = BETWEEN_STEPS_MS,
): Jobs {
  const here = { db, logger };
  const silence = async (): Promise<void> => {
    await openSilenceTasks(db);
    await openSilentNoticeTasks(db);
    await openLateRemittanceTasks(db);
  };
  // Whoever changed the calendar moves the deadlines at once; this ends what a crash has interrupted.
  const calendar = async (): Promise<void> => void (await moveDeadlines(db));
  const lapse = async (): Promise<void> => void (await lapseApprovals(db));
  const forget = async (): Promise<void> => {
    await forgetLookUps(db);
    await forgetDrafts(db);
  };
  const stand = (): Promise<void> => keepStanding(db, logger);
  const jobs = [
    { job: 'clockBeat', firstMs: BEAT_MS, thenMs: BEAT_MS, work: () => beatClock(db), failure: 'clock.beat.failed' },
    {
      job: 'clockSkew',
      firstMs: SKEW_MS,
      thenMs: SKEW_MS,
      work: () => tellSkew(db, logger),
      failure: 'clock.unchecked',
    },
    { job: 'keepStanding', firstMs: betweenStepsMs, thenMs: betweenStepsMs, work: stand, failure: 'stalled.failed' },
    { job: 'silence', firstMs: WAKE_MS, thenMs: SILENCE_MS, work: silence, failure: 'silence.failed' },
    { job: 'calendar', firstMs: CALENDAR_MS, thenMs: CALENDAR_MS, work: calendar, failure: 'calendar.failed' },
    { job: 'lapse', firstMs: LAPSE_MS, thenMs: LAPSE_MS, work: lapse, failure: 'lapse.failed' },
    { job: 'forget', firstMs: FORGET_MS, thenMs: FORGET_MS, work: forget, failure: 'forget.failed' },
  ] as const;
  const watch = alerting && (() => watchFigures({ db, logger, ...alerting }));
  return together([
    ...jobs.map((job) => notedEvery(here, job)),
    ...(watch
      ? [
          notedEvery(here, {
            job: 'watch',
            firstMs: FIRST_RECONCILE_MS,
            thenMs: WATCH_MS,
            work: watch,
            failure: 'watch.failed',
          }),
        ]
      : []),
    ...(core ? [every(coreRounds(db, core), logger)] : []),
    askedRepairs(here, { openSteps: async () => ({ opened: await standAgain(db) }) }),
  ]);
}

const coreRounds = (db: Db, { keyring, system }: NonNullable<UpkeepDependencies['core']>) => ({
  firstMs: CORE_MS,
  thenMs: CORE_MS,
  work: async () => void (await compareWithCore(db, keyring, system, (await theOffice(db)).id)),
  failure: 'core.uncompared',
});

const hasMended = (repairs: Found): boolean => Object.values(repairs).some((count) => count > 0);

/** What compares the ledger with the runs in Temporal. */
export function startRepairs({ checkInvariants, ...all }: RepairJobDependencies, reconcileMs = RECONCILE_MS): Jobs {
  const { logger, ...dependencies } = all;
  const wake = async (): Promise<void> => void (await wakeLateSleepers(dependencies));
  const compare = async (lookEverywhere = false): Promise<Found> => {
    const { open, running, ...repairs } = await reconcile(dependencies, { lookEverywhere });
    if (hasMended(repairs)) logger.warn({ open, ...repairs }, 'reconciled');
    return { open, running, ...repairs };
  };
  const firstMs = Math.min(FIRST_RECONCILE_MS, reconcileMs);
  return together([
    notedEvery(all, {
      job: 'temporal',
      firstMs: 0,
      thenMs: PROBE_MS,
      work: () => probe(all.client),
      failure: 'temporal.unreachable',
    }),
    notedEvery(all, { job: 'wake', firstMs: WAKE_MS, thenMs: WAKE_MS, work: wake, failure: 'wake.failed' }),
    notedEvery(all, {
      job: 'reconcile',
      firstMs,
      thenMs: reconcileMs,
      work: compare,
      failure: 'reconcile.failed',
      largestShare: RECONCILE_SHARE,
      // Where it had something to mend there is likely more, and Temporal that was just back has made it slow.
      wantsMore: ({ open: _open, running: _running, ...repairs }) => hasMended(repairs),
    }),
    askedRepairs(all, {
      reconcile: compare,
      lookEverywhere: () => compare(true),
      passOnGivenUp: async () => ({ passedOn: await passOnGivenUp(dependencies) }),
      ...(checkInvariants && { checkInvariants: async () => ({ violations: await checkInvariants() }) }),
    }),
  ]);
}

/** One that fails is told to whoever asked; this fails only when the ledger does not answer. */
const askedRepairs = ({ db, logger }: { db: Db; logger: Logger }, repairs: Repairs): Jobs =>
  every(
    { firstMs: ASKED_MS, thenMs: ASKED_MS, work: () => workOffRepairs(db, repairs, logger), failure: 'repairs.failed' },
    logger,
  );

/** The cheapest question that needs the namespace too; the client's own patience with a server that is away is longer than an operator's. */
async function probe(client: Client): Promise<void> {
  const { namespace } = client.options;
  await client.withDeadline(Date.now() + PATIENCE_MS, () => client.workflowService.describeNamespace({ namespace }));
}

/** Also those that somebody was asked to mend, which are else tried every five minutes. */
async function standAgain(db: Db): Promise<number> {
  await reviewHeldWork(db, { repairs: true });
  const opened = await openBetweenSteps(db, { evenStuck: true });
  await closeMovedOn(db);
  return opened;
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
  const transfers = await takeUpTransfersOut(db);
  if (transfers > 0) logger.info({ transfers }, 'oldLedger.takenUp');
}

/** A clock that jumps while we run moves no deadline, for those are the database's; but whoever looks after the machine should know. */
async function tellSkew(db: Db, logger: Logger): Promise<void> {
  const seconds = await clockSkewSeconds(db);
  if (isSkewed(seconds)) logger.error({ seconds }, 'clock.skewed');
}
