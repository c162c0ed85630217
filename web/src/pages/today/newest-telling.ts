import type { Schemas } from '../../api/types.ts';

/** From so many per cent on a cohort hardly moves any more. */
export const MATURE_PER_CENT = 95;

interface Telling {
  readonly month: string;
  readonly isMature: boolean;
}

type Month = Pick<Schemas['CompletionGroup'], 'key' | 'attempts'>;

/** Of the months, in their order: the newest that is mature, else the newest in which something is closed; undefined: none is. */
export function newestTelling(months: readonly Month[]): Telling | undefined {
  const newestFirst = [...months].reverse();
  const mature = newestFirst.find(({ attempts }) => attempts !== null && isMature(attempts));
  if (mature) return { month: mature.key, isMature: true };
  const closed = newestFirst.find(({ attempts }) => attempts !== null && attempts.notClosed < attempts.cohort);
  return closed && { month: closed.key, isMature: false };
}

/** By the third attempt, which is the last to be decided. */
export const isMature = ({ cohort, mature }: Pick<Schemas['CompletionIn'], 'cohort' | 'mature'>): boolean =>
  cohort > 0 && mature.denominators['3'] * 100 >= cohort * MATURE_PER_CENT;
