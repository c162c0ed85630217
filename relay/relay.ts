/** Outbox → signals. As many relays as workers may run: each message is claimed by one of them. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import pg from 'pg';
import type { Db, Tx } from '../db/connection/connection.ts';
import { claimMessages, markFailed, markSent, pruneOutbox, putOff, type WaitingMessage } from '../db/ledger/outbox.ts';
import { noticeRoundsWorkflowId, transferInWorkflowId } from '../domain/ids.ts';
import type { Events } from '../observability/events.ts';
import { factsSignal, noticesSignal, TASK_QUEUE, WORKFLOWS, type FactNudge } from '../workflows/messages.ts';
import { isAway, reasonOf } from './refusal.ts';

export interface RelayDependencies {
  readonly db: Db;
  readonly databaseUrl: string;
  readonly client: Client;
  readonly events: Events;
}

const BATCH = 200;
const POLL_MS = 500;
/** At a busy hour rounds begin no more often: what comes between shares one, and one commit. At rest nobody waits for it. */
const PACE_MS = 40;
const PRUNE_EVERY_MS = 60 * 60_000;

export interface Relay {
  stop(): Promise<void>;
}

export function startRelay(dependencies: RelayDependencies): Relay {
  const wake = new Wake();
  const listener = listen(dependencies.databaseUrl, () => wake.now());
  let stopping = false;
  const running = (async () => {
    let prunedAt = Date.now();
    while (!stopping) {
      const paced = delay(PACE_MS);
      const relayed = await relayOnce(dependencies).catch((error: unknown) => {
        dependencies.events.relayFailed({ count: 0, reason: reasonOf(error) });
        return -1;
      });
      if (Date.now() - prunedAt > PRUNE_EVERY_MS) {
        await pruneOutbox(dependencies.db).catch(() => undefined);
        prunedAt = Date.now();
      }
      // A full batch has more behind it; a failure waits for the next poll.
      if (relayed < BATCH && !stopping) await Promise.all([wake.within(POLL_MS), paced]);
    }
  })();
  return {
    async stop() {
      stopping = true;
      wake.now();
      await running;
      await listener.stop();
    },
  };
}

/** Number of messages taken. A message is marked in the transaction that claimed it, after Temporal has it. */
export async function relayOnce({ db, client, events }: RelayDependencies): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const messages = await claimMessages(tx, BATCH);
    if (messages.length === 0) return 0;
    const groups = [...groupByWorkflow(messages).values()];
    const results = await Promise.allSettled(groups.map((group) => soon(client, () => deliver(client, group))));
    await settle(tx, groups, results, events);
    return messages.length;
  });
}

async function settle(
  tx: Tx,
  groups: WaitingMessage[][],
  results: PromiseSettledResult<void>[],
  events: Events,
): Promise<void> {
  const sent = groups.filter((_, index) => results[index]?.status === 'fulfilled').flat();
  await markSent(tx, idsOf(sent));
  events.messagesRelayed(sent.length);
  for (const [index, result] of results.entries()) {
    if (result.status === 'fulfilled') continue;
    const reason = reasonOf(result.reason);
    await (isAway(result.reason) ? putOff : markFailed)(tx, idsOf(groups[index] ?? []), reason);
    events.relayFailed({ count: groups[index]?.length ?? 0, reason });
  }
}

const idsOf = (messages: WaitingMessage[]): number[] => messages.map((message) => message.id);

/** Facts of one transfer travel together, oldest first; an office's notice nudges are one. */
function groupByWorkflow(messages: WaitingMessage[]): Map<string, WaitingMessage[]> {
  const groups = new Map<string, WaitingMessage[]>();
  for (const message of messages) {
    const key = message.topic === 'notices' ? `notices ${message.officeId}` : (message.transferId ?? '');
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return groups;
}

async function deliver(client: Client, group: WaitingMessage[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  if (first.topic === 'notices') return nudgeNotices(client, first.officeId);
  const facts = group.map((message) => message.payload as FactNudge);
  const procedure = { epoch: first.epoch, transferId: first.transferId ?? '' };
  if (group.at(-1)?.transferOpen && facts[0]?.kind === 'accepted') return startOrSignal(client, procedure, facts);
  try {
    await client.workflow.getHandle(transferInWorkflowId(procedure.transferId)).signal(factsSignal, facts);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // A closed transfer gets no new run; the one that is ending may still have needed to hear of it.
    if (group.at(-1)?.transferOpen) await startOrSignal(client, procedure, facts);
  }
}

/** A server that a network has parted from us says nothing at all; the messages are claimed again afterwards. */
const SILENCE_MS = 5_000;
const HEARS_EVERY_MS = 10_000;

const soon = <T>(client: Client, call: () => Promise<T>): Promise<T> =>
  client.withDeadline(Date.now() + SILENCE_MS, call);

export interface ProcedureRef {
  readonly transferId: string;
  /** Of the ledger; a run keeps it, so that it is known again after the ledger was set back. */
  readonly epoch: string;
}

export async function startOrSignal(
  client: Client,
  { transferId, epoch }: ProcedureRef,
  facts: FactNudge[],
): Promise<void> {
  await client.workflow.signalWithStart(WORKFLOWS.transferIn, {
    workflowId: transferInWorkflowId(transferId),
    taskQueue: TASK_QUEUE,
    args: [{ transferId }],
    memo: { epoch },
    signal: factsSignal,
    signalArgs: [facts],
  });
}

export async function nudgeNotices(client: Client, officeId: string): Promise<void> {
  await client.workflow.signalWithStart(WORKFLOWS.noticeRounds, {
    workflowId: noticeRoundsWorkflowId(officeId),
    taskQueue: TASK_QUEUE,
    args: [{ officeId }],
    signal: noticesSignal,
    signalArgs: [],
  });
}

/** Lets the loop sleep until somebody calls or the time is over. */
class Wake {
  #resolve: (() => void) | undefined;
  #called = false;

  now(): void {
    this.#called = true;
    this.#resolve?.();
  }

  async within(ms: number): Promise<void> {
    if (!this.#called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#called = false;
    this.#resolve = undefined;
  }
}

/** Listens on a connection of its own, and makes a new one when it breaks; polling covers the time between. */
function listen(databaseUrl: string, onNotify: () => void): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let stopping = false;
  let retry: NodeJS.Timeout | undefined;
  let hearing: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'baton-relay',
      connectionTimeoutMillis: SILENCE_MS,
      query_timeout: SILENCE_MS,
      keepAlive: true,
    });
    fresh.on('notification', onNotify);
    fresh.on('error', () => reopen());
    client = fresh;
    await fresh.connect();
    await fresh.query('listen outbox');
    // Who only listens does not notice that nobody can speak any more.
    hearing = setInterval(() => void fresh.query('select 1').catch(() => reopen()), HEARS_EVERY_MS);
  }
  function reopen(): void {
    clearInterval(hearing);
    client?.removeAllListeners('notification');
    client?.end().catch(() => undefined);
    clearTimeout(retry);
    if (!stopping) retry = setTimeout(() => void open().catch(() => reopen()), 1_000);
  }

  void open().catch(() => reopen());
  return {
    async stop() {
      stopping = true;
      clearTimeout(retry);
      clearInterval(hearing);
      await client?.end().catch(() => undefined);
    },
  };
}
