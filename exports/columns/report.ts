/** Figures as a table: what each is of, its name, and its number, a line each; whoever counts on makes of it what he needs. */
import type { Cell, Column, Row } from '../files/table-file.ts';
import { FIGURES } from './figure-words.ts';
import { PARTIES, SCHEMES, wordOf } from '../../domain/official-words/ledger.ts';
import { STEPS } from '../words.ts';

export const REPORT: readonly Column[] = [
  { title: '部分', kind: 'text' },
  { title: '指标', kind: 'text' },
  { title: '数值', kind: 'count' },
  { title: '金额', kind: 'fen' },
  { title: '内容', kind: 'text' },
];

export function reportRows(body: unknown): Row[] {
  return leavesOf(body, []).map(({ path, value }) => {
    const names = path.map((name) => wordOf(NAMES, name));
    return [names.slice(0, -1).join(' · '), names.at(-1) ?? '', ...valueCells(path.at(-1) ?? '', value)];
  });
}

const NAMES = { ...FIGURES, ...PARTIES, ...SCHEMES, ...STEPS };

interface Leaf {
  readonly path: readonly string[];
  readonly value: string | number | boolean;
}

/** By what the lines of a list are told apart; the first of them that is there. */
const NAMED_BY = ['key', 'step', 'owner', 'fromWorkingDays', 'why', 'party'];

function leavesOf(value: unknown, path: readonly string[]): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => lineOf(one, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

/** A word of a list says no more than that it is in it. */
function lineOf(one: unknown, path: readonly string[]): Leaf[] {
  if (typeof one === 'string') return [{ path: [...path, one], value: true }];
  return leavesOf(one, [...path, nameOf(one as Record<string, unknown>)]);
}

function nameOf(item: Record<string, unknown>): string {
  const by = NAMED_BY.find((name) => name in item);
  const named = by === undefined ? undefined : item[by];
  if (typeof named === 'object' && named !== null)
    return String((named as { displayName?: unknown }).displayName ?? '');
  return named === null || named === undefined ? '' : String(named);
}

/** A rate comes as the text that it is: nobody rounds it again. */
function valueCells(name: string, value: string | number | boolean): [Cell, Cell, Cell] {
  if (typeof value !== 'number') return [null, null, typeof value === 'boolean' ? (value ? '是' : '否') : value];
  return name.endsWith('Fen') ? [null, value, null] : [value, null, null];
}
