import { expect, test } from 'vitest';
import { BusyHour } from '../../relay/busy-hour.ts';

test('an hour is busy while ten messages a second were taken in the last fifteen seconds', () => {
  const hour = new BusyHour();
  expect(hour.isNow(0)).toBe(false);
  for (let second = 0; second < 15; second += 1) hour.took(10, second * 1_000);
  expect(hour.isNow(14_999)).toBe(true);
  expect(hour.isNow(15_001)).toBe(false);
});

test('what waits for ten seconds does not make the hour a quiet one', () => {
  const hour = new BusyHour();
  hour.took(150, 0);
  expect(hour.isNow(10_000)).toBe(true);
  hour.took(150, 10_000);
  expect(hour.isNow(20_000)).toBe(true);
});

test('fifteen quiet seconds end it', () => {
  const hour = new BusyHour();
  hour.took(200, 1_000);
  expect(hour.isNow(1_000)).toBe(true);
  expect(hour.isNow(16_000)).toBe(false);
});

test('rounds that took nothing are none', () => {
  const hour = new BusyHour();
  for (let round = 0; round < 100; round += 1) hour.took(0, round * 40);
  expect(hour.isNow(4_000)).toBe(false);
});
