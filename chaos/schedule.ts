/** Which fault comes when, drawn from the seed before anything runs. */
import { chanceOf } from './chance.ts';
import { PARTS, type Part } from './parts.ts';

/** A part of the office, or the program that started it. */
export type Target = Part | 'starter';

export interface PlannedFault {
  readonly target: Target;
  /** Milliseconds after the fault before it, or after the beginning. */
  readonly afterMs: number;
}

const SHORTEST_MS = 3_000;
const LONGEST_MS = 8_000;
/** The starter is killed once in so many seconds, in the middle of them. */
const STARTER_EVERY_SECONDS = 120;

/** Each round of four hits every part once, in an order of its own: a short run leaves none out. */
export function scheduleOf(seed: number, seconds: number): PlannedFault[] {
  const chance = chanceOf(seed, 0);
  const faults: PlannedFault[] = [];
  let round: Part[] = [];
  let nextStarterMs = (Math.min(seconds, STARTER_EVERY_SECONDS) * 1000) / 2;
  let nowMs = 0;
  for (;;) {
    const afterMs = chance.integer(SHORTEST_MS, LONGEST_MS);
    nowMs += afterMs;
    if (nowMs > seconds * 1000) return faults;
    if (nowMs >= nextStarterMs) {
      faults.push({ target: 'starter', afterMs });
      nextStarterMs += STARTER_EVERY_SECONDS * 1000;
      continue;
    }
    if (round.length === 0) round = chance.shuffled(PARTS);
    faults.push({ target: round.pop()!, afterMs });
  }
}
