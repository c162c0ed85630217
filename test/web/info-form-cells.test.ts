import { describe, expect, test } from 'vitest';
import {
  CELLS,
  cellsOf,
  isBlank,
  MOST_ROWS,
  readCell,
  readDay,
  suggestion,
  type Cell,
} from '../../web/src/info-form/cells.ts';
import { cellDefects, unreadable } from '../../web/src/info-form/cell-defects.ts';
import { moved, moveOf } from '../../web/src/info-form/grid-keys.ts';
import { toInfoForm } from '../../web/src/info-form/info-form-draft.ts';
import { marksOf } from '../../web/src/info-form/marks.ts';
import { readPaste, withPasted } from '../../web/src/info-form/paste.ts';

const START = { row: 0, column: 0 };
const read = (cell: Cell, ...texts: string[]): string[] => texts.map((text) => readCell(cell, text));

describe('a cell is read as people write it', () => {
  test('months in every usual spelling; a year alone is one of interest', () => {
    const spellings = [
      '202301',
      '2023-01',
      '2023/1',
      '2023.1',
      '2023年1月',
      '２０２３０１',
      '2023-01-31',
      ' 2023 年 01 月 ',
    ];
    expect(new Set(read('fromMonth', ...spellings))).toEqual(new Set(['202301']));
    expect(read('fromMonth', '2023', '2023年', '202313', 'x')).toEqual(['2023', '2023', '202313', 'x']);
  });

  test('amounts with groups, signs of the currency, full-width digits; a dash is empty, and nothing is rounded', () => {
    expect(read('creditedFen', '９,６００．５', '￥9 600.50 元', '9600.500', '9,600.5')).toEqual(
      Array(4).fill('9,600.50'),
    );
    expect(read('creditedFen', '—', '-', '/')).toEqual(['', '', '']);
    expect(read('creditedFen', '9600.505', '-1', '96,00')).toEqual(['9600.505', '-1', '96,00']);
  });

  test('what a Persian keyboard types is the same number', () => {
    expect(read('creditedFen', '۹٬۶۰۰٫۵', '٩٦٠٠٫٥')).toEqual(['9,600.50', '9,600.50']);
    expect(read('fromMonth', '۲۰۲۳-۰۱')).toEqual(['202301']);
    expect(readDay('۲۰۲۴/۶/۳')).toBe('2024-06-03');
  });

  test('shares in per cent, however they are said', () => {
    expect(read('personalRate', '8', '8%', '８％', '0.08', '0.5%', '11', '0')).toEqual([
      '8',
      '8',
      '8',
      '8',
      '0.5',
      '11',
      '0',
    ]);
    expect(read('months', '12', '12个月', '05')).toEqual(['12', '12', '5']);
  });

  test('days in other spellings are put in order, and what is none is left as it was typed', () => {
    const spellings = ['2024-06-03', '2024.6.3', '2024/06/03', '20240603', '2024年6月3日', '２０２４－６－３'];
    expect(new Set(spellings.map(readDay))).toEqual(new Set(['2024-06-03']));
    expect(['2024-02-30', '3.6.2024', ''].map(readDay)).toEqual(['2024-02-30', '3.6.2024', '']);
  });

  test('what was not left yet is sent as it is meant', () => {
    const years = [{ fromMonth: '2023年1月', toMonth: '2023.12', baseFen: '１００００', personalRate: '8%', creditedFen: '9 600', interestFen: '0', balanceFen: '9600' }];
    expect(toInfoForm({ transferredOn: '2024年6月3日', years })).toMatchObject({
      transferredOn: '2024-06-03',
      years: [{ fromMonth: '202301', toMonth: '202312', months: 12, baseFen: 1_000_000, personalRate: 0.08, creditedFen: 960_000 }],
    });
  }); // prettier-ignore
});

