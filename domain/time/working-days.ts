/** Limits in working days: which day is one, when a limit ends, and why (domain rules: Civil Code Art. 201, 203). */
import { addDays, dateOfDayNumber, dayNumber } from './shanghai-day.ts';

export type DayKind = 'rest' | 'work';

/** The State Council's notices as data: only days that differ from the plain week need a row. */
export interface WorkingCalendar {
  readonly days: ReadonlyMap<string, DayKind>;
  /** The first day that a loaded notice covers; limits that begin earlier are provisional. */
  readonly publishedFrom: string;
  /** The last day that a published notice covers; later due dates are provisional. */
  readonly publishedUntil: string;
}

export interface SkippedDay {
  readonly date: string;
  readonly why: 'weekend' | 'holiday';
}

export interface DueDate {
  readonly dueOn: string;
  /** The calendar of some of its days is not loaded; there the plain week was counted. */
  readonly provisional: boolean;
  readonly explanation: {
    /** The day of the event; it is not counted. */
    readonly start: string;
    readonly workingDays: number;
    readonly skipped: readonly SkippedDay[];
    /** Saturdays and Sundays that count because they are worked. */
    readonly workedWeekends: readonly string[];
    readonly publishedUntil: string;
  };
}

/** Day number 0 was a Thursday, so 2 and 3 (mod 7) are Saturday and Sunday. */
function isWeekend(day: number): boolean {
  const position = ((day % 7) + 7) % 7;
  return position === 2 || position === 3;
}

export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  return (calendar.days.get(date) ?? (isWeekend(dayNumber(date)) ? 'rest' : 'work')) === 'work';
}

/** The day on which a limit of `count` working days ends. The start is not counted; with a count of 0 a rest day moves on. */
export function addWorkingDays(start: string, count: number, calendar: WorkingCalendar): DueDate {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a limit is a whole number of working days');
  const skipped: SkippedDay[] = [];
  const workedWeekends: string[] = [];
  let day = dayNumber(start) - (count === 0 ? 1 : 0);
  let dueOn = start;
  for (let left = Math.max(count, 1); left > 0;) {
    day += 1;
    dueOn = dateOfDayNumber(day);
    const listed = calendar.days.get(dueOn);
    const weekend = isWeekend(day);
    if ((listed ?? (weekend ? 'rest' : 'work')) === 'work') {
      left -= 1;
      if (weekend) workedWeekends.push(dueOn);
    } else skipped.push({ date: dueOn, why: listed === 'rest' ? 'holiday' : 'weekend' });
  }
  const { publishedFrom, publishedUntil } = calendar;
  const explanation = { start, workingDays: count, skipped, workedWeekends, publishedUntil };
  return { dueOn, provisional: dueOn > publishedUntil || addDays(start, 1) < publishedFrom, explanation };
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  const last = dayNumber(to);
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= last; day++) {
    const kind = calendar.days.get(dateOfDayNumber(day)) ?? (isWeekend(day) ? 'rest' : 'work');
    if (kind === 'work') count += 1;
  }
  return count;
}

/** The working day that lies `count` working days before the date: when to remind. */
export function workingDayBefore(date: string, count: number, calendar: WorkingCalendar): string {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError('a lead is a whole number of working days');
  let day = dayNumber(date);
  for (let left = count; left > 0;) {
    day -= 1;
    if (isWorkingDay(dateOfDayNumber(day), calendar)) left -= 1;
  }
  return dateOfDayNumber(day);
}
