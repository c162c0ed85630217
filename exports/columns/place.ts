/** One column of a list: its title, and where its value stands in an item as the API answers it. */
import type { Cell, Column, ColumnKind, Row } from '../files/table-file.ts';
import { wordOf, type Words } from '../../domain/official-words/ledger.ts';

export interface ListColumn extends Column {
  /** `openStep.owner.displayName`; `tasks[].caseNo` are all of them, each once. */
  readonly place: string;
  /** Of a code: what stands for it. */
  readonly words?: Words;
}

export const column = (title: string, place: string, kind: ColumnKind = 'text', words?: Words): ListColumn => ({
  title,
  place,
  kind,
  ...(words && { words }),
});
/** A code, in words. */
export const coded = (title: string, place: string, words: Words): ListColumn => column(title, place, 'text', words);

export const rowOf = (columns: readonly ListColumn[], item: unknown): Row => columns.map((one) => cellAt(one, item));

function cellAt({ place, words }: ListColumn, item: unknown): Cell {
  const found = valuesAt(item, place.split('.')).map((value) => asCell(value, words));
  if (!place.includes('[]')) return found[0] ?? null;
  return [...new Set(found.filter((cell) => cell !== null && cell !== ''))].map(String).join(' ');
}

function valuesAt(value: unknown, [first, ...others]: readonly string[]): unknown[] {
  if (first === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (!first.endsWith('[]')) return valuesAt((value as Record<string, unknown>)[first], others);
  const list = (value as Record<string, unknown>)[first.slice(0, -2)];
  return Array.isArray(list) ? list.flatMap((one) => valuesAt(one, others)) : [];
}

function asCell(value: unknown, words: Words | undefined): Cell {
  if (typeof value === 'string') return words ? wordOf(words, value) : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
