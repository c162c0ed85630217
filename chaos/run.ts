/** One run: an office, a month and a load on it, faults, then rest and the verdict. */
import type { Finding } from '../invariants/invariant.ts';
import type { ChaosOptions } from './chaos-command.ts';
import { FAULTS } from './faults/all.ts';
import type { Fault } from './faults/fault.ts';
import { startLoad, type Load } from './load/load.ts';
import { playMonth, type Month, type MonthResult } from './month.ts';
import { openNetwork } from './network.ts';
import { startOffice, type Office } from './office.ts';
import { untilQuiet } from './quiet.ts';
import { isTooShortFor, scheduleOf } from './schedule.ts';
import { omittedHere, strikeAll, type Omitted, type Struck } from './strike.ts';
import { summaryOf, type KindSummary } from './summary.ts';
import { Timeline, type StruckFault } from './timeline.ts';
import { Turns } from './turns.ts';
import { openVariables } from './variables.ts';
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

type Run = Pick<ChaosOptions, 'seconds' | 'seed' | 'transfers' | 'letters' | 'only'> & { readonly dataDir: string };

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
  const { kinds, left } = drawnFrom(run);
  const { office, undo, ...wires } = await prepared(run.dataDir, kinds);
  timeline.note(
    `the office stands at ${office.url}; seed ${run.seed}, ${run.transfers} transfers, ${run.letters} letters of other regions`,
  );
  const month = playMonth(office, run);
  const load = startLoad(() => office.url, run.seed, stop.signal);
  try {
    const ground = { office, month, cases: load.cases, temporal: new Turns(), ...wires, stop: stop.signal };
    const impossible = await omittedHere(ground, kinds);
    for (const { name, why } of impossible) timeline.note(`not possible here: ${name}: ${why}`);
    const omitted = [...impossible, ...left];
    const schedule = scheduleOf(run.seed, run.seconds, kinds);
    const struck = await strikeAll({ ground, seed: run.seed, kinds, timeline }, schedule, omitted);
    const verdict = await Promise.race([judged(run, { office, month, load, timeline, struck, omitted }), givenUp]);
    return { ...verdict, seconds: secondsSince(began) };
  } finally {
    stop.abort(new Error('the run is over'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
    await month.kill();
    await office.stop();
    await undo();
  }
}

/** @throws naming a kind that does not exist */
function drawnFrom({ seconds, only }: Run): { kinds: Fault[]; left: Omitted[] } {
  const unknown = only?.find((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no fault ${unknown}: ${FAULTS.map(({ name }) => name).join(', ')}`);
  const whyNot = (fault: Fault): string | undefined => {
    if (only) return only.includes(fault.name) ? undefined : 'not asked for';
    return isTooShortFor(fault, seconds) ? 'the run is too short' : undefined;
  };
  const left = FAULTS.map((fault) => ({ name: fault.name, why: whyNot(fault) }));
  return {
    kinds: FAULTS.filter((fault) => whyNot(fault) === undefined),
    left: left.flatMap(({ name, why }) => (why === undefined ? [] : [{ name, why }])),
  };
}

/** An office with everything around it that faults lay hands on. */
async function prepared(dataDir: string, kinds: readonly Fault[]) {
  const undoings: (() => Promise<void>)[] = [];
  for (const { prepare } of kinds) undoings.push((await prepare?.(dataDir)) ?? (() => Promise.resolve()));
  const network = await openNetwork(dataDir);
  const variables = openVariables(dataDir);
  const undo = async (): Promise<void> => {
    network.close();
    for (const one of undoings) await one();
  };
  try {
    const office = await startOffice(dataDir, { words: [...network.startWords, ...variables.startWords] });
    return { office, network, variables, undo };
  } catch (error) {
    await undo();
    throw error;
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
  month.lookAgain();
  const result: MonthResult = await month.ended(MONTH_PATIENCE_MS);
  timeline.note('the month has ended');
  await untilQuiet(office);
  const findings = [
    ...(await acknowledgedFindings(office.dataDir, load.memory)),
    ...(await checkerFindings(office.dataDir)),
    ...monthFindings(result, run),
    ...recoveryFindings(timeline.faults),
    ...(await Promise.all(struck.blows.map(async ({ blow }) => (await blow.findings?.()) ?? []))).flat(),
  ];
  for (const { fault, blow } of struck.blows) if (blow.figures) timeline.told(fault, await blow.figures());
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
