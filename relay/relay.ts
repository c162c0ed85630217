/** Outbox → signals. As many relays as workers may run: each message is claimed by one of them. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Db, Tx } from '../db/connection/connection.ts';
import { proceduresOf } from '../db/connection/procedures.ts';
import { claimMessages, markFailed, markSent, pruneOutbox, putOff, type WaitingMessage } from '../db/ledger/outbox.ts';
import type { Events } from '../observability/events.ts';
import { listen, Wake } from './listen.ts';
import { deliver } from './procedures.ts';
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
    const following = { client, procedures: proceduresOf(db) };
    const results = await Promise.allSettled(groups.map((group) => soon(client, () => deliver(following, group))));
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

/** A server that a network has parted from us says nothing at all; the messages are claimed again afterwards. */
const SILENCE_MS = 5_000;

const soon = <T>(client: Client, call: () => Promise<T>): Promise<T> =>
  client.withDeadline(Date.now() + SILENCE_MS, call);
