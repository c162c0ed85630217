import type { Insertable } from 'kysely';
import type { Database, Tx } from './connection.ts';

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const MOST_PARAMETERS = 30_000;

/** Inserts any number of rows of the same shape. */
export async function insertMany<T extends keyof Database>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const most = Math.max(1, Math.floor(MOST_PARAMETERS / Object.keys(first).length));
  for (let from = 0; from < rows.length; from += most) {
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + most))
      .execute();
  }
}
