/** What is said of single cells, by row and cell: what the office finds, what cannot be read, what was refused. Pure. */
import type { Cell } from './cells.ts';

export interface Mark {
  readonly text: string;
  /** It cannot be sent so; otherwise somebody looks. */
  readonly wrong: boolean;
}

export type RowMarks = Readonly<Partial<Record<Cell, Mark>>>;
export type Marks = ReadonlyMap<number, RowMarks>;

export interface Said extends Mark {
  /** `years.2.months`, as the contract names it. */
  readonly field: string;
}

/** Several of one cell stand together, what is wrong before what is looked at. */
export function marksOf(said: readonly Said[]): Marks {
  const marks = new Map<number, Partial<Record<Cell, Mark>>>();
  for (const { field, text, wrong } of said) {
    const [, index, name] = /(?:^|\.)years\.(\d+)\.(\w+)$/.exec(field) ?? [];
    if (name === undefined) continue;
    const row = Number(index);
    // A row says its year with its first month.
    const cell = (name === 'year' ? 'fromMonth' : name) as Cell;
    const before = marks.get(row)?.[cell];
    const both = before === undefined ? text : `${before.text} · ${text}`;
    marks.set(row, { ...marks.get(row), [cell]: { text: both, wrong: wrong || before?.wrong === true } });
  }
  return marks;
}
