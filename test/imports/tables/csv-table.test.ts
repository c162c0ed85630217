import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerWarnings } from '../../../imports/tables/header.ts';
import { csvTable } from '../../../imports/tables/csv-table.ts';
import { readText } from '../../../imports/tables/read-text.ts';
import type { RefusedRow, TableRow } from '../../../imports/tables/row-files.ts';
import { csvText, encoded } from '../../builders/files.ts';

const COLUMNS = { required: ['编号', '金额'], optional: ['附言'] };
const readCsv = (bytes: Uint8Array) => {
  const text = readText(bytes);
  const table = 'code' in text ? text : csvTable(text, COLUMNS);
  if ('code' in table) return { rows: [], refused: [], fileDefects: [table], fileWarnings: [] };
  const all = [...(table.rows() as Iterable<TableRow | RefusedRow>)];
  const rows = all.filter((row) => !('defects' in row)) as TableRow[];
  const refused = all.filter((row): row is RefusedRow => 'defects' in row);
  return { rows, refused, fileDefects: [], fileWarnings: headerWarnings(table.header) };
};
const read = (text: string) => readCsv(encoded(text));
const lines = (text: string) => {
  const { rows, refused } = read(text);
  return {
    rows: rows.map(({ line }) => line),
    refused: refused.map(({ line, defects }) => `${String(line)} ${defects.map(({ code }) => code).join()}`),
  };
};

