import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import type { Procedures } from '../../domain/procedures/index.ts';
import { connect } from '../../db/connection/connection.ts';
import type { Db } from '../../db/connection/connection.ts';
import { migrateToLatest, migrateUpTo } from '../../db/connection/migrate.ts';
import { postgresUrl } from './servers.ts';

export type FreshDatabase = { url: string; db: Db; drop: () => Promise<void> };

/** A database of its own, migrated and empty, cloned from a template in some 50 ms. Call `drop()` when done. */
export async function freshDatabase(procedures?: Procedures): Promise<FreshDatabase> {
  const { url, drop } = await freshDatabaseUrl();
  const db = connect(url, procedures && { procedures });
  return {
    url,
    db,
    drop: async () => {
      await db.destroy();
      await drop();
    },
  };
}

/** The same for a test whose subject makes its own connections: only the address, and nothing open. */
export async function freshDatabaseUrl(): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = await postgresUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(admin, async (client) => {
    const template = await migratedTemplate(client, admin);
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    url: at(admin, name),
    // WITH (FORCE): a subject that was killed may have left sessions behind.
    drop: () =>
      withAdmin(admin, (client) => client.query(`drop database if exists ${name} with (force)`)).then(() => {}),
  };
}

/** As a release before has left it: empty, up to and with this migration. */
export async function databaseUpTo(last: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = await postgresUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withAdmin(admin, (client) => client.query(`create database ${name}`));
  await migrateUpTo(at(admin, name), last);
  return {
    url: at(admin, name),
    drop: () => withAdmin(admin, (client) => client.query(`drop database ${name} with (force)`)).then(() => {}),
  };
}

/** Made once for each state of the migrations; several test files ask at once, and PostgreSQL's advisory lock lets one work. */
async function migratedTemplate(client: pg.Client, admin: string): Promise<string> {
  const name = `template_${fingerprintOfMigrations()}`;
  await client.query('select pg_advisory_lock(20260105)');
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
    if (rowCount === 0) {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
      await migrateToLatest(at(admin, name));
      await client.query(`alter database ${name} is_template true`);
    }
    return name;
  } finally {
    await client.query('select pg_advisory_unlock(20260105)');
  }
}

function fingerprintOfMigrations(): string {
  const folder = new URL('../../migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(new URL(name, folder)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function withAdmin<T>(admin: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function at(admin: string, database: string): string {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url.href;
}
