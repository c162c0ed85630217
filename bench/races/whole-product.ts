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
export const AT_ONCE = [1, 16, 64] as const;
/** Both cores are full then: what is judged. */
export const SATURATED = 64;

export interface Lap {
  readonly perSecond: number;
  /** CPU milliseconds of a transfer: of the machine, and by process. */
  readonly machineMs: number;
  readonly byProcess: Readonly<Record<string, number>>;
}
export type Laps = Readonly<Record<number, Lap>>;
export interface WholeProductRace {
  readonly laps: Readonly<Record<Runner, readonly Laps[]>>;
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
    const laps = await race(context, {
      product: () => lapsOf(context, product, { api: office.pids.api, worker: office.pids.worker!, ...servers }),
      remote: () => lapsOf(context, bareWalker(bare.remote), { worker: bare.remote.pid, ...servers }),
      local: () => lapsOf(context, bareWalker(bare.local), { worker: bare.local.pid, ...servers }),
    });
    return { laps: laps, remarks: [`Temporal: ${temporal.described}`] };
  });
}

async function lapsOf(context: Context, walker: Walker, pids: Record<string, number>): Promise<Laps> {
  const laps: Record<number, Lap> = {};
  for (const atOnce of AT_ONCE) {
    const total = Math.max(context.size(4, 2), atOnce * context.size(2, 1));
    await walker.prepare(total + Math.ceil(total / 10), atOnce);
    await closedLoop(atOnce, Math.ceil(total / 10), () => walker.walk());
    laps[atOnce] = await lap(walker, pids, atOnce, total);
  }
  return laps;
}

/** Ends when every workflow has ended, so that nobody leaves work for after the clock. */
async function lap(walker: Walker, pids: Record<string, number>, atOnce: number, total: number): Promise<Lap> {
  const meter = new CpuMeter(pids);
  const own = process.cpuUsage();
  const ids: string[] = [];
  await closedLoop(atOnce, total, async () => ids.push(await walker.walk()));
  await Promise.all(ids.map((id) => walker.ended(id)));
  const { machineMs, elapsedMs, byProcess } = meter.read();
  const { user, system } = process.cpuUsage(own);
  const each = (ms: number) => ms / total;
  return {
    perSecond: total / (elapsedMs / 1000),
    machineMs: each(machineMs),
    byProcess: {
      ...Object.fromEntries(Object.entries(byProcess).map(([name, ms]) => [name, each(ms)])),
      client: each((user + system) / 1000),
    },
  };
}

/** Speed of all, at each number at once. */
export function speedFigures({ laps }: WholeProductRace): Figure[] {
  return AT_ONCE.flatMap((atOnce) =>
    (['product', 'remote', 'local'] as const).map((runner) => ({
      name: `${NAMES[runner]}, ${atOnce} at once`,
      unit: 'transfers/s',
      values: laps[runner].map((one) => one[atOnce]!.perSecond),
    })),
  );
}

export const NAMES = {
  product: 'Baton (API, ledger, relay, worker)',
  remote: 'bare Temporal, remote activity per step',
  local: 'bare Temporal, local activity per step',
} as const;

export const speedOf = ({ laps }: WholeProductRace, runner: Runner): number[] =>
  laps[runner].map((one) => one[SATURATED]!.perSecond);
