/** The cells of a yearly row: how people write them, and how they are kept. What cannot be read stays as it was typed. Pure. */
import { isDate } from '../../../domain/time/shanghai-day.ts';
import { plainText, readAmount } from '../format/fen.ts';

export interface YearDraft {
  /** Four digits alone: a year that is listed for its interest only. */
  readonly fromMonth?: string;
  readonly toMonth?: string;
  /** Empty: counted from the span. */
  readonly months?: string;
  readonly baseFen?: string;
  /** Why the base is empty, or set by us. */
  readonly baseReason?: string;
  /** Per cent, as the form has it: "8". */
  readonly personalRate?: string;
  readonly accountRate?: string;
  readonly creditedFen?: string;
  readonly interestFen?: string;
  readonly balanceFen?: string;
  /** Of a form that came otherwise than by this page: kept when its figures are corrected. */
  readonly areaCode?: string;
  readonly note?: string;
  readonly employerRate?: string;
}

/** In the order of the paper. */
export const CELLS = [
  'fromMonth',
  'toMonth',
  'months',
  'baseFen',
  'personalRate',
  'accountRate',
  'creditedFen',
  'interestFen',
  'balanceFen',
] as const;
export type Cell = (typeof CELLS)[number] | 'baseReason';

/** As many as a form of the contract has. */
export const MOST_ROWS = 100;

const MONTH = /^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*月?(?:[-./]?\s*\d{1,2}\s*日?)?$/;
const YEAR = /^(\d{4})\s*年?$/;

/** `2023-1`, `2023年01月`, `2023.1.1` → `202301`; a year alone stays one. */
function readMonth(text: string): string {
  const [, alone] = YEAR.exec(text) ?? [];
  if (alone !== undefined) return alone;
  const [, year, month] = MONTH.exec(text) ?? [];
  return year !== undefined && Number(month) >= 1 && Number(month) <= 12 ? year + month!.padStart(2, '0') : text;
}

const DAY = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/;

/** `20240603`, `2024.6.3`, `2024年6月3日` → `2024-06-03`. */
export function readDay(text: string): string {
  const typed = plainText(text);
  const parts = DAY.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  const day = parts?.slice(1).map((part) => part.padStart(2, '0'));
  return day && isDate(day.join('-')) ? day.join('-') : typed;
}

/** In per cent: `8%`, `8`, and `0.08`, for nobody's share is less than one. */
function readRate(text: string): string {
  const bare = text.replace(/\s*%$/, '');
  const rate = Number(bare);
  if (bare === '' || !Number.isFinite(rate)) return text;
  const percent = rate > 0 && rate < 1 && bare === text ? rate * 100 : rate;
  return String(Math.round(percent * 100) / 100);
}

const readCount = (text: string): string => text.replace(/\s*个?月$/, '').replace(/^0+(?=\d)/, '');

const READERS: Readonly<Record<Cell, (text: string) => string>> = {
  fromMonth: readMonth,
  toMonth: readMonth,
  months: readCount,
  baseFen: readAmount,
  baseReason: (text) => text,
  personalRate: readRate,
  accountRate: readRate,
  creditedFen: readAmount,
  interestFen: readAmount,
  balanceFen: readAmount,
};

export const readCell = (cell: Cell, text: string): string => READERS[cell](plainText(text));

export const isBlank = (row: YearDraft | undefined): boolean =>
  row === undefined || Object.values(row).every((text) => (text ?? '').trim() === '');

/** A year that is listed for its interest only. */
export const isInterestOnly = ({ fromMonth = '' }: YearDraft): boolean =>
  /^\d{4}$/.test(readCell('fromMonth', fromMonth));

/** Where the base is left empty somebody says why. */
export const wantsBaseReason = (row: YearDraft): boolean =>
  Boolean(row.baseReason?.trim()) || (!row.baseFen?.trim() && Boolean(row.creditedFen?.trim()) && !isInterestOnly(row));

export const cellsOf = (row: YearDraft): readonly Cell[] =>
  wantsBaseReason(row) ? CELLS.flatMap((cell): Cell[] => (cell === 'baseFen' ? [cell, 'baseReason'] : [cell])) : CELLS;

/** How a next row usually begins: the year after, with the rates of the row above. */
export function suggestion(above: YearDraft | undefined, cell: Cell, row: YearDraft): string {
  if (cell === 'toMonth') return /^\d{6}$/.test(row.fromMonth ?? '') ? `${row.fromMonth!.slice(0, 4)}12` : '';
  if (above === undefined) return '';
  if (cell === 'personalRate' || cell === 'accountRate') return isInterestOnly(row) ? '' : (above[cell] ?? '');
  const year = Number((above.toMonth || above.fromMonth)?.slice(0, 4));
  return cell === 'fromMonth' && year > 0 ? `${String(year + 1)}01` : '';
}
