import { expect, test } from 'vitest';
import { cellKey, lineKey, linesOf } from '../../web/src/pages/imports/line-keys.ts';

const typed = (lines: readonly number[]) => ({
  lines: Object.fromEntries(lines.map((line) => [lineKey(line), { [cellKey(0)]: '样例甲' }])),
});

test('a form of several lines says which lines it holds, from the top', () => {
  expect(linesOf(typed([1000, 3, 21]))).toEqual([3, 21, 1000]);
});

test('what was kept of another form holds none', () => {
  expect(linesOf({})).toEqual([]);
  expect(linesOf({ lines: { cell1: {}, line: {}, linex: {} } })).toEqual([]);
});
