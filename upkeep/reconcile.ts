/** Compares open transfers with running workflows; what is missing is started again and walks over the recorded facts. */
import { clocksArmed } from '../db/clocks/clocks.ts';
import { reviewHeldWork } from '../db/holding/review.ts';
import { officesWithDueNotices, officesWithWaitingNotices } from '../db/notices/sending.ts';
import { readClock } from '../db/office/clock.ts';
import { closedAmong, lateSleepers, openTransfersPage, type OpenTransfer } from '../db/upkeep/open-transfers.ts';
import { inParallel } from '../domain/in-parallel.ts';
import { askForUnknown } from '../db/upkeep/unknown-procedures.ts';
import { openBetweenSteps } from '../db/upkeep/between-steps.ts';
import { closeMovedOn } from '../db/upkeep/stuck-transfers.ts';
import { passOnGivenUp } from './given-up-messages.ts';
import { isRefusal } from '../relay/refusal.ts';
import { nudgeClocks, nudgeNotices, standingOf, tellEnding } from '../relay/procedures.ts';
import { look, noted, rouse, startAgain, unlessRefused, wake, type RepairDependencies } from './repair.ts';
import { endFormBefore } from './form-before.ts';
import { runningOfThisLedger, type Running } from './running-procedures.ts';

export interface Reconciliation {
  /** Followed transfers that are open. */
  readonly open: number;
  /** Workflows of transfers that ran when the round began. */
  readonly running: number;
  /** Workflows that were missing and run again. */
  readonly started: number;
  /** Workflows that slept past an alarm and were woken. */
  readonly woken: number;
  /** Transfers that had stood between two steps, as the release before left them, or because a row was broken that is mended now. */
  readonly opened: number;
  /** Workflows that still ran for a closed transfer and were told. */
  readonly ended: number;
  /** Steps whose owner does not work here any more, and that somebody else holds now. */
  readonly handedOver: number;
  /** Workflows that know now what a message which was given up should have told them. */
  readonly passedOn: number;
  /** Transfers whose repair Temporal refused: each is logged, and the next round tries it again. */
  readonly refused: number;
  /** Workflows of a ledger that was set back since: they were ended, and what is open was started again. */
  readonly retired: number;
}

export interface ReconcileOptions {
  /** Has every open transfer's workflow look at the ledger: after Temporal was set back, when they know less than it. */
  readonly lookEverywhere?: boolean;
}

const PAGE = 500;
/** Enough to keep Temporal busy after it lost everything, and few enough to leave it room for the facts of the day. */
const REPAIRS_AT_ONCE = 16;

/** Safe to run at any time, by several at once: starting twice is one run, waking twice is one look. */
export async function reconcile(
  dependencies: RepairDependencies,
  { lookEverywhere = false }: ReconcileOptions = {},
): Promise<Reconciliation> {
  const { db } = dependencies;
  const handedOver = await reviewHeldWork(db, { repairs: true });
  const opened = await openBetweenSteps(db, { evenStuck: true });
  await askForUnknown(db);
  await closeMovedOn(db);
  await endFormBefore(dependencies.client);
  const running = await runningOfThisLedger(dependencies);
  const runningBefore = running.transferIds.size;
  const compared = await compareOpen(dependencies, running, lookEverywhere);
  const ended = await endClosed(dependencies, running.transferIds);
  const passedOn = await passOnGivenUp(dependencies);
  for (const officeId of await officesWithWaitingNotices(db)) await nudgeNotices(dependencies.client, officeId);
  for (const clocks of await clocksArmed(db, { due: false })) await nudgeClocks(dependencies.client, clocks);
  return {
    open: compared.open,
    running: runningBefore,
    started: compared.started,
    woken: compared.woken,
    opened,
    ended: ended.told,
    handedOver,
    passedOn,
    retired: running.retired.size,
    refused: compared.refused + ended.refused,
  };
}

interface SetGoing {
  readonly started: number;
  readonly woken: number;
  readonly refused: number;
}

/** Takes what it has seen out of the running ones: what is left there is not open. */
async function compareOpen(
  dependencies: RepairDependencies,
  { transferIds: running, retired }: Running,
  lookEverywhere: boolean,
): Promise<SetGoing & { open: number }> {
  const { db, client, events } = dependencies;
  const { simulated } = await readClock(db);
  const counts = { open: 0, started: 0, woken: 0, refused: 0 };
  const repair = async (transfer: OpenTransfer): Promise<void> => {
    const isRunning = running.delete(transfer.id);
    if (isRunning && lookEverywhere) await look(dependencies, transfer);
    // What is only just accepted, or has facts on their way, is the relay's.
    if (transfer.young) return;
    // Simulated time runs ahead of timers by nature: see wakeLateSleepers.
    if (isRunning && (!transfer.late || simulated)) return;
    const standing = await standingOf(client, transfer.id);
    if (standing === 'busy' || (standing === 'idle' && !transfer.late)) return;
    const isRetired = retired.has(transfer.id);
    if (standing === 'idle') await wake(dependencies, transfer, 'slept past an alarm');
    else await startAgain(dependencies, transfer, isRetired ? 'ledger was set back' : undefined);
    counts[standing === 'missing' ? 'started' : 'woken'] += 1;
  };
  for (let after: string | null = null; ;) {
    const startedBefore = counts.started;
    const page: OpenTransfer[] = await openTransfersPage(db, after, PAGE);
    await inParallel(page, REPAIRS_AT_ONCE, async (transfer) => {
      counts.open += 1;
      if (!(await unlessRefused(dependencies, transfer.id, () => repair(transfer)))) counts.refused += 1;
    });
    if (counts.started > startedBefore) events.reconciling({ seen: counts.open, started: counts.started });
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return counts;
  }
}

const LATE_SECONDS = 2;
const WAKE_AT_MOST = 200;

/**
 * A simulated clock changes its speed, and timers set at another speed ring late: no fault, so no repair is noted.
 * Real time has one speed; there a late sleeper is the reconciler's finding.
 */
export async function wakeLateSleepers(dependencies: RepairDependencies): Promise<number> {
  const { db, client } = dependencies;
  if (!(await readClock(db)).simulated) return 0;
  const late = await lateSleepers(db, LATE_SECONDS, WAKE_AT_MOST);
  // What is refused for one is told by the reconciler; the others are woken.
  for (const transfer of late) await rouse(dependencies, transfer).catch(unlessRefusal);
  for (const officeId of await officesWithDueNotices(db)) await nudgeNotices(client, officeId);
  for (const clocks of await clocksArmed(db, { due: true })) await nudgeClocks(client, clocks);
  return late.length;
}

function unlessRefusal(error: unknown): void {
  if (!isRefusal(error)) throw error;
}

/** Of a transfer that has just been closed the workflow may not have heard yet: only one that sleeps has missed it. */
async function endClosed(
  dependencies: RepairDependencies,
  running: ReadonlySet<string>,
): Promise<{ told: number; refused: number }> {
  const { db, client } = dependencies;
  const counts = { told: 0, refused: 0 };
  await inParallel(await closedAmong(db, [...running]), REPAIRS_AT_ONCE, async (closed) => {
    const end = async (): Promise<void> => {
      if ((await standingOf(client, closed.id)) !== 'idle') return;
      await tellEnding(client, closed);
      await noted(dependencies, closed.id, 'ended', 'ending did not arrive');
      counts.told += 1;
    };
    if (!(await unlessRefused(dependencies, closed.id, end))) counts.refused += 1;
  });
  return counts;
}
