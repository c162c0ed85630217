import { expect, test } from 'vitest';
import { asCame, linesOf } from '../../web/src/pages/imports/line-values.ts';

const line = (number: number) => ({ line: number, cells: [{ column: '姓名', value: '样例甲' }] });

test('a form of several lines says which lines it holds, from the top', () => {
  expect(linesOf(asCame([line(1000), line(3), line(21)]))).toEqual([3, 21, 1000]);
});

test('what was kept of another form holds none', () => {
  expect(linesOf({})).toEqual([]);
  expect(linesOf({ lines: { cell1: {}, line: {}, linex: {} } })).toEqual([]);
});
