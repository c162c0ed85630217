/** Which fault comes when and for how long, drawn from the seed before anything runs. */
import { chanceOf, type Chance } from './chance.ts';
import type { Fault } from './faults/fault.ts';

type Kind = Pick<Fault, 'name' | 'rhythm' | 'lastsMs'>;

export interface PlannedFault {
  readonly name: string;
  /** Milliseconds after the beginning. */
  readonly atMs: number;
  /** 0: it needs no healing. */
  readonly lastsMs: number;
}

const SHORTEST_MS = 3_000;
const LONGEST_MS = 8_000;
const DISTURBED_EVERY_MS = 8_000;
const CLOSEST_MS = 1_500;
const RARE_EVERY_MS = 120_000;
const SELDOM_EVERY_MS = 300_000;
const SELDOM_FROM_SECONDS = 180;

/** A short run is over before what is seldom has healed. */
export const isTooShortFor = ({ rhythm }: Pick<Fault, 'rhythm'>, seconds: number): boolean =>
  rhythm === 'seldom' && seconds < SELDOM_FROM_SECONDS;

/** Whatever can be struck here or not: the same seed is the same schedule on each machine. */
export function scheduleOf(seed: number, seconds: number, kinds: readonly Kind[]): PlannedFault[] {
  const lengthMs = seconds * 1000;
  const of = (rhythm: Fault['rhythm']): Kind[] => kinds.filter((kind) => kind.rhythm === rhythm);
  // A chance for each rhythm: a new kind of one does not move the others. The load's chances have the positive numbers.
  const drawn = [
    ...losses(chanceOf(seed, 0), lengthMs, of('loss')),
    ...disturbances(chanceOf(seed, -1), lengthMs, of('disturbance')),
    ...evenly(lengthMs, RARE_EVERY_MS, of('rare')),
    ...evenly(lengthMs, SELDOM_EVERY_MS, of('seldom')),
  ];
  const lasting = chanceOf(seed, -2);
  return drawn
    .sort((one, other) => one.atMs - other.atMs)
    .map(({ kind, atMs }) => ({ name: kind.name, atMs, lastsMs: lengthOf(kind, lasting, lengthMs) }));
}

interface Drawn {
  readonly kind: Kind;
  readonly atMs: number;
}

/** Each round hits every kind once, in an order of its own: a short run leaves none out. */
function losses(chance: Chance, lengthMs: number, kinds: readonly Kind[]): Drawn[] {
  const drawn: Drawn[] = [];
  let round: Kind[] = [];
  for (let atMs = chance.integer(SHORTEST_MS, LONGEST_MS); atMs <= lengthMs;) {
    if (round.length === 0) round = chance.shuffled(kinds);
    const kind = round.pop();
    if (!kind) break;
    drawn.push({ kind, atMs });
    atMs += chance.integer(SHORTEST_MS, LONGEST_MS);
  }
  return drawn;
}

/** In a short run they come as close together as one round needs. */
function disturbances(chance: Chance, lengthMs: number, kinds: readonly Kind[]): Drawn[] {
  const everyMs = Math.min(DISTURBED_EVERY_MS, Math.max(CLOSEST_MS, Math.floor(lengthMs / (kinds.length || 1))));
  const drawn: Drawn[] = [];
  let round: Kind[] = [];
  for (let slotMs = 0; slotMs + everyMs <= lengthMs; slotMs += everyMs) {
    if (round.length === 0) round = chance.shuffled(kinds);
    const kind = round.pop();
    if (!kind) break;
    drawn.push({ kind, atMs: slotMs + chance.integer(0, everyMs - 1) });
  }
  return drawn;
}

/** Each once in a span, or in the whole of a shorter run, evenly apart. */
function evenly(lengthMs: number, everyMs: number, kinds: readonly Kind[]): Drawn[] {
  const spanMs = Math.min(lengthMs, everyMs);
  if (spanMs === 0) return [];
  const drawn: Drawn[] = [];
  for (let beginMs = 0; beginMs + spanMs <= lengthMs; beginMs += spanMs)
    for (const [no, kind] of kinds.entries())
      drawn.push({ kind, atMs: beginMs + Math.round((spanMs * (no + 0.5)) / kinds.length) });
  return drawn;
}

/** No longer than an eighth of the run. */
function lengthOf({ lastsMs }: Kind, chance: Chance, lengthMs: number): number {
  const share = chance.uniform();
  if (!lastsMs) return 0;
  const [shortest, longest] = lastsMs;
  const most = Math.max(shortest, Math.min(longest, lengthMs / 8));
  return Math.round(shortest + share * (most - shortest));
}
