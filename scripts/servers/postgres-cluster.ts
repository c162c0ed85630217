import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';

const USER = 'baton';

/** The superuser's password of this cluster, from its file of mode 0600; made at the first call. */
export function clusterPassword(dataDir: string): string {
  const file = `${dataDir}.password`;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const password = randomBytes(24).toString('base64url');
    mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
    return password;
  }
}

export function clusterUrl(port: number, password: string, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** True when the server at this address takes the password and keeps its data in `dataDir`. */
export async function isOurs(url: string, dataDir: string): Promise<boolean> {
  const directory = await ask<{ data_directory: string }>(url, 'show data_directory');
  return directory[0]?.data_directory === dataDir;
}

/** Makes the database unless it is there. */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const there = await ask(adminUrl, 'select 1 from pg_database where datname = $1', [name]);
  if (there.length === 0) await ask(adminUrl, `create database ${pg.escapeIdentifier(name)}`);
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  // A server that stops while we are connected must not end this process.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
