import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { ApiClient } from '../engines/api-client.ts';
import { BusyCounter, type Said } from '../engines/busy-counter.ts';
import { moneyInSuspense } from '../engines/money.ts';
import { Worklist } from '../engines/worklist.ts';
import { officeOn, processesOf, type BenchOffice } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { CpuMeter } from '../measuring/cpu.ts';
import { openLoop } from '../measuring/open-loop.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { percentile } from '../measuring/statistics.ts';
import { atMost, type Question } from '../question.ts';

const STRESS = 50;
const BURST = 100;
/** Transfers that were begun before: no counter starts its day without any. */
const STANDING = 300;
const BACK_WITHIN_S = 180;
const CALM_S = 1;
/** More than the API lets in at once. */
const FLOOD = 600;

export const question: Question = {
  id: 'P6',
  question: '50 facts/s for ten minutes, 100/s for one, 50/s again; then 600 at once',
  against: '–',
  goal: {
    'API p99': atMost(50, 'ms'),
    refused: atMost(0, ''),
    'workflow lag': atMost(5, 's'),
    'calm again after the burst': atMost(BACK_WITHIN_S, 's'),
    'flood: without answer': atMost(0, ''),
  },
  async run(context) {
    const postgres = await benchPostgres(context);
    const temporal = await temporalOn(context, postgres);
    const office = await officeOn(context, { postgres, temporal });
    const pids = processesOf(office, temporal.pid, postgres.pid);
    const list = new Worklist(office.databaseUrl, 100);
    context.atEnd(() => list.stop());
    const counter = new BusyCounter(office, list, await moneyInSuspense(office.databaseUrl, context.size(12_000, 600)));
    await closedLoop(16, context.size(STANDING, 60), (no) => counter.standing(no % 5));
    context.say(`  ${context.size(STANDING, 60)} transfers stand in the first steps`);
    const lags = watchLags(counter, office);
    const stress = await phase(context, counter, lags, pids, 'stress', {
      perSecond: STRESS,
      seconds: context.size(600, 15),
    });
    const burst = await phase(context, counter, lags, pids, 'burst', {
      perSecond: BURST,
      seconds: context.size(60, 5),
    });
    const calmAfter = await untilCalm(counter);
    lags.stop();
    const flood = await floodOf(context, office);
    const both = [...stress.said, ...burst.said];
    const refused = both.filter(({ status }) => status !== 201 && status !== 200).length;
    return {
      measures: {
        'API p99': [percentile(ms(both), 99)],
        refused: [refused],
        'workflow lag': [Math.max(stress.lag, burst.lag)],
        'calm again after the burst': [calmAfter],
        'flood: without answer': [flood.filter(({ status }) => status === 0).length],
      },
      table: { columns: COLUMNS, rows: [stress.row, burst.row] },
      remarks: [`flood of ${FLOOD} at once: ${answersOf(flood)}`],
    };
  },
};

const COLUMNS = [
  'phase',
  'facts/s',
  'API p50 ms',
  'p99 ms',
  'answers',
  'workflow lag median s',
  'most s',
  'oldest in the outbox s',
  'API cores',
  'worker cores',
  'Temporal cores',
  'PostgreSQL cores',
  'machine cores',
];

interface Lags {
  readonly workflow: number[];
  readonly outbox: number[];
  stop(): void;
}

/** Every second: the oldest fact that nobody has acted on, and the oldest message that waits. */
function watchLags(counter: BusyCounter, { databaseUrl }: BenchOffice): Lags {
  const lags = { workflow: [] as number[], outbox: [] as number[] };
  const timer = setInterval(() => {
    lags.workflow.push(counter.lagSeconds());
    ask<{ age: number }>(databaseUrl, OLDEST).then(
      ([row]) => lags.outbox.push(row!.age),
      () => undefined,
    );
  }, 1_000);
  return { ...lags, stop: () => clearInterval(timer) };
}

const OLDEST = `select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as age
  from outbox where sent_at is null and not dead`;

async function phase(
  context: Context,
  counter: BusyCounter,
  lags: Lags,
  pids: Record<string, number>,
  name: string,
  { perSecond, seconds }: { perSecond: number; seconds: number },
) {
  const from = counter.said.length;
  lags.workflow.length = 0;
  lags.outbox.length = 0;
  const meter = new CpuMeter(pids);
  await openLoop(perSecond, seconds, (dueAt) => counter.next(dueAt));
  // Whoever was asked last is heard too.
  await delay(1_000);
  const { byProcess, machineMs, elapsedMs } = meter.read();
  const said = counter.said.slice(from);
  const lag = Math.max(0, ...lags.workflow);
  context.say(
    `  ${name}: ${said.length} facts, p99 ${percentile(ms(said), 99).toFixed(0)} ms, lag ${lag.toFixed(1)} s, ${answersOf(said)}`,
  );
  const cores = [...Object.values(byProcess), machineMs].map((one) => one / elapsedMs);
  const row: (string | number)[] = [
    name,
    said.length / seconds,
    percentile(ms(said), 50),
    percentile(ms(said), 99),
    answersOf(said),
    percentile([0, ...lags.workflow], 50),
    lag,
    Math.max(0, ...lags.outbox),
    ...cores,
  ];
  return { said, lag, row };
}

/** The stress goes on after the burst. Gives back after how many seconds the lag was small, and stayed so for five. */
async function untilCalm(counter: BusyCounter): Promise<number> {
  const from = performance.now();
  const since = (): number => (performance.now() - from) / 1000;
  let calmFrom: number | undefined;
  const watch = setInterval(() => {
    calmFrom = counter.lagSeconds() < CALM_S ? (calmFrom ?? since()) : undefined;
  }, 100);
  await openLoop(
    STRESS,
    BACK_WITHIN_S + 20,
    (dueAt) => counter.next(dueAt),
    () => calmFrom !== undefined && since() - calmFrom > 5,
  );
  clearInterval(watch);
  return calmFrom ?? since();
}

/** More than can be answered: everybody must be told so at once, and when to come again. */
async function floodOf(context: Context, office: BenchOffice): Promise<Said[]> {
  const api = new ApiClient(office.url, FLOOD);
  // Those of different transfers do not wait for each other.
  const transfers = await ask<{ id: string }>(office.databaseUrl, 'select id from transfers limit 200');
  const token = office.tokens.get('clerk1')!;
  const said: Said[] = [];
  await closedLoop(FLOOD, context.size(20_000, 3_000), async (no) => {
    const began = performance.now();
    const body = { kind: 'counterpartContacted', channel: 'phone' };
    const { status, retryAfter } = await api
      .post(`/transfers/${transfers[no % transfers.length]!.id}/facts`, body, { token, key: `bench-flood-${no}` })
      .catch(() => ({ status: 0, retryAfter: undefined }));
    said.push({ status, retryAfter, ms: performance.now() - began });
  });
  context.say(`  flood: ${answersOf(said)}, slowest ${Math.max(...ms(said)).toFixed(0)} ms`);
  return said;
}

const ms = (said: readonly Said[]): number[] => said.map((one) => one.ms);

function answersOf(said: readonly Said[]): string {
  const counts = new Map<string, number>();
  for (const { status, retryAfter } of said) {
    const name = status === 0 ? 'no answer' : `${status}${retryAfter === undefined ? '' : ' with Retry-After'}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${count} × ${name}`).join(', ');
}
