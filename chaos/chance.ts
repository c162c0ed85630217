/** Chance from a seed: what is drawn depends on the seed and on how often it was asked, on nothing else. */

export interface Chance {
  /** Uniform in [0, 1). */
  uniform(): number;
  between(from: number, to: number): number;
  /** A whole number, both ends included. */
  integer(from: number, to: number): number;
  happens(probability: number): boolean;
  shuffled<T>(items: readonly T[]): T[];
}

export function chanceOf(seed: number, stream: number): Chance {
  const uniform = mulberry32(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b));
  const integer = (from: number, to: number): number => from + Math.floor(uniform() * (to - from + 1));
  return {
    uniform,
    integer,
    between: (from, to) => from + uniform() * (to - from),
    happens: (probability) => uniform() < probability,
    shuffled: (items) => {
      const left = [...items];
      return items.map(() => left.splice(integer(0, left.length - 1), 1)).flat();
    },
  };
}

/** Tommy Ettinger's small generator, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
