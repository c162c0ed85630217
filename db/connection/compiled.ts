/** Statements that every request sends: building one costs more than sending it. */
import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './connection.ts';

/** Stands for a value while the statement is built. */
export class Place {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/**
 * The statement is built at its first call, with something in the place of each value, and sent with the values of each call. What it is
 * like must not depend on them.
 */
export function compiledOnce<Values extends readonly unknown[], Row>(
  build: (db: Db, ...values: Values) => Compilable<Row>,
): (db: Db, ...values: Values) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, ...values) => {
    compiled ??= build(db, ...(values.map((_, index) => new Place(index)) as unknown as Values)).compile();
    const parameters = compiled.parameters.map((one) => (one instanceof Place ? values[one.index] : one));
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}
