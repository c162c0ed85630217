/** An office with nothing and then with very many open transfers, at rest: one measurement for several questions. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { acceptOne } from '../engines/applicants.ts';
import { endStep } from '../engines/clerks.ts';
import { NO_MONEY } from '../engines/money.ts';
import { Worklist } from '../engines/worklist.ts';
import { cloneAccepted } from '../engines/cloned-transfers.ts';
import { officeOn, processesOf, type BenchOffice } from '../engines/office-processes.ts';
import { outboxEmpty } from '../engines/outbox.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { CpuMeter, processMemoryBytes } from '../measuring/cpu.ts';
import { ask, transactionsOfServer } from '../measuring/postgres-figures.ts';

export interface Rest {
  readonly open: number;
  /** Cores in use, by process. */
  readonly cores: Readonly<Record<string, number>>;
  /** Bytes, by process with all that it has started; shared pages counted once. */
  readonly memory: Readonly<Record<string, number>>;
  readonly transactionsPerSecond: number;
}

export interface IdleOffice {
  readonly empty: Rest;
  readonly half: Rest;
  readonly full: Rest;
  /** Workflows started per second. */
  readonly openedPerSecond: number;
  /** Milliseconds from a fact on a transfer that no worker remembers until its next step is open. */
  readonly coldFactMs: readonly number[];
}

const COLD_FACTS = 60;
/** No start within so long is a standstill. */
const STANDSTILL_MS = 120_000;
/** Whoever still works after so long never rests. */
const NEVER_RESTS_MS = 900_000;

export function idleOffice(context: Context): Promise<IdleOffice> {
  return context.once('idle office', async () => {
    const postgres = await benchPostgres(context, { max_wal_size: '8GB' });
    const temporal = await temporalOn(context, postgres);
    const office = await officeOn(context, { postgres, temporal });
    const pids = processesOf(office, temporal.pid, postgres.pid);
    const count = context.size(30_000, 300, 100_000);
    await delay(context.size(20_000, 3_000));
    const empty = await atRest(context, office, pids, 0);
    const rest = async (open: number) => {
      await untilSettled(office, empty);
      return atRest(context, office, pids, open);
    };
    const first = await acceptOne(office.api, office.tokens.get('clerk1')!, 1);
    const began = performance.now();
    const coldIds = await openUpTo(context, office, first, count / 2);
    const half = await rest(count / 2);
    const again = performance.now();
    await openUpTo(context, office, first, count);
    const openedPerSecond = (count / 2 / (performance.now() - again)) * 1000;
    context.say(
      `  ${count} open, ${openedPerSecond.toFixed(0)} a second; ${((performance.now() - began) / 1000).toFixed(0)} s with the rests`,
    );
    const full = await rest(count);
    return { empty, half, full, openedPerSecond, coldFactMs: await coldFacts(context, office, coldIds) };
  });
}

/** Long enough to hold what comes every minute, such as the reconciler's round. */
async function atRest(
  context: Context,
  office: BenchOffice,
  pids: Record<string, number>,
  open: number,
): Promise<Rest> {
  await delay(context.size(10_000, 2_000));
  const before = await transactionsOfServer(office.databaseUrl);
  const meter = new CpuMeter(pids);
  await delay(context.size(65_000, 6_000));
  const { byProcess, elapsedMs } = meter.read();
  const transactions = (await transactionsOfServer(office.databaseUrl)) - before;
  const by = <T>(value: (name: string) => T) =>
    Object.fromEntries(Object.keys(pids).map((name) => [name, value(name)]));
  const cores = by((name) => byProcess[name]! / elapsedMs);
  const memory = by((name) => processMemoryBytes(pids[name]!));
  const sum = (all: Record<string, number>) => Object.values(all).reduce((total, one) => total + one, 0);
  context.say(`  ${open} open at rest: ${sum(cores).toFixed(3)} cores, ${(sum(memory) / 2 ** 20).toFixed(0)} MiB`);
  return { open, cores, memory, transactionsPerSecond: (transactions / elapsedMs) * 1000 };
}

/** Temporal has been told of all, and has worked off what it was told: the transactions are near those of an office with none. */
async function untilSettled(office: BenchOffice, empty: Rest): Promise<void> {
  await outboxEmpty(office);
  const began = performance.now();
  for (let perSecond = Infinity; perSecond > 2 * empty.transactionsPerSecond;) {
    if (performance.now() - began > NEVER_RESTS_MS) throw new Error(`still ${perSecond.toFixed(0)} transactions/s`);
    const before = { transactions: await transactionsOfServer(office.databaseUrl), at: performance.now() };
    await delay(5_000);
    const transactions = (await transactionsOfServer(office.databaseUrl)) - before.transactions;
    perSecond = (transactions / (performance.now() - before.at)) * 1000;
  }
}

/** Gives back some of those that were begun first. @throws when for two minutes no further workflow is started */
async function openUpTo(
  context: Context,
  { databaseUrl }: BenchOffice,
  first: string,
  count: number,
): Promise<string[]> {
  const number = async (sql: string): Promise<number> => (await ask<{ count: number }>(databaseUrl, sql))[0]!.count;
  const there = await number('select count(*)::integer as count from transfers');
  await cloneAccepted(databaseUrl, first, count - there, there);
  const waiting = () => number('select count(*)::integer as count from outbox where sent_at is null and not dead');
  let last = { waiting: await waiting(), at: performance.now() };
  while (last.waiting > 0) {
    await delay(500);
    const now = await waiting();
    if (now < last.waiting) last = { waiting: now, at: performance.now() };
    else if (performance.now() - last.at > STANDSTILL_MS) throw new Error(`${now} of ${count} were not started`);
  }
  context.say(`  ${count} open`);
  const ids = await ask<{ id: string }>(
    databaseUrl,
    'select transfer_id as id from steps where closed_at is null order by opened_at limit $1',
    [COLD_FACTS],
  );
  return ids.map(({ id }) => id);
}

/** Of those that were opened first, which the worker's cache has long given up; one after the other. */
async function coldFacts(context: Context, office: BenchOffice, ids: readonly string[]): Promise<number[]> {
  const list = new Worklist(office.databaseUrl, 1);
  context.atEnd(() => list.stop());
  const took: number[] = [];
  for (const id of ids) {
    const review = await list.opened(id, 0);
    const began = performance.now();
    const next = list.opened(id, review.ordinal);
    await endStep(office, review, NO_MONEY);
    await next;
    took.push(performance.now() - began);
  }
  return took;
}

export const total = (byProcess: Readonly<Record<string, number>>): number =>
  Object.values(byProcess).reduce((sum, one) => sum + one, 0);
