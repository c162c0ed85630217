import { expect, test } from 'vitest';
import { shownRate } from '../../web/src/pages/today/shown-rate.ts';

const mature = (count: number) => ({
  denominators: { '1': count, '2': 0, '3': 0 },
  rates: { '1': null, '2': null, '3': null },
});

test('a cohort of which nothing is mature shows no rate', () => {
  const shown = { '1': 0, '2': 0, '3': 0 };
  expect(shownRate({ shown, mature: mature(0) }, '1')).toBeNull();
  expect(shownRate({ shown, mature: mature(1) }, '1')).toBe(0);
  expect(shownRate({ shown: { ...shown, '1': 88 }, mature: mature(310) }, '1')).toBe(88);
});
