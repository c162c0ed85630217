/** What PostgreSQL itself says of its work. */
import pg from 'pg';

/** One connection for one question. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'baton-bench' });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Position in the write-ahead log, in bytes; the difference of two is what was written between them. */
export async function walPosition(url: string): Promise<number> {
  const [row] = await ask<{ bytes: string }>(url, `select pg_current_wal_lsn() - '0/0'::pg_lsn as bytes`);
  return Number(row!.bytes);
}

/** Committed and rolled back transactions of the whole server so far, those of Temporal's databases too; figures of other backends come in within a second. */
export async function transactionsOfServer(url: string): Promise<number> {
  const [row] = await ask<{ count: string }>(
    url,
    'select sum(xact_commit + xact_rollback) as count from pg_stat_database',
  );
  return Number(row!.count);
}

export interface TableSize {
  readonly name: string;
  /** With indexes and toast. */
  readonly bytes: number;
}

/** After VACUUM FULL and CHECKPOINT, so that nothing dead and nothing half empty is counted. */
export async function tableSizes(url: string): Promise<TableSize[]> {
  await ask(url, 'vacuum full');
  await ask(url, 'checkpoint');
  const rows = await ask<{ name: string; bytes: string }>(
    url,
    `select relname as name, pg_total_relation_size(oid) as bytes from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) }));
}
