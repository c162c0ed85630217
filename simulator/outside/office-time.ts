/** Office time as everybody in China knows it: the holidays of 2026, and a working day from nine to five. */
import { dateOf, dayNumber, dateOfDayNumber, instantOf, minuteOfDay } from '../../domain/time/shanghai-day.ts';
import { isWorkingDay, type DayKind, type WorkingCalendar } from '../../domain/time/working-days.ts';
import { completionInstant, type NoticeHabits } from '../../domain/notices/notice-times.ts';

const OPENS = 9 * 60;
const CLOSES = 17 * 60;

/** 国务院办公厅关于2026年部分节假日安排的通知; weekends apart. */
const REST: readonly (readonly [string, string])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

export const CALENDAR: WorkingCalendar = {
  days: holidays(),
  publishedFrom: '2023-01-01',
  publishedUntil: '2026-12-31',
};

function holidays(): ReadonlyMap<string, DayKind> {
  const days = new Map<string, DayKind>();
  for (const [from, to] of REST)
    for (let day = dayNumber(from); day <= dayNumber(to); day++) days.set(dateOfDayNumber(day), 'rest');
  for (const day of WORKED) days.set(day, 'work');
  return days;
}

/** Milliseconds since 1970 on the office's clock. */
export type OfficeMs = number;

export const at = (date: string, minute: number): OfficeMs => Date.parse(instantOf(date, minute));

export function isOfficeHours(now: OfficeMs): boolean {
  const minute = minuteOfDay(now);
  return minute >= OPENS && minute < CLOSES && isWorkingDay(dateOf(now), CALENDAR);
}

/** The opening of the next working day that is still to come. */
export function nextOpening(now: OfficeMs): OfficeMs {
  let day = minuteOfDay(now) < OPENS ? dateOf(now) : nextDay(dateOf(now));
  while (!isWorkingDay(day, CALENDAR)) day = nextDay(day);
  return at(day, OPENS);
}

/** The moment after so many minutes of office hours; what is due at night is due when the office opens. */
export function afterOfficeMinutes(start: OfficeMs, minutes: number): OfficeMs {
  let day = dateOf(start);
  let minute = Math.max(OPENS, minuteOfDay(start));
  for (let left = minutes; ; day = nextDay(day), minute = OPENS) {
    if (!isWorkingDay(day, CALENDAR) || minute >= CLOSES) continue;
    if (minute + left < CLOSES) return at(day, minute + left);
    left -= CLOSES - minute;
  }
}

/** Minutes of office hours between two moments. */
export function officeMinutesBetween(from: OfficeMs, to: OfficeMs): number {
  let minutes = 0;
  for (let day = dateOf(from); at(day, OPENS) < to; day = nextDay(day)) {
    if (!isWorkingDay(day, CALENDAR)) continue;
    const [begin, end] = [Math.max(from, at(day, OPENS)), Math.min(to, at(day, CLOSES))];
    minutes += Math.max(0, end - begin) / 60_000;
  }
  return minutes;
}

/** A minute of the day that lies so many working days later. */
export function afterWorkingDays(start: OfficeMs, count: number, minute: number): OfficeMs {
  let day = dateOf(start);
  for (let left = count; left > 0;) {
    day = nextDay(day);
    if (isWorkingDay(day, CALENDAR)) left -= 1;
  }
  return at(day, minute);
}

/** The working days of a span, both ends included. */
export function workingDaysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) if (isWorkingDay(day, CALENDAR)) days.push(day);
  return days;
}

/** As the practice office is set up. */
const HABITS: NoticeHabits = { hours: [{ from: '09:00', to: '17:00' }], mode: 'weekly', weekday: 5 };

/** When whoever has been booked by now is told: Fridays an hour after opening, or the working day after a holiday. */
export const nextWeeklyMessages = (now: OfficeMs): OfficeMs =>
  completionInstant(HABITS, new Date(now), CALENDAR).getTime();

export const nextDay = (date: string): string => dateOfDayNumber(dayNumber(date) + 1);
