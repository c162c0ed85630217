/** What `npm run bench --` is told: the usual sizes when nothing is said, and a wrong word named before an hour is spent on it. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

const USUAL = {
  only: [],
  table: undefined,
  repetitions: 3,
  quick: false,
  provisional: false,
  large: false,
  seed: 1,
  profile: undefined,
};

test('without a word everything is asked three times', () => {
  expect(readCommandLine([])).toEqual(USUAL);
});

test('words say which questions, how often and how large', () => {
  expect(readCommandLine(['--only', 'P1,P4', '--large', '--seed=7', '--profile', 'hot'])).toEqual({
    ...USUAL,
    only: ['P1', 'P4'],
    large: true,
    seed: 7,
    profile: resolve('hot'),
  });
});

test('a quick run asks once, unless it is told how often', () => {
  expect(readCommandLine(['--quick'])).toEqual({ ...USUAL, quick: true, repetitions: 1 });
  expect(readCommandLine(['--quick', '--repetitions', '2'])).toEqual({ ...USUAL, quick: true, repetitions: 2 });
});

test('one table of the goals can be asked, and on a busy machine once only', () => {
  expect(readCommandLine(['--table', '1'])).toEqual({ ...USUAL, table: 1 });
  expect(readCommandLine(['--table', '1', '--provisional'])).toMatchObject({ provisional: true, repetitions: 1 });
});

test('the report is written again without measuring', () => {
  expect(readCommandLine(['--report', '--quick'])).toBe('report');
});

test.each([
  [['--repetitions', '0'], '0 is not a whole number above 0'],
  [['--seed', 'x'], 'x is not a whole number above 0'],
  [['--fast'], "unknown option '--fast'"],
  [['--profile'], "option '--profile <folder>' argument missing"],
  [['P1'], "Unexpected argument 'P1'"],
])('%j is refused by name', (words, message) => {
  expect(() => readCommandLine(words)).toThrow(message);
});
