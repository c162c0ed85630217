/** A table as a file: each kind of cell, whatever a person has typed, and nothing that a spreadsheet would take for a formula. */
import iconv from 'iconv-lite';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFile } from '../../exports/files/csv.ts';
import { BeyondSheet, type Column, type TableFile } from '../../exports/files/table-file.ts';
import { columnName, xlsxFile } from '../../exports/files/xlsx.ts';
import { withGuard, withoutGuard } from '../../domain/formula-guard.ts';
import { rowsIn } from '../builders/exported.ts';

const COLUMNS: readonly Column[] = [
  { title: '名称', kind: 'text' },
  { title: '日期', kind: 'day' },
  { title: '时间', kind: 'instant' },
  { title: '金额', kind: 'fen' },
  { title: '件数', kind: 'count' },
  { title: '逾期', kind: 'flag' },
];
const TITLES = COLUMNS.map(({ title }) => title);
const ROW = ['110102199912310357', '2026-05-11', '2026-05-11T16:30:00.000Z', 4_869_357, 3, true] as const;
const READ = { 名称: '110102199912310357', 日期: '2026-05-11', 金额: '48693.57', 件数: '3', 逾期: '是' };

const FORMATS: Readonly<Record<string, (columns: readonly Column[]) => TableFile>> = {
  xlsx: xlsxFile,
  utf8: (columns) => csvFile(columns, 'utf8'),
  gb18030: (columns) => csvFile(columns, 'gb18030'),
};
/** Of more lines than anybody types, some of which look like rows of their own. */
const A_PAGE = Array.from({ length: 300 }, (_, at) => `第${String(at)}行,"有",逗号,的`).join('\n');
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', "'=1", "''+x", '=cmd|"/C calc"!A0'];

function written(
  format: string,
  rows: readonly (readonly (string | number | boolean | null)[])[],
  columns = COLUMNS,
): Buffer {
  const file = FORMATS[format]!(columns);
  return Buffer.concat([...rows.map((row) => file.add([row])), file.end()]);
}

describe.each(Object.keys(FORMATS))('%s', (format) => {
  test('has each cell as what it is', async () => {
    const moment = format === 'xlsx' ? '2026-05-12 00:30:00' : '2026-05-12 00:30';
    expect(await rowsIn(written(format, [ROW]), TITLES)).toEqual([{ ...READ, 时间: moment }]);
  });

  test('of nothing is a header, of one row a row, and what is not known is empty', async () => {
    expect(await rowsIn(written(format, []), TITLES)).toEqual([]);
    const [row] = await rowsIn(written(format, [['x', null, null, null, null, null]]), TITLES);
    expect(row).toEqual({ 名称: 'x', 日期: '', 时间: '', 金额: '', 件数: '', 逾期: '' });
  });

  test('keeps a text in a column of days or amounts as it is', async () => {
    const [row] = await rowsIn(written(format, [['x', '2026/5/11', '不详', '12,039.00', '约3', false]]), TITLES);
    expect(row).toMatchObject({ 日期: '2026/5/11', 时间: '不详', 金额: '12,039.00', 件数: '约3', 逾期: '否' });
  });

  test('has a day that the calendar does not know as the text that it is', async () => {
    const days = ['2026-02-30', '2026-13-45', '2024-02-29', '1899-12-31'];
    const rows = days.map((day) => ['x', day, null, null, null, null]);
    expect((await rowsIn(written(format, rows), TITLES)).map((row) => row['日期'])).toEqual(days);
  });

  test('gives back what somebody has typed, formulas too', async () => {
    const texts = [...FORMULAS, 'a,"b"', '第一行\n第二行', A_PAGE, '㐀龦𠮷', '<&>', '_x000D_', '#N/A', ' 前后 '];
    const columns: readonly Column[] = ['编号', '内容'].map((title) => ({ title, kind: 'text' }));
    const rows = texts.map((text, index) => [String(index), text]);
    const read = await rowsIn(written(format, rows, columns), ['编号', '内容']);
    expect(read.map((row) => row['内容'])).toEqual(texts);
  });

  test('of money below zero and of large sums is exact', async () => {
    const sums = [-1, -123_456, 0, 9_999_999_999_999];
    const read = await rowsIn(
      written(
        format,
        sums.map((fen) => ['x', null, null, fen, null, null]),
      ),
      TITLES,
    );
    expect(read.map((row) => Number(row['金额']))).toEqual([-0.01, -1234.56, 0, 99_999_999_999.99]);
  });
});

test('no cell of a workbook is a formula, numbers that name something are text, and the header stays', () => {
  const parts = unzipSync(written('xlsx', [ROW, ...FORMULAS.map((text) => [text, null, null, null, null, null])]));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(sheet).not.toMatch(/<f[\s>]/);
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">110102199912310357</t></is></c>');
  expect(sheet).toContain('<c r="B2" s="2"><v>46153</v></c>');
  expect(sheet).toContain('<c r="D2" s="4"><v>48693.57</v></c>');
});

test('a CSV has no cell that begins a formula, and is in the encoding that was asked for', () => {
  const rows = FORMULAS.map((text) => [text, null, null, -5, null, null]);
  const lines = written('utf8', rows).toString('utf8').split('\r\n').slice(1, -1);
  for (const line of lines) expect(line.replace(/^"/, '')).toMatch(/^'/);
  expect(written('utf8', []).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(iconv.decode(written('gb18030', [['𠮷', null, null, null, null, null]]), 'gb18030')).toContain('𠮷');
});

test('whatever is typed, the guard against formulas takes nothing away', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '1', '\t', '＝') }),
      (text) => withoutGuard(withGuard(text)) === text,
    ),
  );
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('what XML cannot hold becomes no broken workbook', async () => {
  const [row] = await rowsIn(written('xlsx', [['a\u0001b\uD800c', null, null, null, null, null]]), TITLES);
  expect(row!['名称']).toMatch(/^a.b.c$/);
});

test('more rows than a sheet has are refused, not cut off', () => {
  const file = xlsxFile([{ title: 'x', kind: 'text' }]);
  const many = Array.from({ length: 131_072 }, () => [null]);
  for (let times = 0; times < 7; times++) file.add(many);
  expect(() => file.add(many)).toThrow(BeyondSheet);
});

test('a cell that is longer than a cell of a sheet can be is refused, not cut off; as CSV it is whole', async () => {
  const column: Column = { title: 'x', kind: 'text' };
  const other: Column = { title: 'y', kind: 'text' };
  const row = ['长'.repeat(40_000), 'y'];
  expect(() => written('xlsx', [row], [column, other])).toThrow(BeyondSheet);
  expect(await rowsIn(written('gb18030', [row], [column, other]), ['x', 'y'])).toEqual([{ x: row[0], y: 'y' }]);
  const longest = ['长'.repeat(32_767), 'y'];
  expect(await rowsIn(written('xlsx', [longest], [column, other]), ['x', 'y'])).toEqual([{ x: longest[0], y: 'y' }]);
});
