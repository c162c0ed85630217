/** Since when something is silent: the working days in which nothing was heard, as a day to compare with. */
import { addDays } from './shanghai-day.ts';
import { isWorkingDay, workingDayBefore, type WorkingCalendar } from './working-days.ts';

/** What was last heard of on this day or before is silent today: the working days since then are as many as the rule says. */
export function quietSince(today: string, afterWorkingDays: number, calendar: WorkingCalendar): string {
  if (afterWorkingDays < 1) return today;
  const before = afterWorkingDays - (isWorkingDay(today, calendar) ? 1 : 0);
  return addDays(before === 0 ? today : workingDayBefore(today, before, calendar), -1);
}
