/** A workbook of ours, opened by LibreOffice and saved again, says what it said: skipped where the machine has no LibreOffice. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORTED, type ExportWhat } from '../../domain/exported.ts';
import { KEPT_SHEET } from '../../exports/columns/kept-sheet.ts';
import { listColumns } from '../../exports/columns/lists.ts';
import { REPORT } from '../../exports/columns/report.ts';
import type { Cell, Column, ColumnKind, Row } from '../../exports/files/table-file.ts';
import { xlsxFile } from '../../exports/files/xlsx.ts';
import { LEDGER_IN } from '../../exports/ledgers/ledger-in.ts';
import { LEDGER_OUT } from '../../exports/ledgers/ledger-out.ts';
import { STATISTICS } from '../../exports/ledgers/statistics.ts';
import { rowsIn } from '../builders/exported.ts';
import { ODD_TEXTS } from '../builders/odd-texts.ts';
import { allSavedAgain, savedAgain, sofficeExecutable } from '../support/libreoffice.ts';

const COLUMNS: readonly Column[] = [
  { title: '名称', kind: 'text' },
  { title: '日期', kind: 'day' },
  { title: '时间', kind: 'instant' },
  { title: '金额', kind: 'fen' },
  { title: '件数', kind: 'count' },
  { title: '逾期', kind: 'flag' },
];
const TITLES = COLUMNS.map(({ title }) => title);
const SUMS = [0, 1, -123_456, 4_869_357, 9_999_999_999_999];

const ROWS: readonly Row[] = [
  ['110102199912310357', '2026-05-11', '2026-05-11T16:30:00.000Z', 4_869_357, 3, true],
  ['1234567890123', '1999-12-31', '2026-12-31T15:59:00.000Z', 1, 0, false],
  ['x', null, null, null, null, null],
  ...SUMS.map((fen, index): Row => [`0${String(index)}`, '2100-02-28', null, fen, 1_000_000, true]),
  ...ODD_TEXTS.map((text): Row => [text, null, null, text, text, null]),
];

/** Of every file that the office gives, the columns. */
function columnsOf(what: ExportWhat): readonly Column[] {
  const { form } = EXPORTED[what];
  if (form === 'report') return REPORT;
  if (form === 'sheet') return KEPT_SHEET;
  const ofRows: Partial<Record<ExportWhat, readonly Column[]>> = {
    ledgerIn: LEDGER_IN,
    ledgerOut: LEDGER_OUT,
    publicStatistics: STATISTICS,
  };
  return ofRows[what] ?? listColumns(what)!;
}

const CELLS: Readonly<Record<ColumnKind, readonly Cell[]>> = {
  text: ['110102199912310357', '0012', '=1+1', '㐀龦𠮷', null],
  day: ['2026-05-11', '1999-12-31', '2026年5月11日', '2100-02-28', null],
  instant: ['2026-05-11T16:30:00.000Z', '2026-12-31T15:59:00.000Z', null, '2000-01-01T00:00:00.000Z', null],
  fen: [4_869_357, 0, -1, 9_999_999_999_999, null],
  count: [0, 3, 1_000_000, null, null],
  flag: [true, false, true, null, null],
};
const EVERY = Object.keys(EXPORTED) as ExportWhat[];

const soffice = sofficeExecutable();
const title = `with LibreOffice${soffice ? '' : ' (not tried: there is no soffice on the PATH; Debian has it as libreoffice-calc-nogui)'}`;

describe.skipIf(!soffice)(title, () => {
  let written: Buffer;
  let saved: Buffer;
  beforeAll(async () => {
    const file = xlsxFile(COLUMNS);
    written = Buffer.concat([file.add(ROWS), file.end()]);
    saved = await savedAgain(soffice!, written);
  });

  test('every cell reads as before', async () => {
    const [before, after] = [await rowsIn(written, TITLES), await rowsIn(saved, TITLES)];
    expect(before).toHaveLength(ROWS.length);
    expect(after).toEqual(before);
  });

  test('days, times, sums and counts stay numbers, and what names something stays text', () => {
    const kinds = kindsOf(saved);
    for (const [index] of ROWS.entries()) {
      const line = String(index + 2);
      const isOdd = index >= ROWS.length - ODD_TEXTS.length;
      expect([line, kinds.get(`A${line}`)]).toEqual([line, 'text']);
      for (const column of ['B', 'C', 'D', 'E']) {
        const kind = kinds.get(`${column}${line}`);
        if (kind !== undefined) expect([column, line, kind]).toEqual([column, line, isOdd ? 'text' : 'number']);
      }
    }
  });

  test('of every file that the office gives every cell reads as before', async () => {
    const books = EVERY.map((what) => {
      const columns = columnsOf(what);
      const file = xlsxFile(columns);
      const rows = [0, 1, 2, 3].map((at): Row => columns.map(({ kind }) => CELLS[kind][at] ?? null));
      return Buffer.concat([file.add(rows), file.end()]);
    });
    const again = await allSavedAgain(soffice!, books);
    for (const [at, what] of EVERY.entries()) {
      const titles = columnsOf(what).map(({ title }) => title);
      const before = await rowsIn(books[at]!, titles);
      expect(before).toHaveLength(4);
      expect([what, await rowsIn(again[at]!, titles)]).toEqual([what, before]);
    }
  }, 120_000);

  // Converting opens no window, and frozen panes belong to one: that the header is frozen is seen in what we write (files.test.ts).
  test('nothing has become a formula', () => {
    expect(sheetOf(saved)).not.toMatch(/<f[\s>]/);
  });
});

const sheetOf = (workbook: Uint8Array): string => strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml']!);

/** By reference; cells without a value are none. */
function kindsOf(workbook: Uint8Array): Map<string, 'text' | 'number' | 'other'> {
  const kinds = new Map<string, 'text' | 'number' | 'other'>();
  for (const [, attributes = '', inner = ''] of sheetOf(workbook).matchAll(/<c ([^>]*[^/])>(.*?)<\/c>/gs)) {
    const at = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1];
    const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const kind = ['s', 'inlineStr', 'str'].includes(type) ? 'text' : type === 'n' ? 'number' : 'other';
    if (at !== undefined && inner !== '') kinds.set(at, kind);
  }
  return kinds;
}
