/** The operator's words about backups: what each needs, and what it answers in words or as JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../db/connection/connection.ts';
import { Keyring, parseKeys, type NamedKey } from '../db/connection/sealing.ts';
import { backUp, rowsIn } from './backup.ts';
import { newestBackup } from './catalogue.ts';
import { readKeysFile, writeKeysFile, type OfficeKeys } from './keys-file.ts';
import { BackupRefused } from './refused.ts';
import { restoreLedger } from './restore.ts';
import type { Keep } from './retention.ts';
import { tryRestore } from './verified.ts';

/** The part of the configuration that backups need. */
export interface BackupSettings {
  readonly databaseUrl: string;
  readonly dataKeys: string;
  readonly hashKeys: string;
  readonly courierSecret: string;
  readonly smsSecret: string;
  readonly backup: { readonly keys?: string | undefined; readonly folder?: string | undefined; readonly keep: Keep };
}

/** The words after the command. */
export interface BackupWords {
  readonly file?: string | undefined;
  readonly to?: string | undefined;
  readonly nightly?: boolean | undefined;
  readonly replace?: boolean | undefined;
  readonly moved?: boolean | undefined;
  readonly passphraseFile?: string | undefined;
}

export interface Answer {
  readonly words: string;
  readonly json: object;
}

export async function makeBackup(settings: BackupSettings, { to, nightly }: BackupWords): Promise<Answer> {
  const folder = folderOf(settings, to);
  const db = connect(settings.databaseUrl, { max: 2, applicationName: 'baton-backup' });
  try {
    const { manifest, removed } = await backUp({
      db,
      databaseUrl: settings.databaseUrl,
      keys: keysOf(settings),
      folder,
      version: releaseOf(),
      ...(nightly && { retention: settings.backup.keep }),
    });
    const { file, byteLength, madeAt, findings } = manifest;
    const rows = rowsIn(manifest.tables);
    const words = [
      `${join(folder, file)}: ${String(rows)} rows as of ${madeAt}, ${sizeOf(byteLength)}, restored once and compared`,
      ...saidOf(findings),
      ...removed.map((name) => `removed ${name}`),
    ];
    return { words: words.join('\n'), json: { file: join(folder, file), byteLength, madeAt, rows, findings, removed } };
  } finally {
    await db.destroy();
  }
}

export async function verify(settings: BackupSettings, words: BackupWords): Promise<Answer> {
  const file = words.file ?? newestBackup(folderOf(settings, words.to));
  const { head, tail, findings } = await tryRestore(file, keysOf(settings), settings.databaseUrl);
  const rows = rowsIn(tail.tables);
  const found = findings.map(({ invariant, count }) => `${invariant}: ${String(count)}`);
  return {
    words: [`${file} can be restored: ${String(rows)} rows as of ${head.madeAt}, compared`, ...saidOf(found)].join(
      '\n',
    ),
    json: { file, madeAt: head.madeAt, rows, findings: found },
  };
}

export async function restore(settings: BackupSettings, { file, replace, moved }: BackupWords): Promise<Answer> {
  if (file === undefined) throw new BackupRefused('Say which backup.');
  const restored = await restoreLedger({
    file,
    databaseUrl: settings.databaseUrl,
    backupKeys: keysOf(settings),
    keyring: new Keyring(parseKeys(settings.dataKeys), parseKeys(settings.hashKeys)),
    replace: replace ?? false,
    moved: moved ?? false,
  });
  const { head, rows, findings, doubted, keptAs } = restored;
  const words = [
    `restored ${String(rows)} rows as of ${head.madeAt} (office time ${head.officeNow})`,
    ...saidOf(findings),
    ...(doubted > 0
      ? [`${String(doubted)} messages may have gone out since: each has a task, none is sent again`]
      : []),
    ...(keptAs === undefined
      ? []
      : [`the ledger that was here is kept as the database ${keptAs}; drop it when all is well`]),
    'start the office now; its worker brings the procedures in line by itself',
  ];
  return { words: words.join('\n'), json: { madeAt: head.madeAt, rows, findings, doubted, keptAs: keptAs ?? null } };
}

export function saveKeys(settings: BackupSettings, { file, passphraseFile }: BackupWords): Answer {
  if (file === undefined) throw new BackupRefused('Say which file to write.');
  const keys: OfficeKeys = {
    DATA_KEYS: settings.dataKeys,
    HASH_KEYS: settings.hashKeys,
    ...(settings.backup.keys !== undefined && { BACKUP_KEYS: settings.backup.keys }),
    COURIER_SECRET: settings.courierSecret,
    SMS_SECRET: settings.smsSecret,
  };
  writeKeysFile(file, keys, passphraseIn(passphraseFile));
  const names = Object.keys(keys);
  return { words: `${file} holds ${names.join(', ')}; keep it apart from the backups`, json: { file, keys: names } };
}

export function openKeys({ file, passphraseFile }: BackupWords): OfficeKeys {
  if (file === undefined) throw new BackupRefused('Say which file holds the keys.');
  return readKeysFile(file, passphraseIn(passphraseFile));
}

function passphraseIn(file: string | undefined): string {
  if (file === undefined) throw new BackupRefused('Say --passphrase-file: a file with the passphrase in one line.');
  return readFileSync(file, 'utf8').trim();
}

function keysOf({ backup }: BackupSettings): NamedKey[] {
  if (backup.keys === undefined) throw new BackupRefused('BACKUP_KEYS is not set: name:base64 of 32 random bytes.');
  return parseKeys(backup.keys);
}

function folderOf({ backup }: BackupSettings, to: string | undefined): string {
  const folder = to ?? backup.folder;
  if (folder === undefined) throw new BackupRefused('Say --to FOLDER, or set BACKUP_DIR.');
  return folder;
}

const saidOf = (findings: readonly string[]): string[] =>
  findings.map((finding) => `the checker found in it ${finding}`);

function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** package.json stands beside backup/ in the source tree and beside dist/ in a build. */
function releaseOf(): string {
  const places = ['../package.json', '../../package.json'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = places.find((path) => existsSync(path));
  return found === undefined ? '' : (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version;
}
