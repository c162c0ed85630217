/** One backup from beginning to end: written, restored once to see that it can be, and only then counted and the old ones removed. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { alone } from '../db/connection/locks.ts';
import { noteBackup } from '../db/upkeep/backups.ts';
import type { Db } from '../db/connection/connection.ts';
import type { NamedKey } from '../db/connection/sealing.ts';
import { fingerprint, keep, listBackups, nameFor, partOf, remove, removeParts, type Manifest } from './catalogue.ts';
import type { BackupTail } from './dump.ts';
import { writeBackup } from './make.ts';
import { BackupRefused } from './refused.ts';
import { expired, type Keep } from './retention.ts';
import { tryRestore } from './verified.ts';

export interface BackupOptions {
  readonly db: Db;
  readonly databaseUrl: string;
  /** Newest first, as BACKUP_KEYS has them. */
  readonly keys: readonly NamedKey[];
  readonly folder: string;
  /** Of Baton. */
  readonly version: string;
  /** Removes what has had its time; without it everything stays. */
  readonly retention?: Keep;
}

export interface BackupMade {
  readonly manifest: Manifest;
  readonly removed: readonly string[];
}

export async function backUp(options: BackupOptions): Promise<BackupMade> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const made = await alone(options.db, 'backup', () => {
    removeParts(options.folder);
    return backUpAlone(options);
  });
  if (!made) throw new BackupRefused('A backup of this ledger is being made already.');
  return made;
}

async function backUpAlone(options: BackupOptions): Promise<BackupMade> {
  const { db, databaseUrl, keys, folder, version, retention } = options;
  const file = join(folder, nameFor(new Date()));
  const part = partOf(file);
  try {
    const { head, tail } = await writeBackup({ databaseUrl, key: keys[0]!, file: part, version });
    const { findings } = await tryRestore(part, keys, databaseUrl);
    const manifest: Manifest = {
      ...head,
      ...tail,
      file: basename(file),
      ...(await fingerprint(part)),
      verifiedAt: new Date().toISOString(),
      findings: findings.map(({ invariant, count }) => `${invariant}: ${String(count)}`),
    };
    keep(file, manifest);
    await noteBackup(db, asNoted(manifest));
    return { manifest, removed: retention ? removeExpired(folder, retention) : [] };
  } finally {
    if (existsSync(part)) rmSync(part);
  }
}

export function asNoted(manifest: Omit<Manifest, 'verifiedAt' | 'findings'>) {
  return {
    madeAt: new Date(manifest.madeAt),
    file: manifest.file,
    byteLength: manifest.byteLength,
    sha256: Buffer.from(manifest.sha256, 'hex'),
    rowCount: rowsIn(manifest.tables),
  };
}

export const rowsIn = (tables: BackupTail['tables']): number =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);

function removeExpired(folder: string, retention: Keep): string[] {
  const old = expired(listBackups(folder), retention);
  for (const manifest of old) remove(folder, manifest);
  return old.map(({ file }) => file);
}
