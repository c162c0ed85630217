/** SQL statements as pg_stat_statements counts them. */
import { ask } from './postgres-figures.ts';

interface Counted {
  readonly product: number;
  readonly engine: number;
}

/** Counts from now on; the product's database is that of the address, Temporal's are the others that bear its name. */
export async function statementsSince(url: string): Promise<() => Promise<Counted>> {
  const before = await counted(url);
  return async () => {
    const now = await counted(url);
    return { product: now.product - before.product, engine: now.engine - before.engine };
  };
}

async function counted(url: string): Promise<Counted> {
  const [row] = await ask<{ product: string; engine: string }>(
    url,
    `select coalesce(sum(calls) filter (where datname = current_database() and query !~ ${OWN}), 0) as product,
      coalesce(sum(calls) filter (where datname like 'temporal%'), 0) as engine
      from pg_stat_statements join pg_database on pg_database.oid = dbid`,
  );
  return { product: Number(row!.product), engine: Number(row!.engine) };
}

/** What the benchmark itself asks. */
const OWN = `'pg_stat_statements|pg_current_wal_lsn|username as owner|from outbox where sent_at is null limit'`;

/** The product's statements in which most time is spent. */
export async function topStatements(url: string, transfers: number, most: number): Promise<string[]> {
  const rows = await ask<{ query: string; calls: string; ms: number; wal: string }>(
    url,
    `select left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as query, calls, total_exec_time + total_plan_time as ms, wal_bytes as wal
      from pg_stat_statements join pg_database on pg_database.oid = dbid
      where datname = current_database() and query !~ ${OWN}
      order by total_exec_time desc limit ${most}`,
  );
  return rows.map(({ query, calls, ms, wal }) => {
    const per = (value: string | number, digits: number) => (Number(value) / transfers).toFixed(digits);
    return `${per(ms, 2)} ms and ${per(calls, 1)} calls a transfer, ${per(wal, 0)} bytes of WAL: \`${query.replaceAll('|', '¦')}\``;
  });
}
