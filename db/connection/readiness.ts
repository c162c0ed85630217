import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { migrationNames } from './migrate.ts';

/** Of the release that runs here, whatever an upgrade has put in its place on the disk since. */
const OURS = migrationNames();

/** The database answers and has run every migration of this version. */
export async function isReady(db: Db): Promise<boolean> {
  const { rows: tables } = await sql<{
    there: boolean;
  }>`select to_regclass('migration_checksums') is not null as there`.execute(db);
  if (!tables[0]?.there) return false;
  const { rows } = await sql<{ name: string }>`select name from migration_checksums`.execute(db);
  const applied = new Set(rows.map(({ name }) => name));
  return OURS.every((name) => applied.has(name));
}
