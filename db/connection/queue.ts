/** Those who wait for a connection to the database: how many, and since when. */
import { Kysely, type PostgresPool } from 'kysely';
import type pg from 'pg';
import type { Procedures } from '../../domain/procedures/index.ts';
import type { DB } from '../database.generated.ts';
import { LedgerDialect } from './procedures.ts';

export class ConnectionQueue implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #mostWaiting: number;
  /** In the order of their coming, which is the order of their turn. */
  readonly #since = new Set<{ readonly at: number }>();

  constructor(pool: pg.Pool, mostWaiting: number) {
    this.#pool = pool;
    this.#mostWaiting = mostWaiting;
  }

  get waitingCount(): number {
    return this.#pool.waitingCount;
  }

  /** Of whoever waits longest; 0 when nobody does. */
  waitedMs(): number {
    const [first] = this.#since;
    return first === undefined ? 0 : performance.now() - first.at;
  }

  /** Whoever would be one of too many is told at once: a queue that nobody works off only makes all of them late. */
  async connect(): Promise<pg.PoolClient> {
    if (this.#pool.waitingCount >= this.#mostWaiting) {
      throw new Error(`${this.#mostWaiting} wait for a connection already`);
    }
    const waits = { at: performance.now() };
    this.#since.add(waits);
    try {
      return await this.#pool.connect();
    } finally {
      this.#since.delete(waits);
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

export const connectThrough = (queue: ConnectionQueue, procedures?: Procedures) =>
  new Kysely<DB>({ dialect: new LedgerDialect(queue, procedures) });
