/** What really became of the letters of a month, told from the log alone; the office's figures of transfers-out must say the same. */
import { percent } from '../../domain/money/rounding.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { CALENDAR } from '../outside/office-time.ts';
import type { RequestStory } from './request-story.ts';

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: string | null;
}

export interface CompletionOut {
  readonly due: number;
  readonly inPeriod: Ratio;
  readonly second: Ratio;
  readonly withinTwoLimits: Ratio;
  readonly sameMonth: Ratio;
}

/** For everything up to the end of the relation (66号 Art. 8). */
const LIMIT_WORKING_DAYS = 15;

/** The last day for the answer to a letter that came then. */
export const dueOn = ({ arrivedAt }: Pick<RequestStory, 'arrivedAt'>, limits = 1): string =>
  addWorkingDays(dateOf(arrivedAt), limits * LIMIT_WORKING_DAYS, CALENDAR).dueOn;

/** When form and money had both gone out; undefined while one has not. */
function doneOn({ formsSent: [first], moneySettledAt }: RequestStory): string | undefined {
  return first === undefined || moneySettledAt === undefined ? undefined : dateOf(Math.max(first, moneySettledAt));
}

/** A letter that went back in time asks for no answer. */
const isExcluded = (one: RequestStory): boolean =>
  one.ending?.how === 'letterSentBack' && dateOf(one.ending.at) <= dueOn(one);

export function truthOfRequests(stories: Iterable<RequestStory>): CompletionOut {
  const cohort = [...stories].filter((one) => !isExcluded(one)).map((one) => ({ one, done: doneOn(one) }));
  const by = (isSo: (one: RequestStory, done: string) => boolean): Ratio => {
    const numerator = cohort.filter(({ one, done }) => done !== undefined && isSo(one, done)).length;
    return { numerator, denominator: cohort.length, rate: percent(numerator, cohort.length) ?? null };
  };
  return {
    due: cohort.length,
    inPeriod: by((one, done) => done <= dueOn(one)),
    second: by((one, done) => done <= dueOn(one) || one.formsSent.length <= 2),
    withinTwoLimits: by((one, done) => done <= dueOn(one, 2)),
    sameMonth: by(({ arrivedAt }, done) => done.slice(0, 7) === dateOf(arrivedAt).slice(0, 7)),
  };
}
