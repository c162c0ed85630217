import { toProblem } from './problem.ts';
import type { Problem } from './types.ts';

export interface Done<Row> {
  readonly row: Row;
  /** Undefined: it is done. */
  readonly refused?: Problem;
}

/** The same act for several, one after the other: what is refused of one says nothing of the next. */
export async function oneByOne<Row>(
  rows: readonly Row[],
  act: (row: Row) => Promise<unknown>,
): Promise<readonly Done<Row>[]> {
  const done: Done<Row>[] = [];
  for (const row of rows) {
    try {
      await act(row);
      done.push({ row });
    } catch (error) {
      done.push({ row, refused: toProblem(error) });
    }
  }
  return done;
}
