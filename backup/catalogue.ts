/** A folder of backups: each file with its manifest beside it, which holds figures and no one's data. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BackupRefused } from './refused.ts';
import type { BackupHead, BackupTail } from './dump.ts';

export interface Manifest extends BackupHead, BackupTail {
  readonly file: string;
  readonly byteLength: number;
  /** Of the file as it lies there. */
  readonly sha256: string;
  /** When it was restored into a database of its own; null when it never was. */
  readonly verifiedAt: string | null;
  readonly findings: readonly string[];
}

const NAME = /^ledger-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.baton$/;

const manifestFileOf = (file: string): string => `${file}.json`;
export const partOf = (file: string): string => `${file}.part`;

export function nameFor(instant: Date): string {
  return `ledger-${instant.toISOString().replaceAll(/[:.]/g, '-')}.baton`;
}

/** What a killed run has left. */
export function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.baton.part')) rmSync(join(folder, name));
}

/** The manifest first: a backup that can be seen has one. */
export function keep(file: string, manifest: Manifest): void {
  writeFileSync(manifestFileOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  renameSync(partOf(file), file);
}

/** Newest first; files of other names are not ours. */
export function listBackups(folder: string): Manifest[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => NAME.test(name) && existsSync(manifestFileOf(join(folder, name))));
  return names
    .sort()
    .reverse()
    .map((name) => ({ ...readManifest(join(folder, name)), file: name }));
}

export function newestBackup(folder: string): string {
  const [newest] = listBackups(folder);
  if (!newest) throw new BackupRefused(`There is no backup in ${folder}.`);
  return join(folder, newest.file);
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(manifestFileOf(file), 'utf8')) as Manifest;
}

export function remove(folder: string, { file }: Manifest): void {
  rmSync(join(folder, basename(file)));
  rmSync(manifestFileOf(join(folder, basename(file))));
}

export async function fingerprint(file: string): Promise<{ byteLength: number; sha256: string }> {
  const hash = createHash('sha256');
  let byteLength = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    byteLength += chunk.length;
  }
  return { byteLength, sha256: hash.digest('hex') };
}
