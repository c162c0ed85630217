/** Databases beside the ledger's own: made for a restore, dropped when it fails, put in its place when it is right. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { BackupRefused } from './refused.ts';

const PERMISSION_DENIED = '42501';
const NO_SUCH_DATABASE = '3D000';

function nameIn(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
}

export function besides(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

export async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'baton-backup' });
  // A server that goes away is told by the query that was running.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database with a name that nobody has; whoever asks for it drops it. */
export async function createScratch(databaseUrl: string): Promise<string> {
  const name = `${nameIn(databaseUrl).slice(0, 40)}_restored_${randomBytes(4).toString('hex')}`;
  await withClient(besides(databaseUrl, 'postgres'), (client) =>
    client.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`),
  ).catch((error: unknown) => {
    if ((error as { code?: string }).code !== PERMISSION_DENIED) throw error;
    throw new BackupRefused(
      'The account of DATABASE_URL may not create the database that a backup is tried in: ALTER ROLE … CREATEDB.',
    );
  });
  return besides(databaseUrl, name);
}

export async function dropDatabase(databaseUrl: string): Promise<void> {
  await withClient(besides(databaseUrl, 'postgres'), (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(nameIn(databaseUrl))} with (force)`),
  );
}

export interface Standing {
  readonly exists: boolean;
  /** Rows of offices are there: a ledger that somebody works with, or did. */
  readonly isInUse: boolean;
  /** Names of the programs that are connected. */
  readonly programs: readonly string[];
}

export async function standingOf(databaseUrl: string): Promise<Standing> {
  try {
    return await withClient(databaseUrl, async (client) => {
      const { rows: programs } = await client.query<{ name: string }>(`
        select distinct coalesce(nullif(application_name, ''), 'another program') as name from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' order by 1`);
      const { rows: there } = await client.query<{ there: boolean }>(
        `select to_regclass('offices') is not null as there`,
      );
      const offices = there[0]?.there ? (await client.query('select from offices limit 1')).rowCount : 0;
      return { exists: true, isInUse: offices !== 0, programs: programs.map(({ name }) => name) };
    });
  } catch (error) {
    if ((error as { code?: string }).code !== NO_SUCH_DATABASE) throw error;
    return { exists: false, isInUse: false, programs: [] };
  }
}

/** Both renamings or none. Gives back what the old one is called now. */
export async function putInPlace(
  scratchUrl: string,
  databaseUrl: string,
  exists: boolean,
): Promise<string | undefined> {
  const name = nameIn(databaseUrl);
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const aside = `${name.slice(0, 40)}_before_${stamp}`;
  const rename = (from: string, to: string) =>
    `alter database ${pg.escapeIdentifier(from)} rename to ${pg.escapeIdentifier(to)}`;
  await withClient(besides(databaseUrl, 'postgres'), async (client) => {
    await client.query('begin');
    if (exists) await client.query(rename(name, aside));
    await client.query(rename(nameIn(scratchUrl), name));
    await client.query('commit');
  });
  return exists ? aside : undefined;
}
