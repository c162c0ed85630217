/** When the rates of a month stand: no case of it can change them any more. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { workingDaysBetween } from '../../domain/time/working-days.ts';
import { CALENDAR, type OfficeMs } from '../outside/office-time.ts';
import type { CaseStory, Story } from './story.ts';

/** 15 + 15 + 15 by law: an attempt that has waited for longer is no pass, whatever comes. */
const MATURE_AFTER_WORKING_DAYS = 45;

export function isMature(story: Story, transfers: number, now: OfficeMs): boolean {
  return all(story, transfers, (one) => caseIsMature(one, now));
}

/** Nothing of the month is open any more. */
export function hasEnded(story: Story, transfers: number): boolean {
  return all(story, transfers, ({ ending }) => ending !== undefined);
}

function all(story: Story, transfers: number, isSo: (one: CaseStory) => boolean): boolean {
  const numbers = Array.from({ length: transfers }, (_, index) => index + 1);
  return numbers.every((no) => {
    const one = story.cases.get(no);
    return one !== undefined && isSo(one);
  });
}

function caseIsMature({ ending, letters }: CaseStory, now: OfficeMs): boolean {
  if (ending || letters.length > 3) return true;
  const latest = letters.at(-1);
  if (!latest) return false;
  return workingDaysBetween(dateOf(latest.postedAt), dateOf(now), CALENDAR) > MATURE_AFTER_WORKING_DAYS;
}
