/** Chance that can be asked again: each draw has a name, so a resumed play draws exactly what the killed one drew. */

export interface Draws {
  /** Uniform in [0, 1). */
  uniform(name: string): number;
  chance(name: string, probability: number): boolean;
  /** A whole number, both ends included. */
  integer(name: string, from: number, to: number): number;
  between(name: string, from: number, to: number): number;
  pick<T>(name: string, items: readonly T[]): T;
  /** One of the names, as likely as its weight says. */
  weighted<N extends string>(name: string, weights: Readonly<Record<N, number>>): N;
}

export function draws(...scope: readonly (string | number)[]): Draws {
  const prefix = scope.join('/');
  const uniform = (name: string): number => hash53(`${prefix}/${name}`) / 2 ** 53;
  const integer = (name: string, from: number, to: number): number =>
    from + Math.floor(uniform(name) * (to - from + 1));
  return {
    uniform,
    integer,
    chance: (name, probability) => uniform(name) < probability,
    between: (name, from, to) => from + uniform(name) * (to - from),
    pick: (name, items) => {
      const item = items[integer(name, 0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    weighted: (name, weights) => weightedName(uniform(name), weights),
  };
}

function weightedName<N extends string>(uniform: number, weights: Readonly<Record<N, number>>): N {
  const entries = Object.entries<number>(weights) as [N, number][];
  let left = uniform * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  const last = entries.at(-1);
  if (!last) throw new RangeError('nothing to choose from');
  return last[0];
}

/** 53 bits of a text: two multiply-xor lanes, mixed at the end (cyrb53, public domain). */
function hash53(text: string): number {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}
