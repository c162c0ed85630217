import { expect, test } from 'vitest';
import { expired } from '../../backup/retention.ts';

/** Each night at half past two in Shanghai. */
const nightly = (from: string, days: number) =>
  Array.from({ length: days }, (_, day) => {
    const instant = new Date(`${from}T02:30:00+08:00`).getTime() + day * 86_400_000;
    return { madeAt: new Date(instant).toISOString() };
  });
const daysOf = (backups: { madeAt: string }[]) =>
  backups.map(({ madeAt }) => new Date(Date.parse(madeAt) + 8 * 3_600_000).toISOString().slice(0, 10)).sort();

test('a year of nights leaves seven days, five weeks and twelve months', () => {
  const all = nightly('2025-01-01', 365);
  const gone = new Set(expired(all, { daily: 7, weekly: 5, monthly: 12 }));
  expect(daysOf(all.filter((backup) => !gone.has(backup)))).toEqual([
    ...['01-31', '02-28', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30'].map(
      (day) => `2025-${day}`,
    ),
    // Sundays, the ends of their weeks; the newest night ends its own.
    ...['07', '14', '21'].map((day) => `2025-12-${day}`),
    ...['25', '26', '27', '28', '29', '30', '31'].map((day) => `2025-12-${day}`),
  ]);
});

test('the newest of a day stays, and a gap of nights costs none of the older ones', () => {
  const twice = [
    { madeAt: '2025-03-01T01:00:00Z' },
    { madeAt: '2025-03-01T03:00:00Z' },
    { madeAt: '2024-01-01T03:00:00Z' },
  ];
  expect(expired(twice, { daily: 2, weekly: 0, monthly: 0 })).toEqual([twice[0]]);
});

test('the newest is kept whatever the rule says', () => {
  const all = nightly('2025-01-01', 3);
  expect(expired(all, { daily: 0, weekly: 0, monthly: 0 })).toEqual([all[1], all[0]]);
});
