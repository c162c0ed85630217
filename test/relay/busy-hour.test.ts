import { expect, test } from 'vitest';
import { BusyHour } from '../../relay/busy-hour.ts';

test('an hour is busy while ten messages a second were taken in the last five seconds', () => {
  const hour = new BusyHour();
  expect(hour.isNow(0)).toBe(false);
  for (let second = 0; second < 5; second += 1) hour.took(10, second * 1_000);
  expect(hour.isNow(4_999)).toBe(true);
  expect(hour.isNow(5_001)).toBe(false);
});

test('one full round makes it busy, and five quiet seconds end that', () => {
  const hour = new BusyHour();
  hour.took(200, 1_000);
  expect(hour.isNow(1_000)).toBe(true);
  expect(hour.isNow(6_000)).toBe(false);
});

test('rounds that took nothing are none', () => {
  const hour = new BusyHour();
  for (let round = 0; round < 100; round += 1) hour.took(0, round * 40);
  expect(hour.isNow(4_000)).toBe(false);
});
