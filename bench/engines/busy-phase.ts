/** A stretch of time at the busy counter, with what was answered, how far steps and messages lagged, and which cores it took. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { answersOf, ms } from '../measuring/answers.ts';
import { CpuMeter } from '../measuring/cpu.ts';
import { openLoop } from '../measuring/open-loop.ts';
import { percentile } from '../measuring/statistics.ts';
import type { BusyCounter } from './busy-counter.ts';
import type { Counter } from './office-processes.ts';
import { outboxAge } from './outbox.ts';

export const PHASE_COLUMNS = [
  'phase',
  'facts/s',
  'API p50 ms',
  'p99 ms',
  'answers',
  'next step open, median s',
  'most s',
  'oldest in the outbox s',
  'API cores',
  'worker cores',
  'Temporal cores',
  'PostgreSQL cores',
  'machine cores',
];

export interface Lags {
  readonly workflow: number[];
  readonly outbox: number[];
  stop(): void;
}

/** Every second: the oldest fact that nobody has acted on, and the oldest message that waits. */
export function watchLags(counter: BusyCounter, office: Counter): Lags {
  const lags = { workflow: [] as number[], outbox: [] as number[] };
  const timer = setInterval(() => {
    lags.workflow.push(counter.lagSeconds());
    outboxAge(office).then(
      (age) => lags.outbox.push(age),
      () => undefined,
    );
  }, 1_000);
  return { ...lags, stop: () => clearInterval(timer) };
}

export async function phase(
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
