import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfficeTime, nextOfficeInstant } from '../../../domain/time/office-hours.ts';
import { instantOf } from '../../../domain/time/shanghai-day.ts';
import { CALENDAR } from '../../builders/calendar.ts';

const HOURS = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:00' },
];
const at = (date: string, time: string): string =>
  instantOf(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
const next = (date: string, time: string): string => nextOfficeInstant(at(date, time), HOURS, CALENDAR);

describe('office hours', () => {
  it.each([
    ['2026-06-15', '10:00', '2026-06-15', '10:00'],
    ['2026-06-15', '07:00', '2026-06-15', '09:00'],
    ['2026-06-15', '12:00', '2026-06-15', '13:30'],
    ['2026-06-15', '17:00', '2026-06-16', '09:00'],
    ['2026-06-12', '23:59', '2026-06-15', '09:00'],
    ['2026-06-18', '20:00', '2026-06-22', '09:00'],
    ['2026-02-14', '08:00', '2026-02-14', '09:00'],
  ])('after %s %s the office is open at %s %s', (date, time, openDate, openTime) => {
    expect(next(date, time)).toBe(at(openDate, openTime));
  });

  it('never answers with a closed office, nor with a moment in the past', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 1) }), (moment) => {
        const open = nextOfficeInstant(moment, HOURS, CALENDAR);
        expect(isOfficeTime(open, HOURS, CALENDAR)).toBe(true);
        expect(Date.parse(open)).toBeGreaterThanOrEqual(moment);
      }),
    );
  });

  it('refuses an office that never opens, and hours that are none', () => {
    expect(() => nextOfficeInstant('2026-06-15T00:00:00Z', [], CALENDAR)).toThrow(RangeError);
    expect(() => isOfficeTime('2026-06-15T00:00:00Z', [{ from: '9', to: '17:00' }], CALENDAR)).toThrow(RangeError);
  });
});
