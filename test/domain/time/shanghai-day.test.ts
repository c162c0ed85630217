import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOf,
  dateOfDayNumber,
  dayNumber,
  endOfDay,
  instantOf,
  isDate,
  minuteOfDay,
} from '../../../domain/time/shanghai-day.ts';

const moment = fc.integer({ min: Date.UTC(1992, 0, 2), max: Date.UTC(2190, 0, 1) });

describe('days of Asia/Shanghai', () => {
  it.each([
    '2026-02-29',
    '2026-13-40',
    '2026-00-10',
    '2026-04-31',
    '2026-5-7',
    '20260507',
    '2026/05/07',
    '0206-05-01',
    '',
  ])('knows no day %j', (text) => {
    expect(isDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  });

  it('ends a day at 24:00 in Shanghai', () => {
    expect(endOfDay('2026-06-30')).toBe('2026-06-30T16:00:00.000Z');
    expect(dateOf('2026-06-30T15:59:59.999Z')).toBe('2026-06-30');
    expect(dateOf(endOfDay('2026-06-30'))).toBe('2026-07-01');
  });

  it('counts days over leap years and the end of the year', () => {
    expect([addDays('2024-02-28', 1), addDays('2024-12-31', 1), addDays('2025-01-01', -1)]).toEqual([
      '2024-02-29',
      '2025-01-01',
      '2024-12-31',
    ]);
  });

  it('refuses instants before 1992, when the clocks still changed', () => {
    expect(() => dateOf('1988-07-01T00:00:00Z')).toThrow(RangeError);
    expect(() => dateOf('no time')).toThrow(RangeError);
  });

  it('agrees with the time zone’s own rules at every instant', () => {
    fc.assert(
      fc.property(moment, (ms) => {
        const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Asia/Shanghai');
        expect(dateOf(ms)).toBe(there.toPlainDate().toString());
        expect(minuteOfDay(ms)).toBe(there.hour * 60 + there.minute);
      }),
    );
  });

  it('comes back from day numbers and wall-clock minutes', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 1439 }), (ms, minutes) => {
        const date = dateOf(ms);
        expect(dateOfDayNumber(dayNumber(date))).toBe(date);
        expect([dateOf(instantOf(date, minutes)), minuteOfDay(instantOf(date, minutes))]).toEqual([date, minutes]);
      }),
    );
  });
});