describe('CSV', () => {
  it('names cells by their column, whatever the order, and counts the header as line 1', () => {
    expect(read('金额,编号\r\n"1,234.50",A1\r\n').rows).toEqual([
      { line: 2, cells: { 金额: '1,234.50', 编号: 'A1' }, warnings: [] },
    ]);
  });

  it('gives each row the physical line on which it begins', () => {
    const text = '编号,金额,附言\n1,2,"一\n二\n三"\n\n,,\n2,3,"说""话"\n';
    const { rows } = read(text);
    expect(rows.map(({ line, cells }) => [line, cells['附言']])).toEqual([
      [2, '一\n二\n三'],
      [7, '说"话'],
    ]);
  });

  it.each([
    ['inside a cell', '编号,金额,附言\n1,2,a\n2,3,b"c\n3,4,d\n'],
    ['never closed', '编号,金额,附言\n1,2,a\n2,3,"b\n3,4,d\n'],
    ['two in one cell', '编号,金额,附言\n1,2,a\n2,3,b"c"\n3,4,d\n'],
    ['after a closed cell', '编号,金额,附言\n1,2,a\n2,3,"b"c\n3,4,d\n'],
    ['never closed, with sound quotes behind it', '编号,金额,附言\n1,2,a\n2,3,"b\n3,"4,000.00","d"\n'],
  ])('refuses the line of a stray quote (%s) and reads on', (_, text) => {
    expect(lines(text)).toEqual({ rows: [2, 4], refused: ['3 quote'] });
  });

  it('takes a cell of as many lines as somebody wrote, and a stray quote above it spoils its own line alone', () => {
    const page = Array.from({ length: 500 }, (_, at) => `第${String(at)}行`).join('\n');
    expect(lines(`编号,金额,附言\n1,2,"${page}"\n2,3,b\n`)).toEqual({ rows: [2, 502], refused: [] });
    expect(lines(`编号,金额,附言\n1,2,x"y\n2,3,"${page}"\n3,4,d\n`)).toEqual({ rows: [3, 503], refused: ['2 quote'] });
  });

  it('takes lines that look like rows for one cell where every cell of the row is in quotes, as we write it', () => {
    const text = '编号,金额,附言\n"1","2","a,b,c\n2,3,d\n4,5,e"\n6,7,f\n';
    expect(lines(text)).toEqual({ rows: [2, 5], refused: [] });
    // The same by a hand: nobody can tell.
    expect(lines(text.replace('"1","2"', '1,2')).refused).toEqual(['2 quote', '4 quote']);
  });

  it('is no slower for a quote that is never closed', () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `${String(at)},1,${at % 100 === 0 ? '"' : ''}x`).join('\n');
    const began = performance.now();
    expect(lines(`编号,金额,附言\n${rows}\n`).refused).toHaveLength(300);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('refuses every line of several stray quotes, and no other', () => {
    expect(lines('编号,金额,附言\n1,2,"a\n2,3,b\n3,4,c"\n4,5,d\n')).toEqual({
      rows: [3, 5],
      refused: ['2 quote', '4 quote'],
    });
  });

  it('refuses rows with NUL or lost characters', () => {
    const text = '编号,金额,附言\n1,2,好的附言很长很长很长\n2,3,a\0b\n3,4,好的附言很长很长很长\n';
    expect(lines(text)).toEqual({ rows: [2, 4], refused: ['3 characters'] });
    const spoilt = encoded(text.replace('\0', '\uFFFD'), { encoding: 'utf8' });
    expect(readCsv(spoilt).refused.map(({ line }) => line)).toEqual([3]);
  });

  it('refuses a last row that breaks off, and takes a whole one without a line end', () => {
    expect(lines('编号,金额,附言\n1,2,a\n2,3')).toEqual({ rows: [2], refused: ['3 truncated'] });
    expect(lines('编号,金额,附言\n1,2,a\n2,3,b')).toEqual({ rows: [2, 3], refused: [] });
    const whole = encoded('编号,金额,附言\n1,2,甲\n2,3,乙');
    expect(readCsv(whole.subarray(0, whole.length - 1)).refused[0]).toMatchObject({ line: 3 });
  });

  it('refuses rows with other numbers of cells: what stands where nobody knows', () => {
    const text = '编号,金额,附言\n1,2\n2,12,039.00,b\n3,12,039.00,\n4,4,c,\n5,4,c\n';
    expect(lines(text)).toEqual({
      rows: [6],
      refused: ['2 cellCount', '3 cellCount', '4 cellCount', '5 cellCount'],
    });
    expect(read(text).refused[1]?.cells).toEqual({ 编号: '2', 金额: '12', 附言: '039.00', '#4': 'b' });
  });

  it('names missing and doubled columns of the header, and keeps unknown ones', () => {
    expect(read('编号,附言\n1,2\n').fileDefects).toMatchObject([{ code: 'columnMissing', field: '金额' }]);
    expect(read('编号,金额,金额\n1,2,3\n').fileDefects).toMatchObject([{ code: 'columnTwice', field: '金额' }]);
    // One sentence, however many columns are missing.
    expect(read('a;b\n1;2\n').fileDefects).toEqual([
      { code: 'columnMissing', reason: 'None of the first 40 rows is the header, which has the columns 编号, 金额.' },
    ]);
    const { fileWarnings, rows } = read('编号,金额,颜色\n1,2,红\n');
    expect(fileWarnings).toMatchObject([{ line: 1, field: '颜色', code: 'columnUnknown' }]);
    expect(rows[0]?.cells['颜色']).toBe('红');
  });

  it('reads nothing of what is no text', () => {
    expect(readCsv(new Uint8Array())).toMatchObject({ rows: [], fileDefects: [{ code: 'emptyFile' }] });
  });

  it('takes a file without rows', () => {
    expect(read('编号,金额\r\n')).toMatchObject({ rows: [], refused: [], fileDefects: [] });
  });

  it('reads back every table that a spreadsheet writes', () => {
    const cell = (unit: string) => fc.string({ unit: fc.constantFrom('样', '"', 'a', ' ', '·', unit), maxLength: 8 });
    const rowOf = (text: fc.Arbitrary<string>) =>
      fc.record({ 编号: fc.constant('N'), 金额: text, 附言: text, 对方: text, 行: text, 号: text });
    const row = fc.oneof(rowOf(cell(',')), rowOf(cell('\n')));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const back = readCsv(encoded(csvText(rows)));
        expect(back.refused).toEqual([]);
        expect(back.rows.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});
