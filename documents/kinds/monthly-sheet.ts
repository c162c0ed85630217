/** 月报: what the bureau is told of a month, as it was kept; what is not known is said, never told as zero. */
import { formatYuan } from '../../domain/money/money.ts';
import {
  absentWord,
  SHEET_FIGURE_NAMES,
  SHEET_GAPS,
  sheetLines,
  type SheetColumn,
  type SheetLine,
  type SheetNumbers,
} from '../../domain/official-words/monthly-sheet.ts';
import { wordOf } from '../../domain/official-words/ledger.ts';
import { chineseDay, chineseMonth, pairs, paragraphs, table } from '../frame/parts.ts';
import { documentKind } from '../kind.ts';

export interface MonthlySheetData extends SheetNumbers {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly version: number;
  readonly asOf: string;
  /** Why the version before was sent back; empty for the first. */
  readonly reason: string;
  readonly madeBy: string;
  readonly notKnown: readonly string[];
}

export const monthlySheet = documentKind<MonthlySheetData>()({
  kind: 'monthlySheet',
  title: '关系转移接续月报',
  toAnotherOffice: false,
  sealed: true,
  fields: { month: '月份', asOf: '统计截至' },
  needed: { intro: ['month', 'asOf'] },
  words: { intro: '{月份}养老保险关系转移接续业务情况，统计截至{统计截至}。' },
  sheet: { pageMargins: [62, 30, 62, 40] },
  sample: sample(),
  values: ({ month, asOf }) => ({ month: chineseMonth(month), asOf: chineseDay(asOf) }),
  signedBy: ({ madeBy }) => [`制表：${madeBy}　复核`, '负责人'],
  content: (data, words) => [
    ...paragraphs(words.intro),
    ...(data.reason === '' ? [] : [pairs([[`上一版退回原因`, data.reason]])]),
    // Small enough for both directions with all of their steps on one page.
    table(
      [
        { title: '项目' },
        { title: '转入', width: 118, alignment: 'right' },
        { title: '转出', width: 118, alignment: 'right' },
      ],
      sheetLines(data).map((line) => [line.label, told(line, line.in), told(line, line.out)]),
      { dense: true, fontSize: 8.5 },
    ),
    { text: `系统尚未登记：${data.notKnown.map((gap) => wordOf(SHEET_GAPS, gap)).join('、')}。`, style: 'soft' },
  ],
});

function told(line: SheetLine, value: SheetLine['in']): string {
  if (value === null) return absentWord(line);
  return line.kind === 'fen' && typeof value === 'number' ? formatYuan(value, { grouped: true }) : String(value);
}

function sample(): MonthlySheetData {
  const column = (start: number): SheetColumn => ({
    figures: Object.fromEntries(SHEET_FIGURE_NAMES.map((name, at) => [name, start + at])),
    platformShare: '61.02',
    meanWorkingDays: '31.4',
  });
  return {
    month: '2026-01',
    version: 1,
    asOf: '2026-01-31',
    reason: '',
    madeBy: '张三',
    promisedWorkingDays: 45,
    in: column(100),
    out: column(10),
    steps: [{ name: '资格审核', in: 60, out: 4 }],
    notKnown: Object.keys(SHEET_GAPS),
  };
}
