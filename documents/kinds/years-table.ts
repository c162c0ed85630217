/** 历年缴费及个人账户记账信息 (domain 4.4): a row a year, the head said again on every page, sums at the end. */
import type { Content, TableCell } from '../frame/content.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { GRID } from '../frame/layouts.ts';
import { titled } from './titled-table.ts';

export interface YearRow {
  readonly year: number;
  readonly areaCode: string;
  readonly fromMonth?: string | null | undefined;
  readonly toMonth?: string | null | undefined;
  readonly months: number;
  readonly baseFen?: number | null | undefined;
  readonly employerRate?: number | undefined;
  readonly personalRate?: number | undefined;
  readonly accountRate?: number | undefined;
  readonly creditedFen?: number | undefined;
  readonly interestFen?: number | undefined;
  readonly balanceFen?: number | undefined;
  readonly note?: string | undefined;
}

/** Narrow enough that amounts below ten million yuan stand on one line of an A4 sheet: a form of ten years is one page. */
const SIZE = 7.5;
const PADDING = 2;
const LAYOUT = {
  ...GRID,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 1,
  paddingBottom: () => 1,
};

const COLUMNS = [
  ['序号', 16],
  ['参保地', 27],
  ['年份', 19],
  ['起', 30],
  ['止', 30],
  ['月数', 16],
  ['月缴费基数', 50],
  ['单位\n比例', 22],
  ['个人\n比例', 22],
  ['记账\n比例', 22],
  ['当年记账', 50],
  ['当年利息', 50],
  ['年末累计', 54],
  ['备注', '*'],
] as const;
const NUMBERS_FROM = 5;

/** Offices are named once below it: their names are too long for a cell of every row. */
export function yearsTable(rows: readonly YearRow[], areaNames: Readonly<Record<string, string>>): Content[] {
  const title = '历年缴费及个人账户记账信息';
  if (rows.length === 0) return [{ text: `${title}：未登记明细。`, margin: [0, 6, 0, 6] }];
  return [titled(title, tableOf(rows), { padding: PADDING }), ...namesOf(rows, areaNames)];
}

function tableOf(rows: readonly YearRow[]): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: COLUMNS.map(([, width]) => width),
      body: [
        COLUMNS.map(([title]): TableCell => ({ text: title, style: 'head', fontSize: SIZE, lineHeight: 1 })),
        ...rows.map((row, at) => cells(asTexts(row, at))),
        cells(sums(rows), true),
      ],
    },
    layout: LAYOUT,
    style: 'block',
  };
}

const cells = (texts: readonly string[], bold = false): TableCell[] =>
  texts.map((text, at) => ({
    text,
    fontSize: SIZE,
    lineHeight: 1,
    bold,
    alignment: at === texts.length - 1 ? 'left' : at >= NUMBERS_FROM ? 'right' : 'center',
  }));

function namesOf(rows: readonly YearRow[], areaNames: Readonly<Record<string, string>>): Content[] {
  const codes = [...new Set(rows.map(({ areaCode }) => areaCode))].filter((code) => areaNames[code] !== undefined);
  const said = codes.map((code) => `${code} ${areaNames[code]!}`).join('；');
  return said === '' ? [] : [{ text: `参保地：${said}`, style: 'soft', margin: [0, 0, 0, 6] }];
}

function asTexts(row: YearRow, at: number): string[] {
  return [
    String(at + 1),
    row.areaCode,
    String(row.year),
    month(row.fromMonth),
    month(row.toMonth),
    String(row.months),
    yuan(row.baseFen),
    rate(row.employerRate),
    rate(row.personalRate),
    rate(row.accountRate),
    yuan(row.creditedFen),
    yuan(row.interestFen),
    yuan(row.balanceFen),
    row.note ?? '',
  ];
}

/** Balances are no sum: the last one is what it came to. */
function sums(rows: readonly YearRow[]): string[] {
  const of = (name: 'creditedFen' | 'interestFen'): string =>
    yuan(rows.reduce((sum, row) => sum + (row[name] ?? 0), 0));
  const months = rows.reduce((sum, row) => sum + row.months, 0);
  const before = ['', '合计', '', '', '', String(months)];
  return [...before, '', '', '', '', of('creditedFen'), of('interestFen'), yuan(rows.at(-1)?.balanceFen), ''];
}

const yuan = (fen: number | null | undefined): string =>
  fen === null || fen === undefined ? '' : formatYuan(fen, { grouped: true });
const month = (text: string | null | undefined): string => (text ? `${text.slice(0, 4)}-${text.slice(4)}` : '');

/** `0.08` → `8%`; up to four decimals of the share, as the form has them. */
function rate(share: number | undefined): string {
  if (share === undefined || share === 0) return '';
  return `${String(Math.round(share * 1_000_000) / 10_000)}%`;
}
