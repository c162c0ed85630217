/** The words of the commands that end with an exit code of their own when one is wrong. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readOptions as readChaos } from '../../chaos/chaos-command.ts';
import { readOptions as readFuzz } from '../../chaos/fuzz/fuzz-command.ts';
import { readOptions as readUpgrade } from '../../chaos/upgrade/upgrade-command.ts';
import { readOptions as readStart } from '../../scripts/start/start-command.ts';

const shown: string[] = [];
beforeEach(() => {
  shown.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

test.each([
  ['chaos', readChaos, '--minutes'],
  ['fuzz', readFuzz, '--max-examples'],
  ['upgrade', readUpgrade, '--from'],
  ['start', readStart, '--no-simulator'],
])('%s names a wrong word, says nothing itself, and shows its help', (_, read, option) => {
  expect(() => read(['--emtpy'])).toThrow('--emtpy');
  expect(() => read(['stray'])).toThrow('stray');
  expect(shown).toEqual([]);
  expect(read(['--help'])).toBe('help');
  expect(shown.join('')).toContain(option);
});

test('chaos takes ninety seconds and a month of 25 unless it is told otherwise', () => {
  expect(readChaos([])).toMatchObject({ seconds: 90, transfers: 25, only: undefined, dataDir: undefined, json: false });
  expect(readChaos(['--minutes', '2', '--only', 'clock,poison', '--seed=7'])).toMatchObject({
    seconds: 120,
    only: ['clock', 'poison'],
    seed: 7,
  });
  expect(() => readChaos(['--seconds', 'soon'])).toThrow('soon is not a whole number');
});

test('the fuzzer takes every role unless some are named, each by a word of its own', () => {
  expect(readFuzz([])).toMatchObject({ maxExamples: 10, reports: undefined });
  expect(readFuzz(['--role', 'nobody', '--role', 'clerk'])).toMatchObject({ attackers: ['nobody', 'clerk'] });
  expect(() => readFuzz(['--role', 'boss'])).toThrow('boss is none of nobody');
});

test('an upgrade has one transfer at least', () => {
  expect(readUpgrade([])).toMatchObject({ from: undefined, transfers: 500, seed: 1, dataDir: undefined });
  expect(() => readUpgrade(['--transfers', '0'])).toThrow('0 is not a whole number above zero');
});
