/** Strikes what was planned, one fault after the other, and heals each when its time is over. */
import { setTimeout as delay } from 'node:timers/promises';
import { chanceOf } from './chance.ts';
import type { Blow, Fault, Ground } from './faults/fault.ts';
import { recoveryOf } from './recovery.ts';
import type { PlannedFault } from './schedule.ts';
import type { StruckFault, Timeline } from './timeline.ts';

export interface Attack {
  readonly ground: Ground;
  readonly seed: number;
  readonly kinds: readonly Fault[];
  readonly timeline: Timeline;
}

/** A kind of fault that this machine cannot do. */
export interface Omitted {
  readonly name: string;
  readonly why: string;
}

export interface Struck {
  readonly blows: readonly { readonly fault: StruckFault; readonly blow: Blow }[];
  /** Fulfilled when each fault has been healed, and recovered from or given up. */
  readonly over: Promise<void>;
}

/** After the last fault is healed: while others still strike, nobody can say that the office does not come back. */
const RECOVERY_PATIENCE_MS = 180_000;

/** The faults that are still to come or to be healed. */
class Storm {
  #left: number;
  #calmSince: number | undefined;

  constructor(planned: number) {
    this.#left = planned;
  }

  /** Of `performance.now()`; undefined while anything is to come. */
  get calmSince(): number | undefined {
    return this.#calmSince;
  }

  oneLess(): void {
    if (--this.#left === 0) this.#calmSince = performance.now();
  }
}

export async function omittedHere(ground: Ground, kinds: readonly Fault[]): Promise<Omitted[]> {
  const answers = await Promise.all(
    kinds.map(async ({ name, impossible }) => {
      const why = await impossible?.(ground);
      return why === undefined ? [] : [{ name, why }];
    }),
  );
  return answers.flat();
}

/** One fault after the other, whether or not the office has recovered from the last one. */
export async function strikeAll(
  attack: Attack,
  schedule: readonly PlannedFault[],
  omitted: readonly Omitted[],
): Promise<Struck> {
  const { ground, seed, kinds, timeline } = attack;
  const possible = new Map(kinds.map((kind) => [kind.name, kind]));
  for (const { name } of omitted) possible.delete(name);
  const blows: Struck['blows'][number][] = [];
  const over: Promise<void>[] = [];
  const storm = new Storm(schedule.length);
  let [atMs, number] = [0, 0];
  for (const planned of schedule) {
    // Apart by what was planned, even when the one before took long: a fault is to find something at work.
    await delay(planned.atMs - atMs, undefined, { signal: ground.stop });
    atMs = planned.atMs;
    const kind = possible.get(planned.name);
    const chance = chanceOf(seed, -1_000 - number++);
    if (!kind) {
      storm.oneLess();
      continue;
    }
    const struck = timeline.begun(kind);
    const blow = await kind.strike(ground, chance);
    timeline.struck(struck, blow.what, planned.lastsMs);
    blows.push({ fault: struck, blow });
    over.push(followed(attack, { blow, struck, lastsMs: planned.lastsMs, storm }));
  }
  return { blows, over: Promise.all(over).then(() => {}) };
}

async function healed(heal: Blow['heal'], storm: Storm): Promise<void> {
  try {
    await heal?.();
  } finally {
    storm.oneLess();
  }
}

interface Following {
  readonly blow: Blow;
  readonly struck: StruckFault;
  readonly lastsMs: number;
  readonly storm: Storm;
}

/** Never rejected: what goes wrong here is a fault that was not recovered from. */
async function followed(
  { ground: { office, stop }, timeline }: Attack,
  { blow: { heal, isBack }, struck, lastsMs, storm }: Following,
): Promise<void> {
  await delay(lastsMs, undefined, { signal: stop }).catch(() => {});
  try {
    await healed(heal, storm);
    const since = timeline.healed(struck);
    const gaveUp = (): boolean =>
      performance.now() - Math.max(since, storm.calmSince ?? Infinity) > RECOVERY_PATIENCE_MS;
    timeline.recovered(struck, await recoveryOf(office, isBack, { since, gaveUp, stop }));
  } catch (error) {
    timeline.note(`${struck.name} could not be healed: ${(error as Error).message}`);
    timeline.recovered(struck, { missing: 'what was struck is not healed' });
  }
}
