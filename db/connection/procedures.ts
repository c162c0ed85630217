/** Which procedures a process follows is given to its connection, and found again wherever the connection is. */
import { PostgresAdapter, PostgresDialect, type Kysely, type PostgresPool } from 'kysely';
import { PROCEDURES, type Procedures } from '../../domain/procedures/index.ts';

/** PostgreSQL, spoken to by somebody who knows these procedures. */
export class LedgerDialect extends PostgresDialect {
  readonly #procedures: Procedures;

  constructor(pool: PostgresPool, procedures: Procedures = PROCEDURES) {
    super({ pool });
    this.#procedures = procedures;
  }

  override createAdapter(): PostgresAdapter {
    return new LedgerAdapter(this.#procedures);
  }
}

/** Kysely hands it on to every transaction. */
class LedgerAdapter extends PostgresAdapter {
  readonly procedures: Procedures;

  constructor(procedures: Procedures) {
    super();
    this.procedures = procedures;
  }
}

export function proceduresOf(db: Pick<Kysely<unknown>, 'getExecutor'>): Procedures {
  const { adapter } = db.getExecutor();
  if (!(adapter instanceof LedgerAdapter)) throw new Error('a connection that was not made by connect()');
  return adapter.procedures;
}
