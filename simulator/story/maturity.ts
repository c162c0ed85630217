/** When the rates of a month stand: no case and no letter of it can change them any more. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { workingDaysBetween } from '../../domain/time/working-days.ts';
import { CALENDAR, type OfficeMs } from '../outside/office-time.ts';
import type { CaseStory, Story } from './story.ts';

/** 15 + 15 + 15 by law: an attempt that has waited for longer is no pass, whatever comes. */
const MATURE_AFTER_WORKING_DAYS = 45;

interface Size {
  readonly transfers: number;
  readonly letters: number;
}

export function isMature(story: Story, month: Size, now: OfficeMs): boolean {
  return all(story, month.transfers, (one) => caseIsMature(one, now)) && lettersHaveEnded(story, month.letters);
}

/** Nothing of the month is open any more. */
export function hasEnded(story: Story, month: Size): boolean {
  return all(story, month.transfers, ({ ending }) => ending !== undefined) && lettersHaveEnded(story, month.letters);
}

/** A form that was answered may be disputed until the relation has ended; what comes again counts where it came; what came back is paid anew. */
function lettersHaveEnded({ requests, lettersElsewhere, payments }: Story, letters: number): boolean {
  const numbers = Array.from({ length: letters }, (_, index) => index + 1);
  const isThere = (no: number): boolean => requests.has(no) || lettersElsewhere.has(no);
  const haveEnded = [...requests.values()].every(({ ending }) => ending !== undefined);
  return numbers.every(isThere) && haveEnded && payments.open.length === 0;
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
