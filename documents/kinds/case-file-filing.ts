/** What every part of a case file is made of: numbered rows, their days, amounts and moments. */
import { formatYuan } from '../../domain/money/money.ts';
import { dateOf, minuteOfDay } from '../../domain/time/shanghai-day.ts';
import type { Content } from '../frame/content.ts';
import { table, type Cell, type Column } from '../frame/parts.ts';

export interface FiledPart {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly table: Content;
}

export interface Filing {
  readonly id: string;
  readonly title: string;
  readonly days: readonly (string | null)[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export function filed({ id, title, days, columns, rows }: Filing): FiledPart {
  const known = days.filter((day) => day !== null).sort();
  return {
    id,
    title,
    count: rows.length,
    from: known.at(0) ?? null,
    to: known.at(-1) ?? null,
    table: table(columns, rows),
  };
}

export const no: Column = { title: '序号', width: 28, alignment: 'center' };

export const day = (title: string): Column => ({ title, width: 58 });

export const numbered = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  rows.map((row, at) => [String(at + 1), ...row]);

/** Enough of a SHA-256 to compare by eye. */
export const shortSum = (sha256: string): string => sha256.slice(0, 12);

export const yuan = (fen: number | null | undefined): string => (fen == null ? '' : formatYuan(fen, { grouped: true }));

/** `2026-01-05 09:30`, in the office's time. */
export function moment(at: string): string {
  const minute = minuteOfDay(at);
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
  return `${dateOf(at)} ${hours!}:${minutes!}`;
}
