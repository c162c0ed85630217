import { expect, test } from 'vitest';
import { monthFindings, recoveryFindings } from '../../chaos/verdict.ts';

const truth = { cohort: 25, closedWithAttempt: { 1: 22, 2: 2, 3: 1 }, notClosed: 0 };
const month = { accepted: 25, truth, metrics: structuredClone(truth), violations: 0 };
const names = (change: object) => monthFindings({ ...month, ...change }, 25).map(({ invariant }) => invariant);

test('a month whose figures say what happened is no finding', () => {
  expect(names({})).toEqual([]);
});

test('a figure that differs by one case, a missing transfer and a violation are each found by name', () => {
  expect(names({ metrics: { ...truth, closedWithAttempt: { 1: 23, 2: 1, 3: 1 } } })).toEqual(['truth-is-metrics']);
  expect(names({ accepted: 24 })).toEqual(['month-whole']);
  expect(names({ violations: 1 })).toEqual(['no-violations']);
});

test('a fault that the office did not recover from is found', () => {
  const fault = { number: 1, name: 'worker', rhythm: 'loss', at: 12, what: 'kill -9 worker', healedAt: 12 } as const;
  expect(recoveryFindings([{ ...fault, recoveredAt: 16 }])).toEqual([]);
  expect(recoveryFindings([{ ...fault, recoveredAt: null }])).toMatchObject([
    { invariant: 'recovers', examples: ['worker at 12 s'] },
  ]);
});
