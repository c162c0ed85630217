/** A sheet of the bureau as it was told (月报), line by line as on its paper; each line names its month and version, so that sheets can be laid one under the other. */
import {
  absentWord,
  NOT_KNOWN_WORD,
  SHEET_GAPS,
  sheetLines,
  sheetNumbers,
  type SheetLine,
  type ToldSheet,
} from '../../domain/official-words/monthly-sheet.ts';
import { wordOf } from '../../domain/official-words/ledger.ts';
import type { Cell, Column, Row } from '../files/table-file.ts';
import { STEPS } from '../words.ts';

/** Sums of money stand in columns of their own: nobody adds them to numbers of cases. */
export const KEPT_SHEET: readonly Column[] = [
  { title: '月份', kind: 'text' },
  { title: '版本', kind: 'count' },
  { title: '统计截至', kind: 'day' },
  { title: '项目', kind: 'text' },
  { title: '转入', kind: 'count' },
  { title: '转出', kind: 'count' },
  { title: '转入金额', kind: 'fen' },
  { title: '转出金额', kind: 'fen' },
];

/** Of `readMonthlySheet`. */
interface KeptSheet {
  readonly month: string;
  readonly version: number;
  readonly asOf: string;
  readonly in: ToldSheet & { readonly notKnown: readonly string[] };
  readonly out: ToldSheet;
}

export function keptSheetRows(body: unknown): Row[] {
  const { month, version, asOf, in: into, out } = body as KeptSheet;
  const lines = sheetLines(sheetNumbers(into, out, (step) => wordOf(STEPS, step)));
  const gaps = into.notKnown.map((gap): Row => [wordOf(SHEET_GAPS, gap), NOT_KNOWN_WORD, NOT_KNOWN_WORD]);
  return [...lines.map(cellsOf), ...gaps].map((cells) => [month, version, asOf, ...cells]);
}

function cellsOf(line: SheetLine): Row {
  const [into, out] = [cellOf(line, line.in), cellOf(line, line.out)];
  return line.kind === 'fen' ? [line.label, null, null, into, out] : [line.label, into, out];
}

function cellOf(line: SheetLine, value: SheetLine['in']): Cell {
  if (value === null) return absentWord(line);
  return line.kind === 'decimal' ? Number(value) : value;
}
