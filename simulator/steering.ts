/** How fast the office clock runs: as fast as the office keeps up while there is work, and over the nights in a blink. */
import { dateOf, dayNumber, minuteOfDay } from '../domain/shanghai-day.ts';
import type { OfficeMs } from './office-time.ts';

export interface Pace {
  readonly now: OfficeMs;
  /** The earliest moment at which somebody has something to do; Infinity when nobody has. */
  readonly nextDueAt: OfficeMs;
  /** By how many minutes of office hours the oldest of what was due just now is late. */
  readonly lateMinutes: number;
  /** Acts that the office has, and whose next step it has not shown yet. */
  readonly awaited: number;
  /** Real milliseconds for which the oldest of them has been waiting. */
  readonly waitingMs: number;
  /** Oldest message of the outbox, in real seconds, as the operators' page says. */
  readonly outboxSeconds: number;
  readonly speed: number;
  /** At work. */
  readonly cruise: number;
  /** Over nights and other idle stretches, at most. */
  readonly leap: number;
}

const LATE_MINUTES = 120;
/** An idle stretch is crossed in about this time. */
const LEAP_MS = 200;
const TICK_MS = 100;
const FRIDAY = 1;

export interface Stride {
  readonly speed: number;
  /** Real milliseconds until the next look around. */
  readonly waitMs: number;
}

export function strideFor(pace: Pace): Stride {
  const { now, nextDueAt, lateMinutes, awaited, waitingMs, outboxSeconds, speed, cruise, leap } = pace;
  const slowest = cruise / 60;
  if (outboxSeconds > 2 || waitingMs > 1500 || lateMinutes > LATE_MINUTES)
    return {
      speed: Math.max(slowest, Math.min(speed, cruise) * (lateMinutes > 4 * LATE_MINUTES ? 0.3 : 0.6)),
      waitMs: TICK_MS,
    };
  if (nextDueAt <= now || awaited > 0 || isNoticeTime(now))
    return { speed: Math.min(cruise, Math.max(speed, slowest) * 1.3), waitMs: TICK_MS };
  const gap = Math.min(nextDueAt, nextNoticeTime(now)) - now;
  const leaping = Math.min(leap, Math.max(cruise, gap / LEAP_MS));
  return { speed: leaping, waitMs: Math.min(2 * LEAP_MS, gap / leaping) };
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
