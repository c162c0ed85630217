/**
 * The outcome model is calibrated on the reference office: 88, 94 and 98 per cent after one, two and three attempts; of letters of other
 * regions 98 per cent in their period, and all after one correction.
 */
import { expect, test } from 'vitest';
import { PRACTICE_COUNTERPARTS } from '../../domain/staff/practice.ts';
import { strictnessOf } from '../../simulator/plan/counterparts.ts';
import { draws } from '../../simulator/outside/draws.ts';
import { fateOf } from '../../simulator/plan/fate.ts';
import { requestFateOf } from '../../simulator/plan/request-fate.ts';

const TARGETS = [88, 94, 98];
const strictness = strictnessOf(PRACTICE_COUNTERPARTS);

/** Cumulative per cent of those that are in the cohort. */
function ratesOf(seed: number, transfers: number): number[] {
  const fates = Array.from({ length: transfers }, (_, index) => {
    const office = draws(seed, 'arrival', index + 1).pick('counterpart', PRACTICE_COUNTERPARTS);
    return fateOf(seed, index + 1, office, strictness.get(office.areaCode)!);
  }).filter(({ refusedFor, givesUp }) => refusedFor === undefined && givesUp?.beforeAttempt !== 1);
  const passed = fates.filter(({ attempts }) => attempts.at(-1)?.how === 'passes');
  return [1, 2, 3].map((limit) => (100 * passed.filter((one) => one.attempts.length <= limit).length) / fates.length);
}

const distance = (rates: number[]): number => Math.max(...rates.map((rate, index) => Math.abs(rate - TARGETS[index]!)));
const mean = (months: number[][]): number[] =>
  [0, 1, 2].map((index) => months.reduce((sum, month) => sum + month[index]!, 0) / months.length);

test('in the long run the rates are those of the reference office', () => {
  expect(distance(ratesOf(1, 40_000))).toBeLessThan(0.8);
});

test('each month of 310 lies within six points, and the mean of any six within two and a half', () => {
  const months = Array.from({ length: 120 }, (_, index) => ratesOf(index + 1, 310));
  expect(months.filter((month) => distance(month) > 6)).toEqual([]);
  const sixes = Array.from({ length: 20 }, (_, index) => mean(months.slice(index * 6, index * 6 + 6)));
  expect(sixes.filter((six) => distance(six) > 2.5)).toEqual([]);
});

test('nothing is dealt out by quota: months differ as much as chance makes them', () => {
  const first = Array.from({ length: 120 }, (_, index) => ratesOf(index + 1, 310)[0]!);
  const average = first.reduce((sum, rate) => sum + rate, 0) / first.length;
  const deviation = Math.sqrt(first.reduce((sum, rate) => sum + (rate - average) ** 2, 0) / (first.length - 1));
  // Of 310 independent draws at 88 %: 1.85 points.
  expect(deviation).toBeGreaterThan(1.4);
  expect(deviation).toBeLessThan(2.4);
});

test('a seed always tells the same story', () => {
  const office = PRACTICE_COUNTERPARTS[0]!;
  const tell = (seed: number) => Array.from({ length: 50 }, (_, index) => fateOf(seed, index + 1, office, 1));
  expect(tell(7)).toEqual(tell(7));
  expect(tell(7)).not.toEqual(tell(8));
});

/** Per cent in the period and after one correction, of the letters that do not go back. */
function ratesOut(seed: number, letters: number): readonly [number, number] {
  const fates = Array.from({ length: letters }, (_, index) => requestFateOf(seed, index + 1, false));
  const answered = fates.filter(({ returned }) => returned === undefined);
  // A letter that lies for two of its three weeks, or waits so long for arrears, is too late.
  const late = answered.filter(
    ({ foundAfter, paidLate, arrears }) => foundAfter > 13 || paidLate > 0 || (arrears?.workingDays ?? 0) > 13,
  );
  const corrected = answered.filter(({ disputes }) => disputes.length > 1);
  return [100 - (100 * late.length) / answered.length, 100 - (100 * corrected.length) / answered.length];
}

test('in the long run 98 per cent of the letters are answered in their period, and all but one in a thousand after one correction', () => {
  const [inPeriod, second] = ratesOut(1, 40_000);
  expect(Math.abs(inPeriod - 98)).toBeLessThan(0.4);
  expect(second).toBeGreaterThan(99.9);
});

test('each month of 660 letters lies within two points of it', () => {
  const months = Array.from({ length: 60 }, (_, index) => ratesOut(index + 1, 660)[0]);
  expect(months.filter((rate) => Math.abs(rate - 98) > 2)).toEqual([]);
});
