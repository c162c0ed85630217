/** What stands in an answer, as the office means it: amounts in fen, months YYYYMM, days; undefined for what cannot be read. */
import { isDate } from '../../domain/time/shanghai-day.ts';
import { readWrittenDay } from '../../domain/time/written-moment.ts';
import { parseYuan } from '../../domain/money/money.ts';
import { textAt, type Tree } from '../sms/tree.ts';
import type { Source } from '../sms/template.ts';

export type Money = 'fen' | 'yuan';

export interface Item {
  readonly tree: Tree;
  readonly fields: Readonly<Partial<Record<string, Source>>>;
}

/** Empty and missing are alike. */
export function textOf({ tree, fields }: Item, field: string): string | undefined {
  const source = fields[field];
  const text = source === undefined ? undefined : textAt(tree, source)?.trim();
  return text === '' ? undefined : text;
}

export function amountOf(item: Item, field: string, money: Money): number | undefined {
  const text = textOf(item, field);
  if (text === undefined) return undefined;
  if (money === 'yuan') return parseYuan(text);
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

export function dayOf(item: Item, field: string): string | undefined {
  const text = textOf(item, field);
  if (text === undefined) return undefined;
  const day = isDate(text) ? text : readWrittenDay(text)?.day;
  return day;
}

/** It says something that cannot be read. */
export const isUnread = (item: Item, field: string, read: unknown): boolean =>
  read === undefined && textOf(item, field) !== undefined;
