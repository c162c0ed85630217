import { expect, test } from 'vitest';
import { summaryOf } from '../../chaos/summary.ts';
import { monthFindings, recoveryFindings } from '../../chaos/verdict.ts';

const truth = { cohort: 25, closedWithAttempt: { 1: 22, 2: 2, 3: 1 }, notClosed: 0 };
const month = { accepted: 25, letters: 10, truth, metrics: structuredClone(truth), violations: 0, notices: {} };
const names = (change: object) =>
  monthFindings({ ...month, ...change }, { transfers: 25, letters: 10 }).map(({ invariant }) => invariant);

test('a month whose figures say what happened is no finding', () => {
  expect(names({})).toEqual([]);
});

test('a figure that differs by one case, a missing transfer and a violation are each found by name', () => {
  expect(names({ metrics: { ...truth, closedWithAttempt: { 1: 23, 2: 1, 3: 1 } } })).toEqual(['truth-is-metrics']);
  expect(names({ accepted: 24 })).toEqual(['month-whole']);
  expect([names({ letters: 9 }), names({ letters: 11 })]).toEqual([['letters-whole'], []]);
  expect(names({ violations: 1 })).toEqual(['no-violations']);
});

test('a fault that the office did not recover from is found', () => {
  const fault = {
    number: 1,
    name: 'worker',
    rhythm: 'loss',
    at: 12,
    what: 'kill -9 worker',
    healedAt: 12,
    backWithinSeconds: undefined,
  } as const;
  expect(recoveryFindings([{ ...fault, recoveredAt: 16 }])).toEqual([]);
  expect(recoveryFindings([{ ...fault, recoveredAt: null }])).toMatchObject([
    { invariant: 'recovers', examples: ['worker at 12 s'] },
  ]);
});

const parted = { number: 1, name: 'partition', rhythm: 'disturbance', what: 'parted', backWithinSeconds: 15 } as const;

test('a partition that takes too long is found when nothing else disturbed it, and only reported when something did', () => {
  const slow = { ...parted, at: 10, healedAt: 20, recoveredAt: 81 };
  expect(recoveryFindings([slow])).toMatchObject([
    { invariant: 'recovers-in-time', examples: ['partition at 10 s took 61 s'] },
  ]);
  expect(recoveryFindings([{ ...slow, recoveredAt: 79 }])).toEqual([]);
  const killed = { ...parted, name: 'api', backWithinSeconds: undefined, at: 30, healedAt: 30, recoveredAt: 40 };
  expect(recoveryFindings([slow, killed])).toEqual([]);
  expect(summaryOf([slow, killed])['partition']).toMatchObject({ slowestSeconds: 61, slowestAloneSeconds: null });
});
