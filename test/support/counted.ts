/** What a piece of work asks of PostgreSQL: every statement of ours, `begin` and `commit` among them. */
import type pg from 'pg';
import { createPool, type Db } from '../../db/connection/connection.ts';
import { ConnectionQueue, connectThrough } from '../../db/connection/queue.ts';

export interface CountedDatabase {
  readonly db: Db;
  of<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly statements: readonly string[] }>;
}

/** A connection as server.ts makes it, with an eye on what is sent. */
export function countedDatabase(url: string): CountedDatabase {
  let statements: string[] = [];
  const pool = createPool(url);
  pool.on('connect', (client) => watch(client, (text) => statements.push(text)));
  return {
    db: connectThrough(new ConnectionQueue(pool, 1_000)),
    async of(work) {
      statements = [];
      const result = await work();
      return { result, statements };
    },
  };
}

function watch(client: pg.PoolClient, sent: (text: string) => void): void {
  const ask = client.query.bind(client) as (...words: unknown[]) => unknown;
  const watched = (...words: unknown[]): unknown => {
    const [asked] = words as [string | { text: string }];
    sent(typeof asked === 'string' ? asked : asked.text);
    return ask(...words);
  };
  client.query = watched as typeof client.query;
}
