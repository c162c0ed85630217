/** Short looks into the ledger from outside, each on a connection of its own: the server may be gone at any moment. */
import pg from 'pg';
import { installationIn } from '../invariants/installation.ts';

/** @throws when no PostgreSQL of this folder answers */
export async function askLedger<Row extends pg.QueryResultRow>(
  dataDir: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const found = installationIn(dataDir);
  if (!found) throw new Error(`no PostgreSQL runs in ${dataDir}`);
  const client = new pg.Client({
    connectionString: found.databaseUrl,
    application_name: 'baton-chaos',
    connectionTimeoutMillis: 2_000,
    query_timeout: 10_000,
  });
  // A server that goes away is told by the query that was running.
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
