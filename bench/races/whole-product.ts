/** The whole product beside bare Temporal in both forms: one race for several questions. */
import type { Context } from '../context.ts';
import { bareTemporal } from '../engines/bare-temporal.ts';
import { officeOn } from '../engines/office-processes.ts';
import { benchPostgres } from '../engines/postgres.ts';
import { temporalOn } from '../engines/temporal.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { CpuMeter } from '../measuring/cpu.ts';
import type { Figure } from '../question.ts';
import { race } from '../race.ts';
import { bareWalker, productWalker, type Walker } from './walkers.ts';

export type Runner = 'product' | 'remote' | 'local';
/** So many at once fill both cores, with the pace of people: what is judged. */
const AT_ONCE = 256;
/** Between the opening of a step and its answer. Who answers at once is taken along by the task that opened the step, for nothing: no person does that. */
const PAUSE_MS = 400;

export interface Lap {
  readonly perSecond: number;
  /** CPU milliseconds of a transfer: of all that takes part, by process, and of the machine with whatever else runs on it. */
  readonly sumMs: number;
  readonly machineMs: number;
  readonly byProcess: Readonly<Record<string, number>>;
}
export interface WholeProductRace {
  readonly laps: Readonly<Record<Runner, readonly Lap[]>>;
  readonly remarks: readonly string[];
}

export function wholeProductRace(context: Context): Promise<WholeProductRace> {
  return context.once('whole product', async () => {
    const postgres = await benchPostgres(context);
    const temporal = await temporalOn(context, postgres);
    const servers = { temporal: temporal.pid, PostgreSQL: postgres.pid };
    const office = await officeOn(context, { postgres, temporal });
    const bare = {
      remote: await bareTemporal(context, temporal, 'remoteForm'),
      local: await bareTemporal(context, temporal, 'localForm'),
    };
    const product = await productWalker(context, office, temporal);
    const total = context.size(2 * AT_ONCE, 8);
    const work = { atOnce: Math.min(AT_ONCE, total), pauseMs: PAUSE_MS, total };
    const laps = await race(context, {
      product: () => lap(product, { api: office.pids.api, worker: office.pids.worker!, ...servers }, work),
      remote: () => lap(bareWalker(bare.remote), { worker: bare.remote.pid, ...servers }, work),
      local: () => lap(bareWalker(bare.local), { worker: bare.local.pid, ...servers }, work),
    });
    return { laps, remarks: [`Temporal: ${temporal.described}`, `${total} transfers a lap, ${work.atOnce} at once`] };
  });
}

export interface Work {
  readonly atOnce: number;
  readonly pauseMs: number;
  readonly total: number;
}

/** The first tenth warms up. Ends when every workflow has ended and nothing waits in the outbox: nobody leaves work for after the clock. */
export async function lap(
  walker: Walker,
  pids: Record<string, number>,
  { atOnce, pauseMs, total }: Work,
): Promise<Lap> {
  const warmUp = Math.ceil(total / 10);
  await walker.prepare(total + warmUp, atOnce);
  const walkAll = async (count: number): Promise<void> => {
    const ids: string[] = [];
    await closedLoop(atOnce, count, async () => ids.push(await walker.walk(pauseMs)));
    await Promise.all(ids.map((id) => walker.ended(id)));
    await walker.settled();
  };
  await walkAll(warmUp);
  const meter = new CpuMeter(pids);
  const own = process.cpuUsage();
  await walkAll(total);
  const { machineMs, elapsedMs, byProcess } = meter.read();
  const { user, system } = process.cpuUsage(own);
  const each = (ms: number) => ms / total;
  const parts = { ...byProcess, client: (user + system) / 1000 };
  return {
    perSecond: total / (elapsedMs / 1000),
    sumMs: each(Object.values(parts).reduce((sum, ms) => sum + ms, 0)),
    machineMs: each(machineMs),
    byProcess: Object.fromEntries(Object.entries(parts).map(([name, ms]) => [name, each(ms)])),
  };
}

export const NAMES = {
  product: 'Baton (API, ledger, relay, worker)',
  remote: 'bare Temporal, remote activity per step',
  local: 'bare Temporal, local activity per step',
} as const;

const RUNNERS = Object.keys(NAMES) as Runner[];

export function speedFigures({ laps }: WholeProductRace): Figure[] {
  return RUNNERS.map((runner) => ({
    name: NAMES[runner],
    unit: 'transfers/s',
    values: laps[runner].map(({ perSecond }) => perSecond),
  }));
}

/** What a transfer costs, by process. */
export function cpuFigures({ laps }: WholeProductRace): Figure[] {
  return RUNNERS.flatMap((runner) => {
    const parts = Object.keys(laps[runner][0]!.byProcess).map((name) => ({
      name: `${NAMES[runner]}: ${name}`,
      unit: 'ms',
      values: laps[runner].map(({ byProcess }) => byProcess[name]!),
    }));
    const whole = (name: string, values: number[]) => ({ name: `${NAMES[runner]}: ${name}`, unit: 'ms', values });
    return [
      whole(
        'all of these',
        laps[runner].map(({ sumMs }) => sumMs),
      ),
      ...parts,
      whole(
        'the machine, whatever else ran on it too',
        laps[runner].map(({ machineMs }) => machineMs),
      ),
    ];
  });
}

export const of = ({ laps }: WholeProductRace, runner: Runner, what: 'perSecond' | 'sumMs'): number[] =>
  laps[runner].map((one) => one[what]);
