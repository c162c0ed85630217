/** Days as the console writes them: the same in every browser's zone, those of people born before 1992 too. */
import { expect, test } from 'vitest';
import { formatCount } from '../../web/src/format/count.ts';
import {
  dayInOwnCalendar,
  formatClock,
  formatDay,
  formatDayShort,
  formatInstant,
  formatMonth,
} from '../../web/src/format/day.ts';

test.each([
  ['1931-02-28', 'en', '28 Feb 1931'],
  ['1986-05-04', 'en', '4 May 1986'],
  ['1991-09-15', 'zh-CN', '1991年9月15日'],
  ['2026-06-03', 'en', '3 Jun 2026'],
  ['2026-06-03', 'ko', '2026년 6월 3일'],
  ['2026-06-03', 'vi', '3 thg 6, 2026'],
  // As letter and statement have it; a Persian day would be the thirteenth of Khordad.
  ['2026-06-03', 'fa', '3 ژوئن 2026'],
])('%s in %s is %s', (day, language, written) => {
  expect(formatDay(day, language)).toBe(written);
});

test('months and short days too, and an instant in the time of the office', () => {
  expect(formatMonth('1988-07', 'en')).toBe('July 1988');
  expect(formatDayShort('2026-06-03', 'en', '2026-11-29')).toBe('3 June');
  expect(formatInstant('2026-06-02T16:30:00Z', 'en')).toBe('3 Jun 2026, 00:30');
});

test('who counts in another calendar sees it beside the clock, in the same digits', () => {
  const noon = new Date('2026-06-03T04:00:00Z');
  expect(formatClock(noon, 'fa')).toBe('چهارشنبه 3 ژوئن 2026، 12:00 (13 خرداد 1405)');
  expect(formatClock(noon, 'en')).toBe('Wed, 3 Jun 2026, 12:00');
  expect(dayInOwnCalendar('2026-03-21', 'fa')).toBe('1 فروردین 1405');
  expect(dayInOwnCalendar('2026-03-21', 'vi')).toBeUndefined();
});

test('a count is grouped as an amount is', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
});
