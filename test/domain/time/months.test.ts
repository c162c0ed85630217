import { expect, test } from 'vitest';
import { monthsOf } from '../../../domain/time/months.ts';

test('a span is cut where its months end', () => {
  expect(monthsOf('2025-12-15', '2026-02-10')).toEqual([
    { month: '2025-12', from: '2025-12-15', to: '2025-12-31' },
    { month: '2026-01', from: '2026-01-01', to: '2026-01-31' },
    { month: '2026-02', from: '2026-02-01', to: '2026-02-10' },
  ]);
});

test('a day is a month of one day; a span that runs backwards has none', () => {
  expect(monthsOf('2024-02-29', '2024-02-29')).toEqual([{ month: '2024-02', from: '2024-02-29', to: '2024-02-29' }]);
  expect(monthsOf('2026-02-02', '2026-02-01')).toEqual([]);
});

test('the last month of which dates are known ends with its last day', () => {
  expect(monthsOf('2199-12-01', '2199-12-31')).toEqual([{ month: '2199-12', from: '2199-12-01', to: '2199-12-31' }]);
});
