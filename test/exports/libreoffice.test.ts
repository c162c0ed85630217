/** A workbook of ours, opened by LibreOffice and saved again, says what it said: skipped where the machine has no LibreOffice. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Column, Row } from '../../exports/files/table-file.ts';
import { xlsxFile } from '../../exports/files/xlsx.ts';
import { rowsIn } from '../builders/exported.ts';
import { ODD_TEXTS } from '../builders/odd-texts.ts';
import { savedAgain, sofficeExecutable } from '../support/libreoffice.ts';

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
