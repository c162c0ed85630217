/** Who is told of a completion, by which channel, and when. */
import { takesSms } from '../persons/phone.ts';
import { nextOfficeInstant, type OfficeHours } from '../time/office-hours.ts';
import { addDays, dateOf, instantOf } from '../time/shanghai-day.ts';
import { addWorkingDays, type WorkingCalendar } from '../time/working-days.ts';

export type Recipient = 'person' | 'agent';

/** How an office gives notice: at once, or all of a week's completions on one weekday (Monday is 1). */
export interface NoticeHabits {
  readonly hours: OfficeHours;
  readonly mode: string;
  readonly weekday: number | null;
}

const MINUTES_AFTER_OPENING = 60;

/** At once (in office hours), or an hour after opening on the office's weekday; a rest day moves on. */
export function completionInstant(habits: NoticeHabits, now: Date, calendar: WorkingCalendar): Date {
  if (habits.mode === 'atOnce') return new Date(nextOfficeInstant(now, habits.hours, calendar));
  const [hours, minutes] = (habits.hours[0]?.from ?? '09:00').split(':').map(Number);
  const minute = (hours ?? 9) * 60 + (minutes ?? 0) + MINUTES_AFTER_OPENING;
  for (let day = dateOf(now); ; day = addDays(day, 1)) {
    if (isoWeekday(day) !== habits.weekday) continue;
    const instant = new Date(instantOf(addWorkingDays(day, 0, calendar).dueOn, minute));
    if (instant > now) return instant;
  }
}

/** Monday is 1. */
function isoWeekday(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The person; the employer's agent when the office prefers him or the person has no telephone; both when it says so. */
export function recipientsOf(preferred: string, reachable: { person: boolean; agent: boolean }): Recipient[] {
  if (preferred === 'both') return ['person', 'agent'];
  if (preferred === 'agent') return ['agent'];
  return reachable.person || !reachable.agent ? ['person'] : ['agent'];
}

/** `prefixes`: where abroad the office's gateway may send. */
export const channelOf = (phone: string | null, prefixes: readonly string[]) =>
  phone !== null && takesSms(phone, prefixes) ? 'sms' : 'phone';
