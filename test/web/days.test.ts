/** Days as the console writes them: the same in every browser's zone, those of people born before 1992 too. */
import { expect, test } from 'vitest';
import { formatDay, formatDayShort, formatInstant, formatMonth } from '../../web/src/format/day.ts';

test.each([
  ['1931-02-28', 'en', '28 Feb 1931'],
  ['1986-05-04', 'en', '4 May 1986'],
  ['1991-09-15', 'zh-CN', '1991年9月15日'],
  ['2026-06-03', 'en', '3 Jun 2026'],
])('%s in %s is %s', (day, language, written) => {
  expect(formatDay(day, language)).toBe(written);
});

test('months and short days too, and an instant in the time of the office', () => {
  expect(formatMonth('1988-07', 'en')).toBe('July 1988');
  expect(formatDayShort('2026-06-03', 'en', '2026-11-29')).toBe('3 June');
  expect(formatInstant('2026-06-02T16:30:00Z', 'en')).toBe('3 Jun 2026, 00:30');
});
