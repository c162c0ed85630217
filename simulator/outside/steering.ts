/** How fast the office clock runs: as fast as people get to what lies in their lists, and over the nights in a blink. */
import { dateOf, dayNumber, minuteOfDay } from '../../domain/time/shanghai-day.ts';
import type { OfficeMs } from './office-time.ts';

export interface Pace {
  readonly now: OfficeMs;
  /** The earliest moment at which somebody has something to do; Infinity when nobody has. */
  readonly nextDueAt: OfficeMs;
  /** By how many minutes of office hours people are behind with the oldest work in their lists. */
  readonly lateMinutes: number;
  /** Acts that the office has, and whose next step no list has shown yet. */
  readonly awaited: number;
  /** Real milliseconds for which the oldest of them has been waiting. */
  readonly waitingMs: number;
  readonly speed: number;
  /** At work, when the office keeps up. */
  readonly cruise: number;
}

const LATE_MINUTES = 120;
const FRIDAY = 1;

export interface Stride {
  /** The pace at which people act. */
  readonly pace: number;
  /** Nobody has anything to do for so long: office milliseconds to be leapt over. */
  readonly leapMs: number;
}

/** Messages that wait for Temporal slow nobody down: reminders come late then, and the work goes on. */
export function strideFor(pace: Pace): Stride {
  const { now, nextDueAt, lateMinutes, awaited, waitingMs, speed, cruise } = pace;
  const slowest = cruise / 60;
  const working = Math.min(cruise, Math.max(speed, slowest));
  if (waitingMs > 1500 || lateMinutes > LATE_MINUTES)
    return { pace: Math.max(slowest, working * (lateMinutes > 4 * LATE_MINUTES ? 0.3 : 0.6)), leapMs: 0 };
  const faster = Math.min(cruise, working * 1.3);
  if (nextDueAt <= now || awaited > 0 || isNoticeTime(now)) return { pace: faster, leapMs: 0 };
  return { pace: faster, leapMs: Math.min(nextDueAt, nextNoticeTime(now)) - now };
}

/** Friday morning: the office sends its weekly notices, and a leap would pass its office hours over. */
function isNoticeTime(now: OfficeMs): boolean {
  const minute = minuteOfDay(now);
  return dayNumber(dateOf(now)) % 7 === FRIDAY && minute >= 9 * 60 && minute < 10 * 60 + 30;
}

function nextNoticeTime(now: OfficeMs): OfficeMs {
  const day = dayNumber(dateOf(now));
  const minute = minuteOfDay(now);
  const days = (FRIDAY - (day % 7) + 7) % 7;
  const wait = days === 0 && minute >= 9 * 60 ? 7 : days;
  return now + (wait * 1440 + 9 * 60 - minute) * 60_000;
}
