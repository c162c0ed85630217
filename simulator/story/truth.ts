/** What really became of the month, told from the log alone; the office's own figures must say the same. */
import { percent } from '../../domain/money/rounding.ts';
import type { CaseStory, Story } from './story.ts';

export interface Completion {
  readonly cohort: number;
  readonly closedWithAttempt: { readonly 1: number; readonly 2: number; readonly 3: number };
  readonly closedLater: number;
  readonly notClosed: number;
  readonly rates: { readonly 1: string | null; readonly 2: string | null; readonly 3: string | null };
}

/** Refused at review, or withdrawn before the first letter: not in the cohort. */
const isExcluded = ({ ending }: CaseStory): boolean =>
  ending?.how === 'refused' || (ending?.how === 'withdrawn' && ending.attempts === 0);

/** Of the cases with these numbers, 1 to `transfers`. */
export function truthOf(story: Story, transfers: number): Completion {
  const cohort = [...story.cases.values()].filter((one) => one.no <= transfers && !isExcluded(one));
  const closed = cohort.flatMap(({ ending }) => (ending?.how === 'completed' ? [ending.attempts] : []));
  const exactly = (attempts: number): number => closed.filter((made) => made === attempts).length;
  const within = (attempts: number): string | null =>
    percent(closed.filter((made) => made <= attempts).length, cohort.length) ?? null;
  return {
    cohort: cohort.length,
    closedWithAttempt: { 1: exactly(1), 2: exactly(2), 3: exactly(3) },
    closedLater: closed.filter((made) => made > 3).length,
    notClosed: cohort.length - closed.length,
    rates: { 1: within(1), 2: within(2), 3: within(3) },
  };
}
