/** The office clock hurries when nobody has anything to do, and waits for people who are behind. */
import { expect, test } from 'vitest';
import {
  afterOfficeMinutes,
  afterWorkingDays,
  at,
  isOfficeHours,
  nextOpening,
  nextWeeklyMessages,
  officeMinutesBetween,
} from '../../simulator/outside/office-time.ts';
import { strideFor, type Pace } from '../../simulator/outside/steering.ts';

const monday = at('2026-01-12', 10 * 60);
const pace = (more: Partial<Pace> = {}): Pace => ({
  now: monday,
  nextDueAt: monday + 60_000,
  lateMinutes: 0,
  awaited: 0,
  waitingMs: 0,
  speed: 6000,
  cruise: 6000,
  ...more,
});

test('an idle stretch is leapt over, to the next moment at which somebody has something to do', () => {
  const night = strideFor(pace({ now: at('2026-01-12', 17 * 60), nextDueAt: at('2026-01-13', 9 * 60) }));
  expect(night).toEqual({ pace: 6000, leapMs: 16 * 3_600_000 });
});

test('while steps are awaited it does not leap', () => {
  expect(strideFor(pace({ awaited: 1, nextDueAt: monday + 3_600_000 }))).toEqual({ pace: 6000, leapMs: 0 });
});

test.each([{ waitingMs: 2000, awaited: 4 }, { lateMinutes: 180 }])(
  'people who do not get to their work get more real time: %o',
  (behind) => {
    expect(strideFor(pace(behind)).pace).toBeLessThan(6000);
    expect(strideFor(pace({ ...behind, speed: 110 })).pace).toBeGreaterThanOrEqual(100);
    expect(strideFor(pace({ ...behind, nextDueAt: monday + 3_600_000 })).leapMs).toBe(0);
  },
);

test('the weekly notices of Friday morning are not leapt over', () => {
  const thursday = strideFor(pace({ now: at('2026-01-15', 17 * 60), nextDueAt: at('2026-01-20', 9 * 60) }));
  expect(thursday.leapMs).toBe(16 * 3_600_000);
  expect(strideFor(pace({ now: at('2026-01-16', 9 * 60 + 5), nextDueAt: at('2026-01-20', 9 * 60) })).leapMs).toBe(0);
});

test('the last messages are waited for until their hour, past a Friday that is a holiday', () => {
  expect(nextWeeklyMessages(at('2026-01-12', 9 * 60))).toBe(at('2026-01-16', 10 * 60));
  expect(nextWeeklyMessages(at('2026-01-16', 10 * 60))).toBe(at('2026-01-23', 10 * 60));
  expect(nextWeeklyMessages(at('2026-02-14', 10 * 60))).toBe(at('2026-02-24', 10 * 60));
});

test('office minutes pass in office hours only', () => {
  expect(afterOfficeMinutes(at('2026-02-13', 16 * 60), 120)).toBe(at('2026-02-14', 10 * 60));
  expect(afterOfficeMinutes(at('2026-02-14', 16 * 60 + 30), 60)).toBe(at('2026-02-24', 9 * 60 + 30));
  expect(afterOfficeMinutes(at('2026-01-12', 3 * 60), 0)).toBe(at('2026-01-12', 9 * 60));
  expect(afterWorkingDays(at('2026-02-06', 700), 15, 600)).toBe(at('2026-03-05', 600));
});

test('lateness is counted in office hours', () => {
  expect(officeMinutesBetween(at('2026-02-13', 16 * 60 + 50), at('2026-02-14', 9 * 60 + 5))).toBe(15);
  expect(officeMinutesBetween(at('2026-02-14', 16 * 60), at('2026-02-24', 10 * 60))).toBe(120);
  expect(officeMinutesBetween(at('2026-01-12', 12 * 60), at('2026-01-12', 11 * 60))).toBe(0);
});

test('after hours the next opening is that of a working day', () => {
  expect(isOfficeHours(at('2026-02-14', 9 * 60))).toBe(true);
  expect(isOfficeHours(at('2026-02-16', 11 * 60))).toBe(false);
  expect(nextOpening(at('2026-02-14', 17 * 60))).toBe(at('2026-02-24', 9 * 60));
  expect(nextOpening(at('2026-01-12', 8 * 60))).toBe(at('2026-01-12', 9 * 60));
});
