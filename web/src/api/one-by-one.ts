import { isUnreachable, toProblem } from './problem.ts';
import type { Problem } from './types.ts';

export interface Done<Row> {
  readonly row: Row;
  /** Undefined: it is done. */
  readonly refused?: Problem;
}

/**
 * The same act for several, one after the other: what is refused of one says nothing of the next. A line that is cut ends it;
 * `told` has heard of those before.
 */
export async function oneByOne<Row>(
  rows: readonly Row[],
  act: (row: Row) => Promise<unknown>,
  told: (done: Done<Row>) => void,
): Promise<void> {
  for (const row of rows) {
    try {
      await act(row);
      told({ row });
    } catch (error) {
      const refused = toProblem(error);
      if (isUnreachable(refused)) throw error;
      told({ row, refused });
    }
  }
}
