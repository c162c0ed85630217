/** One run: an office, a month and a load on it, faults, then rest and the verdict. */
import type { Finding } from '../invariants/invariant.ts';
import type { ChaosOptions } from './options.ts';
import { FAULTS } from './faults/all.ts';
import { startLoad, type Load } from './load/load.ts';
import { playMonth, type Month, type MonthResult } from './month.ts';
import { openNetwork } from './network.ts';
import { startOffice, type Office } from './office.ts';
import { untilQuiet } from './quiet.ts';
import { scheduleOf } from './schedule.ts';
import { omittedHere, strikeAll, type Omitted, type Struck } from './strike.ts';
import { summaryOf, type KindSummary } from './summary.ts';
import { Timeline, type StruckFault } from './timeline.ts';
import { acknowledgedFindings, checkerFindings, monthFindings, recoveryFindings } from './verdict.ts';

export interface Report {
  readonly seed: number;
  readonly transfers: number;
  /** By kind: how often, and the seconds until the office worked again. */
  readonly kinds: Readonly<Record<string, KindSummary>>;
  /** Kinds of faults that this machine cannot do. */
  readonly omitted: readonly Omitted[];
  readonly faults: readonly StruckFault[];
  readonly load: { readonly commands: number; readonly acknowledged: number; readonly sent: number };
  readonly truth: unknown;
  readonly metrics: unknown;
  readonly findings: readonly Finding[];
  readonly violations: number;
  /** The first promise that did not hold. */
  readonly broken: string | null;
  readonly seconds: number;
}

type Run = Pick<ChaosOptions, 'seconds' | 'seed' | 'transfers'> & { readonly dataDir: string };

const FINISH_PATIENCE_MS = 180_000;
const MONTH_PATIENCE_MS = 600_000;

/** @throws when there is nothing to judge: the office does not start, or the month does not come to its end */
export async function runChaos(run: Run, say: (sentence: string) => void): Promise<Report> {
  const began = performance.now();
  const stop = new AbortController();
  const interrupted = () => stop.abort(new Error('interrupted'));
  const givenUp = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error));
  });
  givenUp.catch(() => {});
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  const timeline = new Timeline(say);
  const network = await openNetwork(run.dataDir);
  const office = await startOffice(run.dataDir, { words: network.startWords });
  timeline.note(`the office stands at ${office.url}; seed ${run.seed}, ${run.transfers} transfers`);
  const month = playMonth(office, run);
  const load = startLoad(() => office.url, run.seed, stop.signal);
  try {
    const ground = { office, month, network, stop: stop.signal };
    const omitted = await omittedHere(ground, FAULTS);
    for (const { name, why } of omitted) timeline.note(`not possible here: ${name}: ${why}`);
    const schedule = scheduleOf(run.seed, run.seconds, FAULTS);
    const struck = await strikeAll({ ground, seed: run.seed, kinds: FAULTS, timeline }, schedule, omitted);
    const verdict = await Promise.race([judged(run, { office, month, load, timeline, struck, omitted }), givenUp]);
    return { ...verdict, seconds: secondsSince(began) };
  } finally {
    stop.abort(new Error('the run is over'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
    await month.kill();
    await office.stop();
    network.close();
  }
}

interface Parts {
  readonly office: Office;
  readonly month: Month;
  readonly load: Load;
  readonly timeline: Timeline;
  readonly struck: Struck;
  readonly omitted: readonly Omitted[];
}

/** Lets everything come to its end and to rest, then looks at all of it. */
async function judged(run: Run, parts: Parts): Promise<Omit<Report, 'seconds'>> {
  const { office, month, load, timeline, struck, omitted } = parts;
  timeline.note('no more faults; the visitors who are there end their cases, the month is played to its end');
  await Promise.all([load.finish(FINISH_PATIENCE_MS), struck.over]);
  const result: MonthResult = await month.ended(MONTH_PATIENCE_MS);
  timeline.note('the month has ended');
  await untilQuiet(office);
  const findings = [
    ...(await acknowledgedFindings(office.dataDir, load.memory)),
    ...(await checkerFindings(office.dataDir)),
    ...monthFindings(result, run.transfers),
    ...recoveryFindings(timeline.faults),
    ...(await Promise.all(struck.blows.map(async ({ findings: own }) => (await own?.()) ?? []))).flat(),
  ];
  for (const { invariant, promise, count, examples } of findings)
    timeline.note(`✗ ${invariant}: ${count} (${promise}): ${examples.join(', ')}`);
  const said = load.memory.all;
  return {
    seed: run.seed,
    transfers: run.transfers,
    kinds: summaryOf(timeline.faults),
    omitted,
    faults: timeline.faults,
    load: {
      commands: said.length,
      acknowledged: said.filter(({ acknowledged }) => acknowledged).length,
      sent: said.reduce((sum, { sent }) => sum + sent, 0),
    },
    truth: result.truth,
    metrics: result.metrics,
    findings,
    violations: findings.reduce((sum, { count }) => sum + count, 0),
    broken: findings[0]?.invariant ?? null,
  };
}

const secondsSince = (began: number): number => Math.round((performance.now() - began) / 100) / 10;
