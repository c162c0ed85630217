/**
 * Puts a backup into an empty database: schema by the migrations it was made under, rows by COPY with every trigger and constraint in
 * force, then the figures compared, then this release's migrations, then the independent checker.
 */
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrateToLatest, migrateUpTo, migrationChecksums } from '../db/connection/migrate.ts';
import type { NamedKey } from '../db/connection/sealing.ts';
import type { Finding } from '../invariants/invariant.ts';
import { checkLedger, withSnapshot } from '../invariants/ledger.ts';
import { withClient } from './databases.ts';
import { figuresOf, type BackupHead, type BackupTail } from './dump.ts';
import { openBackup, type OpenBackup } from './read.ts';
import { BackupRefused } from './refused.ts';
import { copiedTables, quoted, setIdentities } from './tables.ts';

export interface Rebuilt {
  readonly head: BackupHead;
  readonly tail: BackupTail;
  /** What the checker finds in it; a ledger is backed up with its faults. */
  readonly findings: readonly Finding[];
}

/** @throws BackupRefused when the file is not whole, not opened by these keys, or not what comes out again */
export async function rebuild(file: string, keys: readonly NamedKey[], databaseUrl: string): Promise<Rebuilt> {
  const backup = await openBackup(file, keys);
  try {
    const last = lastMigrationOf(backup.head);
    await migrateUpTo(databaseUrl, last);
    const tail = await withClient(databaseUrl, async (client) => {
      const read = await fill(client, backup);
      compare(read, await figuresOf(client));
      return read;
    });
    await migrateToLatest(databaseUrl);
    return { head: backup.head, tail, findings: await findingsIn(databaseUrl) };
  } finally {
    backup.close();
  }
}

/** Every migration of the backup must be ours, the same to the letter and in the same place. */
function lastMigrationOf({ migrations }: BackupHead): string {
  const ours = migrationChecksums();
  for (const [index, { name, sha256 }] of migrations.entries()) {
    if (ours[index]?.name === name && ours[index].sha256 === sha256) continue;
    throw new BackupRefused(
      `This backup was made by a release with another migration (${name}): restore it with that release, or a later one.`,
    );
  }
  const last = migrations.at(-1);
  if (!last) throw new BackupRefused('This backup names no migration.');
  return last.name;
}

async function fill(client: pg.Client, backup: OpenBackup): Promise<BackupTail> {
  await client.query('begin');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  await client.query('set local statement_timeout = 0');
  const wanted = (await copiedTables(client)).map(({ name }) => name);
  // What the migrations put in is in the backup too, as the office has changed it.
  await client.query(`truncate ${wanted.map(quoted).join(', ')}`);
  const taken: string[] = [];
  const tail = await backup.readTables(async (table, copy, rows) => {
    taken.push(table);
    await pipeline(rows, client.query(copyFrom(copy)));
  });
  const missing = wanted.filter((name) => !taken.includes(name));
  if (missing.length > 0) throw new BackupRefused(`This backup lacks ${missing.join(', ')}.`);
  await setIdentities(client, tail.identities);
  await client.query('commit');
  return tail;
}

function compare(wanted: BackupTail, found: BackupTail): void {
  const different = Object.entries(wanted.tables).filter(
    ([name, { rows, sha256 }]) => found.tables[name]?.rows !== rows || found.tables[name].sha256 !== sha256,
  );
  if (different.length === 0) return;
  const names = different.map(([name]) => name).join(', ');
  throw new BackupRefused(`What was restored is not what was backed up: ${names}.`);
}

/** Promises with a time in them are of the running office: in a copy the clock goes on and nobody works. */
async function findingsIn(databaseUrl: string): Promise<Finding[]> {
  const findings = await withSnapshot(databaseUrl, checkLedger);
  return findings.filter(({ invariant }) => !OF_A_RUNNING_OFFICE.includes(invariant));
}

const OF_A_RUNNING_OFFICE = ['outbox-drained', 'notice-settled', 'one-open-step', 'deadline-armed'];
