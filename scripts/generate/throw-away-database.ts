import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateToLatest } from '../../db/connection/migrate.ts';
import { startPostgres } from '../servers/embedded-postgres.ts';

type Use<T> = (url: string) => Promise<T>;

/** An empty migrated database that is gone afterwards: on the server of DATABASE_URL, else on one started for this. */
export async function withMigratedDatabase<T>(use: Use<T>): Promise<T> {
  const given = process.env['DATABASE_URL'];
  return given ? withDatabaseOn(given, use) : withServer(use);
}

async function withServer<T>(use: Use<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-generate-'));
  try {
    const postgres = await startPostgres({ dataDir: join(folder, 'data'), durable: false });
    try {
      return await withDatabaseOn(postgres.url('postgres'), use);
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withDatabaseOn<T>(server: string, use: Use<T>): Promise<T> {
  const name = `generate_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database ${name}`);
  try {
    await migrateToLatest(url.href);
    return await use(url.href);
  } finally {
    await onServer(server, `drop database ${name} with (force)`);
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