describe('a paste', () => {
  const ROW = ['202301', '202312', '12', '10000', '8', '8', '9600', '206.44', '9806.44'];

  test('of a spreadsheet goes into cells, without its headings and its sums', () => {
    const text = [['起', '止', '月数'], ROW, ['合计', '', '12']].map((cells) => cells.join('\t')).join('\r\n');
    const pasted = readPaste(text, START)!;
    expect(pasted.left).toEqual({ rows: 0, cells: 0, headings: 2 });
    expect(pasted.rows).toEqual([
      {
        fromMonth: '202301', toMonth: '202312', months: '12', baseFen: '10,000.00', personalRate: '8', accountRate: '8',
        creditedFen: '9,600.00', interestFen: '206.44', balanceFen: '9,806.44',
      },
    ]); // prettier-ignore
  });

  test('with commas keeps quoted thousands together', () => {
    const pasted = readPaste('2023-01,2023-12,12,"10,000.00",8%,8%,"9,600.00",206.44,"9,806.44"\n', START)!;
    expect(pasted.rows[0]).toMatchObject({ fromMonth: '202301', baseFen: '10,000.00', balanceFen: '9,806.44' });
  });

  test('of one cell is left to the browser, an amount with commas too', () => {
    expect(
      ['202301', '1,234,567.00', '１，２３４，５６７', '9,806.44\n'].map((text) => readPaste(text, START)),
    ).toEqual(Array(4).fill(undefined));
    expect(readPaste('1,234,567.00\n2,345,678.00', { row: 1, column: 6 })?.rows).toEqual([
      { creditedFen: '1,234,567.00' },
      { creditedFen: '2,345,678.00' },
    ]);
  });

  test('of 40,000 cells takes what a form can have, and counts the rest', () => {
    const text = Array.from({ length: 4000 }, () => [...ROW, '', 'x'].join('\t')).join('\n');
    const pasted = readPaste(text, { row: 2, column: 0 })!;
    expect(pasted.rows).toHaveLength(MOST_ROWS - 2);
    expect(pasted.left).toEqual({ rows: 4000 - 98, cells: 98, headings: 0 });
  });

  test('is laid over what stands there, from its cell on', () => {
    const years = [{ fromMonth: '202201', toMonth: '202212' }, undefined];
    const pasted = readPaste('10000\t8\n12000\t8', { row: 0, column: 3 })!;
    expect(withPasted(years, { row: 0, column: 3 }, pasted)).toEqual([
      { fromMonth: '202201', toMonth: '202212', baseFen: '10,000.00', personalRate: '8' },
      { baseFen: '12,000.00', personalRate: '8' },
    ]);
  });
});

describe('the sheet', () => {
  const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
  const inside = { atStart: false, atEnd: false };

  test('goes on by Enter row by row, by arrows at the edge of a text, and leaves Ctrl and Alt alone', () => {
    expect(moveOf({ ...plain, key: 'Enter' }, inside)).toBe('next');
    expect(moveOf({ ...plain, key: 'Enter', shiftKey: true }, inside)).toBe('previous');
    expect(moveOf({ ...plain, key: 'ArrowLeft' }, inside)).toBeUndefined();
    expect(moveOf({ ...plain, key: 'ArrowLeft' }, { atStart: true, atEnd: false })).toBe('previous');
    expect(moveOf({ ...plain, key: 'ArrowDown', altKey: true }, inside)).toBeUndefined();
    const rows = [{ fromMonth: '202301' }, {}];
    expect(moved(rows, { row: 0, cell: 'balanceFen' }, 'next')).toEqual({ row: 1, cell: 'fromMonth' });
    expect(moved(rows, { row: 1, cell: 'fromMonth' }, 'previous')).toEqual({ row: 0, cell: 'balanceFen' });
    expect(moved(rows, { row: 1, cell: 'balanceFen' }, 'next')).toBeUndefined();
  });

  test('asks why there is no base where none is written, and only there', () => {
    const row = { fromMonth: '202301', creditedFen: '9600' };
    expect(cellsOf(row)).toContain('baseReason');
    expect(cellsOf({ ...row, baseFen: '10000' })).toEqual(CELLS);
    expect(cellsOf({ fromMonth: '2023', creditedFen: '0' })).toEqual(CELLS);
  });

  test('suggests the year after and the rates of the row above', () => {
    const above = { fromMonth: '202303', toMonth: '202312', personalRate: '8', accountRate: '11' };
    const suggested = (cell: Cell, row = {}) => suggestion(above, cell, row);
    expect([suggested('fromMonth'), suggested('accountRate'), suggested('creditedFen')]).toEqual(['202401', '11', '']);
    expect(suggested('toMonth', { fromMonth: '202405' })).toBe('202412');
    expect(suggestion(undefined, 'fromMonth', {})).toBe('');
  });

  test('names every cell that cannot be read or is missing, and of a blank row none', () => {
    const years = [
      { fromMonth: '2023x', toMonth: '202312', baseFen: '1', creditedFen: '1', interestFen: 'a' },
      {},
      undefined,
    ];
    const names = (defects: typeof cellDefects) =>
      defects(years).map(({ row, cell, code }) => `${String(row)} ${cell} ${code}`);
    expect(names(cellDefects)).toEqual(['0 fromMonth month', '0 interestFen amount', '0 balanceFen amount']);
    expect(names(unreadable)).toEqual(['0 fromMonth month', '0 interestFen amount']);
    expect([isBlank({ fromMonth: ' ' }), isBlank(undefined), isBlank({ note: 'x' })]).toEqual([true, true, false]);
  });

  test('has at each cell all that is said of it, what is wrong before what is looked at', () => {
    const marks = marksOf([
      { field: 'form.years.1.year', text: 'which year', wrong: true },
      { field: 'years.1.interestFen', text: 'differs', wrong: false },
      { field: 'years.1.interestFen', text: 'again', wrong: true },
      { field: 'totalFen', text: 'no cell', wrong: true },
    ]);
    expect([...marks]).toEqual([
      [1, { fromMonth: { text: 'which year', wrong: true }, interestFen: { text: 'differs · again', wrong: true } }],
    ]);
  });
});
