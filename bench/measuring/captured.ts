/** The statements that a function of the product sends, and what PostgreSQL alone needs for them. */
import { Kysely } from 'kysely';
import pg from 'pg';
import { createPool, type Database, type Db } from '../../db/connection/connection.ts';
import { LedgerDialect } from '../../db/connection/procedures.ts';
import { median } from './statistics.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export async function statementsOf(databaseUrl: string, work: (db: Db) => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const db = new Kysely<Database>({
    dialect: new LedgerDialect(createPool(databaseUrl, { max: 1 })),
    log: ({ query: { sql, parameters } }) => void sent.push({ sql, parameters }),
  });
  try {
    await work(db);
    return sent;
  } finally {
    await db.destroy();
  }
}

/** Median of PostgreSQL's own execution time, all statements together; the way there and back is not in it. */
export async function executionMs(databaseUrl: string, statements: readonly Statement[], times = 21): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const took: number[] = [];
    for (let time = 0; time < times; time++) {
      let sum = 0;
      for (const { sql, parameters } of statements) sum += await explained(client, sql, parameters);
      took.push(sum);
    }
    return median(took);
  } finally {
    await client.end();
  }
}

async function explained(client: pg.Client, sql: string, parameters: readonly unknown[]): Promise<number> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(
    `explain (analyze, timing off, format json) ${sql}`,
    [...parameters],
  );
  return rows[0]!['QUERY PLAN'][0]['Execution Time'];
}
