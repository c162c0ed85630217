import type { Schemas } from '../../api/types.ts';

type Group = Schemas['CompletionGroup'];

/** Of fewer mature cases a rate says more of chance than of an office. */
export const SMALLEST_SAMPLE = 10;

interface Ranked {
  readonly group: Group;
  /** The same for equal rates; the next one counts those before it. */
  readonly rank: number;
}

export interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly tooSmall: readonly Group[];
}

/** By the rate of the first attempt among mature cases; ties share a rank. */
export function rankingOf(groups: readonly Group[]): Ranking {
  const sizes = groups.map((group) => ({ group, size: group.attempts?.mature.denominators['1'] ?? 0 }));
  const large = sizes.filter(({ size }) => size >= SMALLEST_SAMPLE).map(({ group }) => group);
  const rateOf = (group: Group): number => Number(group.attempts?.mature.rates['1'] ?? 0);
  const ordered = [...large].sort((one, other) => rateOf(other) - rateOf(one) || (one.key < other.key ? -1 : 1));
  return {
    ranked: ordered.map((group) => ({
      group,
      rank: 1 + ordered.filter((other) => rateOf(other) > rateOf(group)).length,
    })),
    tooSmall: sizes.filter(({ size }) => size < SMALLEST_SAMPLE).map(({ group }) => group),
  };
}
