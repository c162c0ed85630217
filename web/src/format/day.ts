/** Days and instants as people read them, always in the time of the office. */
import { dateOf, dayNumber, instantOf, minuteOfDay } from '../../../domain/time/shanghai-day.ts';
import { intlLocale, ownCalendar } from '../i18n/intl-locale.ts';
import { serverNow } from './server-time.ts';

const zoneOf = (name: keyof typeof OPTIONS): string => (DAYS.has(name) ? 'UTC' : 'Asia/Shanghai');
const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, name: keyof typeof OPTIONS): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(intlLocale(language), { timeZone: zoneOf(name), ...OPTIONS[name] });
  formats.set(key, made);
  return made;
}

const OPTIONS = {
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  dayOfYear: { month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  instant: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  clock: {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** They are given a day, the others an instant. */
const DAYS = new Set<keyof typeof OPTIONS>(['day', 'dayOfYear', 'month', 'weekday']);

/** A day is the same everywhere, also one before 1992, when Shanghai had another time in summer. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export const formatDay = (day: string, language: string): string => formatter(language, 'day').format(noon(day));

/** Undefined where the reader's calendar is the office's. */
export function dayInOwnCalendar(day: string, language: string): string | undefined {
  const calendar = ownCalendar(language);
  return calendar && formatter(calendar, 'day').format(noon(day));
}

/** Without the year where it is the office's own year: "3 June". */
export function formatDayShort(day: string, language: string, today: string | undefined): string {
  const sameYear = today !== undefined && day.slice(0, 4) === today.slice(0, 4);
  return formatter(language, sameYear ? 'dayOfYear' : 'day').format(noon(day));
}

/** `2026-01` → "January 2026". */
export const formatMonth = (month: string, language: string): string =>
  formatter(language, 'month').format(noon(`${month}-15`));

/** Monday is 1. */
export const formatWeekday = (weekday: number, language: string): string =>
  // The fifth of January 2026 was one.
  formatter(language, 'weekday').format(new Date(Date.UTC(2026, 0, 4 + weekday, 12)));

export const formatInstant = (instant: string, language: string): string =>
  formatter(language, 'instant').format(new Date(instant));

/** The hour alone while it is of today, by the clock of the office's machine. */
export function formatTimeOrInstant(instant: string, language: string): string {
  const isOfToday = dateOf(instant) === dateOf(serverNow().toISOString());
  return formatter(language, isOfToday ? 'time' : 'instant').format(new Date(instant));
}

/** The one place where two calendars stand side by side, for who counts in another one. */
export function formatClock(instant: Date, language: string): string {
  const clock = formatter(language, 'clock').format(instant);
  const own = dayInOwnCalendar(dateOf(instant.toISOString()), language);
  return own === undefined ? clock : `${clock} (${own})`;
}

/** The day of an instant, in the office's time. */
export const dayOf = (instant: string): string => dateOf(instant);

/** Days from today until the day; below zero when it is past. */
export const daysUntil = (day: string, today: string): number => dayNumber(day) - dayNumber(today);

/** What an `<input type="datetime-local">` holds, read as the office's time. */
export function instantOfInput(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text);
  return match?.[1] ? instantOf(match[1], Number(match[2]) * 60 + Number(match[3])) : undefined;
}

export function inputOfInstant(instant: string): string {
  const minute = minuteOfDay(instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${dateOf(instant)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
