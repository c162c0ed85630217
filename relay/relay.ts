/** Outbox → signals. As many relays as workers may run: each message is claimed by one of them. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Db } from '../db/connection/connection.ts';
import { listen } from '../db/connection/listen.ts';
import { proceduresOf } from '../db/connection/procedures.ts';
import { claimMessages, markFailed, markSent, pruneOutbox, putOff, type WaitingMessage } from '../db/ledger/outbox.ts';
import type { Events } from '../observability/events.ts';
import { BusyHour } from './busy-hour.ts';
import { deliver } from './procedures.ts';
import { isAway, reasonOf } from './refusal.ts';
import { Wake } from './wake.ts';

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
/** What can wait to be joined waits longer then: each message that travels alone costs Temporal a signal and a workflow task, and the clerks their cores. */
const LONGER_AT_A_BUSY_HOUR_S = 9;
const PRUNE_EVERY_MS = 60 * 60_000;
/** While Temporal takes nothing a few messages ask for it, and not the whole backlog again and again. */
const AWAY_BATCH = 8;
const AWAY_MS = 1_000;

export interface Relay {
  stop(): Promise<void>;
}

export function startRelay(dependencies: RelayDependencies): Relay {
  const wake = new Wake();
  const listener = listen(dependencies.databaseUrl, {
    channel: 'outbox',
    applicationName: 'baton-relay',
    onNotify: () => wake.now(),
  });
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    let prunedAt = Date.now();
    const busyHour = new BusyHour();
    for (let most = BATCH; !signal.aborted;) {
      const paced = delay(PACE_MS);
      const longer = busyHour.isNow() ? LONGER_AT_A_BUSY_HOUR_S : 0;
      const { taken, away } = await relayOnce(dependencies, { most, longer }).catch((error: unknown) => {
        dependencies.events.relayFailed({ count: 0, reason: reasonOf(error) });
        return { taken: 0, away: false };
      });
      busyHour.took(taken);
      if (Date.now() - prunedAt > PRUNE_EVERY_MS) {
        await pruneOutbox(dependencies.db).catch(() => undefined);
        prunedAt = Date.now();
      }
      // A full batch has more behind it; a failure waits for the next poll.
      if (away) await delay(AWAY_MS, undefined, { signal }).catch(() => undefined);
      else if (taken < most && !signal.aborted) await Promise.all([wake.within(POLL_MS), paced]);
      if (away) most = AWAY_BATCH;
      else if (taken > 0) most = BATCH;
    }
  })();
  return {
    async stop() {
      stopping.abort();
      wake.now();
      await running;
      await listener.stop();
    },
  };
}

export interface Round {
  /** Messages. */
  readonly taken: number;
  /** Nobody was there for any of them. */
  readonly away: boolean;
}

interface Taking {
  /** Messages, not counting those that come along. */
  readonly most?: number;
  /** Seconds. */
  readonly longer?: number;
}

/** A message is marked once Temporal has it; one that nobody marks is taken again after a while. */
export async function relayOnce(
  { db, client, events }: RelayDependencies,
  { most = BATCH, longer = 0 }: Taking = {},
): Promise<Round> {
  const messages = await claimMessages(db, most, longer);
  if (messages.length === 0) return { taken: 0, away: false };
  const groups = [...groupByWorkflow(messages).values()];
  const following = { client, procedures: proceduresOf(db) };
  const results = await Promise.allSettled(groups.map((group) => soon(client, () => deliver(following, group))));
  await settle(db, groups, results, events);
  const away = results.every((result) => result.status === 'rejected' && isAway(result.reason));
  return { taken: messages.length, away };
}

async function settle(
  db: Db,
  groups: WaitingMessage[][],
  results: PromiseSettledResult<void>[],
  events: Events,
): Promise<void> {
  const sent = groups.filter((_, index) => results[index]?.status === 'fulfilled').flat();
  await markSent(db, idsOf(sent));
  events.messagesRelayed(sent.length);
  for (const [index, result] of results.entries()) {
    if (result.status === 'fulfilled') continue;
    const reason = reasonOf(result.reason);
    await (isAway(result.reason) ? putOff : markFailed)(db, idsOf(groups[index] ?? []), reason);
    events.relayFailed({ count: groups[index]?.length ?? 0, reason });
  }
}

const idsOf = (messages: WaitingMessage[]): number[] => messages.map((message) => message.id);

/** Facts of one transfer travel together, oldest first; an office's notice nudges are one, as are those of its clocks of a kind. */
function groupByWorkflow(messages: WaitingMessage[]): Map<string, WaitingMessage[]> {
  const groups = new Map<string, WaitingMessage[]>();
  for (const message of messages) {
    const key = keyOf(message);
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return groups;
}

function keyOf({ topic, officeId, transferId, payload }: WaitingMessage): string {
  if (topic === 'notices') return `notices ${officeId}`;
  return topic === 'clocks' ? `clocks ${officeId} ${JSON.stringify(payload)}` : (transferId ?? '');
}

/** A server that a network has parted from us says nothing at all; the messages are claimed again afterwards. */
const SILENCE_MS = 5_000;

const soon = <T>(client: Client, call: () => Promise<T>): Promise<T> =>
  client.withDeadline(Date.now() + SILENCE_MS, call);
