/** The office clock hurries when nobody has anything to do, and waits for an office that is behind. */
import { expect, test } from 'vitest';
import {
  afterOfficeMinutes,
  afterWorkingDays,
  at,
  isOfficeHours,
  nextOpening,
  officeMinutesBetween,
} from '../../simulator/office-time.ts';
import { strideFor, type Pace } from '../../simulator/steering.ts';

const monday = at('2026-01-12', 10 * 60);
const pace = (more: Partial<Pace> = {}): Pace => ({
  ...{ now: monday, nextDueAt: monday + 60_000, lateMinutes: 0, awaited: 0, waitingMs: 0, outboxSeconds: 0 },
  ...{ speed: 6000, cruise: 6000, leap: 400_000 },
  ...more,
});

test('an idle stretch is crossed in about a fifth of a second, never faster than the leap', () => {
  const night = strideFor(pace({ now: at('2026-01-12', 17 * 60), nextDueAt: at('2026-01-13', 9 * 60) }));
  expect(night.speed * night.waitMs).toBeCloseTo(16 * 3_600_000, -3);
  expect(night.speed).toBeGreaterThan(200_000);
  const holidays = strideFor(pace({ nextDueAt: at('2026-01-15', 9 * 60) }));
  expect(holidays.speed).toBe(400_000);
});

test('while steps are awaited it does not leap', () => {
  expect(strideFor(pace({ awaited: 1, nextDueAt: monday + 3_600_000 })).speed).toBe(6000);
});

test.each([{ outboxSeconds: 3 }, { waitingMs: 2000, awaited: 4 }, { lateMinutes: 180 }])(
  'an office that is behind gets more real time: %o',
  (behind) => {
    expect(strideFor(pace(behind)).speed).toBeLessThan(6000);
    expect(strideFor(pace({ ...behind, speed: 110 })).speed).toBeGreaterThanOrEqual(100);
  },
);

test('the weekly notices of Friday morning are not leapt over', () => {
  const thursday = strideFor(pace({ now: at('2026-01-15', 17 * 60), nextDueAt: at('2026-01-20', 9 * 60) }));
  expect(thursday.speed * thursday.waitMs).toBeLessThanOrEqual(16 * 3_600_000 + 1000);
  expect(strideFor(pace({ now: at('2026-01-16', 9 * 60 + 5), nextDueAt: at('2026-01-20', 9 * 60) })).speed).toBe(6000);
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
