/** Which procedures a process follows is given to its connection, and found again wherever the connection is. */
import { PostgresAdapter, PostgresDialect, type Driver, type Kysely, type PostgresPool } from 'kysely';
import { PROCEDURES, type Procedures } from '../../domain/procedures/index.ts';
import { TravellingBeginDriver } from './travelling-begin.ts';

/** PostgreSQL, spoken to by somebody who knows these procedures. */
export class LedgerDialect extends PostgresDialect {
  readonly #pool: PostgresPool;
  readonly #procedures: Procedures;

  constructor(pool: PostgresPool, procedures: Procedures = PROCEDURES) {
    super({ pool });
    this.#pool = pool;
    this.#procedures = procedures;
  }

  override createDriver(): Driver {
    return new TravellingBeginDriver({ pool: this.#pool });
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
