/** Compares open transfers with running workflows; what is missing is started again and walks over the recorded facts. */
import type { Client } from '@temporalio/client';
import { transferInWorkflowId } from '../domain/ids.ts';
import type { Db } from '../db/connection.ts';
import { appendEvent } from '../db/events.ts';
import { readEpochs } from '../db/ledger-epochs.ts';
import { readClock } from '../db/office-clock.ts';
import {
  closedAmong,
  lateSleepers,
  officesWithDueNotices,
  openTransfersPage,
  type OpenTransfer,
} from '../db/open-transfers.ts';
import type { Events } from '../observability/events.ts';
import type { FactNudge } from '../workflows/messages.ts';
import { nudgeNotices, startOrSignal } from './relay.ts';
import { runningOfThisLedger } from './running-procedures.ts';

export interface ReconcileDependencies {
  readonly db: Db;
  readonly client: Client;
  readonly events: Events;
}

export interface Reconciliation {
  /** Followed transfers that are open. */
  readonly open: number;
  /** Workflows that were missing and run again. */
  readonly started: number;
  /** Workflows that slept past an alarm, or missed a fact, and were woken. */
  readonly woken: number;
  /** Workflows that still ran for a closed transfer and were told. */
  readonly ended: number;
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
  dependencies: ReconcileDependencies,
  { lookEverywhere = false }: ReconcileOptions = {},
): Promise<Reconciliation> {
  const { transferIds: running, retired } = await runningOfThisLedger(dependencies);
  const { simulated } = await readClock(dependencies.db);
  const epoch = (await readEpochs(dependencies.db)).current;
  let after: string | null = null;
  const counts = { open: 0, started: 0, woken: 0, ended: 0, retired: retired.size };
  for (;;) {
    const startedBefore = counts.started;
    const page: OpenTransfer[] = await openTransfersPage(dependencies.db, after, PAGE);
    await eachOf(page, REPAIRS_AT_ONCE, async (transfer) => {
      counts.open += 1;
      const isRunning = running.delete(transfer.id);
      if (isRunning && lookEverywhere) await nudge(dependencies, epoch, transfer);
      // What is only just accepted, or has facts on their way, is the relay's.
      if (transfer.young) return;
      const isRetired = retired.has(transfer.id);
      if (!isRunning && (await startAgain(dependencies, epoch, transfer, isRetired))) counts.started += 1;
      if (isRunning && transfer.late && !simulated) {
        await wake(dependencies, epoch, transfer);
        counts.woken += 1;
      }
    });
    if (counts.started > startedBefore) dependencies.events.reconciling({ seen: counts.open, started: counts.started });
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) break;
  }
  counts.ended = await endClosed(dependencies, running);
  await wakeNoticeRounds(dependencies);
  return counts;
}

/** Visibility lags: a run that is there after all takes the signal as a look, and nothing is repaired. */
async function startAgain(
  dependencies: ReconcileDependencies,
  epoch: string,
  transfer: OpenTransfer,
  isRetired: boolean,
): Promise<boolean> {
  const { db, client, events } = dependencies;
  const isThere = await client.workflow
    .getHandle(transferInWorkflowId(transfer.id))
    .describe()
    .then((described) => described.status.name === 'RUNNING')
    .catch(() => false);
  if (isThere) return false;
  await nudge(dependencies, epoch, transfer);
  await noteRepair(db, transfer.id, isRetired ? 'ledger was set back' : 'workflow was missing');
  events.workflowRepaired({ transferId: transfer.id, why: 'missing' });
  return true;
}

async function wake(dependencies: ReconcileDependencies, epoch: string, transfer: OpenTransfer): Promise<void> {
  await nudge(dependencies, epoch, transfer);
  await noteRepair(dependencies.db, transfer.id, 'slept past an alarm');
  dependencies.events.workflowRepaired({ transferId: transfer.id, why: 'late' });
}

const LATE_SECONDS = 2;
const WAKE_AT_MOST = 200;

/**
 * A simulated clock changes its speed, and timers set at another speed ring late: no fault, so no repair is noted.
 * Real time has one speed; there a late sleeper is the reconciler's finding.
 */
export async function wakeLateSleepers({ db, client }: Pick<ReconcileDependencies, 'db' | 'client'>): Promise<number> {
  if (!(await readClock(db)).simulated) return 0;
  const late = await lateSleepers(db, LATE_SECONDS, WAKE_AT_MOST);
  const epoch = (await readEpochs(db)).current;
  for (const transfer of late) await nudge({ client }, epoch, transfer);
  for (const officeId of await officesWithDueNotices(db)) await nudgeNotices(client, officeId);
  return late.length;
}

async function endClosed({ db, client }: ReconcileDependencies, running: ReadonlySet<string>): Promise<number> {
  const closed = await closedAmong(db, [...running]);
  for (const { id, closing, factSeq } of closed) {
    const nudge: FactNudge = { factSeq, kind: 'closed', ends: closing, rearms: true };
    await client.workflow
      .getHandle(transferInWorkflowId(id))
      .signal('facts', [nudge])
      .catch(() => undefined);
  }
  return closed.length;
}

async function wakeNoticeRounds({ db, client }: ReconcileDependencies): Promise<void> {
  const offices = await db.selectFrom('notices').select('office_id').distinct().where('state', '=', 'queued').execute();
  for (const { office_id: officeId } of offices) await nudgeNotices(client, officeId);
}

/** Has its workflow look at the ledger, starting it if need be. */
async function nudge(
  { client }: Pick<ReconcileDependencies, 'client'>,
  epoch: string,
  { id, factSeq }: Pick<OpenTransfer, 'id' | 'factSeq'>,
): Promise<void> {
  await startOrSignal(client, { transferId: id, epoch }, [{ factSeq, kind: 'look', rearms: true }]);
}

async function noteRepair(db: Db, transferId: string, why: string): Promise<void> {
  await db
    .transaction()
    .execute((tx) => appendEvent(tx, transferId, { kind: 'repaired', source: 'system', payload: { why } }));
}

/** So many at a time, in any order; after a failure nothing more is begun, and what was begun is waited for. */
async function eachOf<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items].reverse();
  const queue = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  const queues = Array.from({ length: atOnce }, () =>
    queue().catch((error: unknown) => {
      waiting.length = 0;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(queues)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
