import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOfDayNumber, dayNumber } from '../../../domain/time/shanghai-day.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDayBefore,
  workingDaysBetween,
} from '../../../domain/time/working-days.ts';
import { CALENDAR, PLAIN_WEEK } from '../../builders/calendar.ts';

const day = fc.integer({ min: dayNumber('2023-01-01'), max: dayNumber('2026-11-30') }).map(dateOfDayNumber);
const count = fc.integer({ min: 1, max: 60 });

describe('working days', () => {
  it.each([
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has %i of them', (year, days) => {
    expect(workingDaysBetween(`${String(Number(year) - 1)}-12-31`, `${year}-12-31`, CALENDAR)).toBe(days);
  });

  it.each([
    ['2024-09-12', 15, '2024-10-10'],
    ['2025-09-22', 10, '2025-10-11'],
    ['2026-02-06', 15, '2026-03-05'],
    ['2026-01-03', 15, '2026-01-22'],
    ['2026-09-18', 15, '2026-10-15'],
  ])('%s + %i ends on %s', (start, workingDays, dueOn) => {
    expect(addWorkingDays(start, workingDays, CALENDAR)).toMatchObject({ dueOn, provisional: false });
  });

  it('differs from the plain week over the Spring Festival', () => {
    expect(addWorkingDays('2026-02-06', 15, PLAIN_WEEK).dueOn).toBe('2026-02-27');
  });

  it('explains every day that it did not count, and the weekends that it did', () => {
    const { explanation } = addWorkingDays('2025-09-22', 10, CALENDAR);
    expect(explanation).toMatchObject({ start: '2025-09-22', workingDays: 10, publishedUntil: '2026-12-31' });
    expect(explanation.skipped[0]).toEqual({ date: '2025-09-27', why: 'weekend' });
    expect(explanation.skipped.slice(1).map(({ why }) => why)).toEqual(Array.from({ length: 8 }, () => 'holiday'));
    expect(explanation.workedWeekends).toEqual(['2025-09-28', '2025-10-11']);
  });

  it('calls a date beyond the published notices provisional', () => {
    expect(addWorkingDays('2026-12-21', 15, CALENDAR)).toMatchObject({ dueOn: '2027-01-11', provisional: true });
  });

  it('moves a limit of no days on from a rest day only', () => {
    expect(addWorkingDays('2026-10-01', 0, CALENDAR).dueOn).toBe('2026-10-08');
    expect(addWorkingDays('2026-10-08', 0, CALENDAR).dueOn).toBe('2026-10-08');
  });

  it('knows the day so many working days before', () => {
    expect(workingDayBefore('2026-03-05', 3, CALENDAR)).toBe('2026-03-02');
    expect(workingDayBefore('2026-02-24', 1, CALENDAR)).toBe('2026-02-14');
  });

  it('refuses limits that are none', () => {
    for (const wrong of [-1, 1.5, Number.NaN])
      expect(() => addWorkingDays('2026-01-05', wrong, CALENDAR)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-02-30', 1, CALENDAR)).toThrow(RangeError);
  });

  it('ends every limit on a working day, with exactly so many after the start', () => {
    fc.assert(
      fc.property(day, count, (start, days) => {
        const { dueOn, explanation } = addWorkingDays(start, days, CALENDAR);
        expect(isWorkingDay(dueOn, CALENDAR)).toBe(true);
        expect(workingDaysBetween(start, dueOn, CALENDAR)).toBe(days);
        expect(dayNumber(dueOn) - dayNumber(start)).toBe(days + explanation.skipped.length);
      }),
    );
  });

  it('adds up: a limit in two parts ends where the whole one ends', () => {
    fc.assert(
      fc.property(day, count, count, (start, first, second) => {
        const middle = addWorkingDays(start, first, CALENDAR).dueOn;
        expect(addWorkingDays(middle, second, CALENDAR).dueOn).toBe(
          addWorkingDays(start, first + second, CALENDAR).dueOn,
        );
      }),
    );
  });

  it('never ends earlier for a later start, and goes back to the working day it came from', () => {
    fc.assert(
      fc.property(day, count, (start, days) => {
        const { dueOn } = addWorkingDays(start, days, CALENDAR);
        expect(addWorkingDays(addDays(start, 1), days, CALENDAR).dueOn >= dueOn).toBe(true);
        const worked = addWorkingDays(start, 0, CALENDAR).dueOn;
        expect(workingDayBefore(addWorkingDays(worked, days, CALENDAR).dueOn, days, CALENDAR)).toBe(worked);
      }),
    );
  });
});
