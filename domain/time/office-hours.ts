/** When the office may write or call: on working days, inside its hours (Asia/Shanghai). */
import { addDays, dateOf, instantOf, minuteOfDay, type Instant } from './shanghai-day.ts';
import { isWorkingDay, type WorkingCalendar } from './working-days.ts';

/** Spans of a working day in order, `HH:MM`; a lunch break lies between two spans. `to` is no longer inside. */
export type OfficeHours = readonly { readonly from: string; readonly to: string }[];

function minutes(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(time);
  if (!match) throw new RangeError('office hours are written HH:MM');
  return time === '24:00' ? 1440 : Number(match[1]) * 60 + Number(match[2]);
}

export function isOfficeTime(instant: Instant, hours: OfficeHours, calendar: WorkingCalendar): boolean {
  if (!isWorkingDay(dateOf(instant), calendar)) return false;
  const now = minuteOfDay(instant);
  return hours.some(({ from, to }) => minutes(from) <= now && now < minutes(to));
}

/** The instant itself when the office is open, else the next opening, as ISO text in UTC. */
export function nextOfficeInstant(instant: Instant, hours: OfficeHours, calendar: WorkingCalendar): string {
  if (!hours.some(({ from, to }) => minutes(from) < minutes(to))) throw new RangeError('the office is never open');
  if (isOfficeTime(instant, hours, calendar)) return new Date(instant).toISOString();
  const now = minuteOfDay(instant);
  const today = dateOf(instant);
  const later = hours.find(({ from, to }) => minutes(from) > now && minutes(from) < minutes(to));
  if (later && isWorkingDay(today, calendar)) return instantOf(today, minutes(later.from));
  const first = hours.find(({ from, to }) => minutes(from) < minutes(to));
  let day = addDays(today, 1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return instantOf(day, minutes(first?.from ?? '00:00'));
}
