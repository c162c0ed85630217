/** Applies migrations/NNNN_name.sql in order; a file that was changed after it ran is refused. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';
import { createPool } from './connection.ts';

export interface MigrationReport {
  readonly applied: readonly string[];
  readonly total: number;
}

/** It stands beside db/ in the source tree and in a build (scripts/build/assets.ts). */
const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** What steps refer to, as this release has it; not one of the numbered files. */
const PROCEDURES = join(MIGRATIONS_FOLDER, 'procedures.generated.sql');

function readMigrations(folder: string): Map<string, string> {
  const files = readdirSync(folder).filter((name) => /^\d{4}_\w+\.sql$/.test(name));
  return new Map(files.sort().map((name) => [name.slice(0, -'.sql'.length), readFileSync(join(folder, name), 'utf8')]));
}

/** Every migration of this version, in order. */
export const migrationNames = (): string[] => [...readMigrations(MIGRATIONS_FOLDER).keys()];

/** The same with what each file's text must be. */
export const migrationChecksums = (): { name: string; sha256: string }[] =>
  [...readMigrations(MIGRATIONS_FOLDER)].map(([name, text]) => ({ name, sha256: checksum(text) }));

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Gives back the names of what a newer release has applied: after a rollback the older one works on the newer schema. */
async function checkApplied(db: Kysely<never>, files: Map<string, string>): Promise<string[]> {
  await sql`create table if not exists migration_checksums (name text primary key, sha256 text not null)`.execute(db);
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from migration_checksums`.execute(
    db,
  );
  for (const { name, sha256 } of rows) {
    const text = files.get(name);
    if (text !== undefined && checksum(text) !== sha256) {
      throw new Error(`migrations/${name}.sql was changed after it had run; write a new migration instead`);
    }
  }
  const unknown = rows.map(({ name }) => name).filter((name) => !files.has(name));
  const last = [...files.keys()].at(-1) ?? '';
  const foreign = unknown.find((name) => name < last);
  if (foreign)
    throw new Error(`the database has a migration ${foreign} that this version leaves out; it is another one's`);
  return unknown;
}

/** Several processes may call this at once: one applies, the others wait (Kysely's lock row). */
export const migrateToLatest = (databaseUrl: string): Promise<MigrationReport> => migrateUpTo(databaseUrl, undefined);

/** Up to and with the migration of this name, for a database that an older state is to be put into. */
export async function migrateUpTo(databaseUrl: string, last: string | undefined): Promise<MigrationReport> {
  const files = readMigrations(MIGRATIONS_FOLDER);
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool: createPool(databaseUrl, { max: 2 }) }) });
  try {
    const newer = await checkApplied(db, files);
    const migrations = [...[...files].map(([name, text]) => [name, asMigration(name, text)]), ...newer.map(asApplied)];
    const migrator = new Migrator({
      db,
      provider: {
        getMigrations: () => Promise.resolve(Object.fromEntries(migrations) as Record<string, Migration>),
      },
    });
    const { error, results } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
    if (error) throw error instanceof Error ? error : new Error(JSON.stringify(error));
    if (last === undefined) await sql.raw(readFileSync(PROCEDURES, 'utf8')).execute(db);
    return { applied: (results ?? []).map((result) => result.migrationName), total: files.size };
  } finally {
    await db.destroy();
  }
}

/** Migrations only add (test/migrations.test.ts): whoever does not know one has nothing to do. */
const asApplied = (name: string): [string, Migration] => [name, { up: () => Promise.resolve() }];

function asMigration(name: string, text: string): Migration {
  return {
    async up(db) {
      await sql.raw(text).execute(db);
      await sql`insert into migration_checksums (name, sha256) values (${name}, ${checksum(text)})`.execute(db);
    },
  };
}
