import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secrets of an installation, in the form in which `config.ts` reads them from the environment. */
export type Keys = {
  DATA_KEYS: string;
  HASH_KEYS: string;
  BACKUP_KEYS: string;
  COURIER_SECRET: string;
  SMS_SECRET: string;
  CORE_SECRET: string;
  IDENTITY_SECRET: string;
};

/**
 * The keys of this installation, made at the first start and kept in a file of mode 0600.
 * Whoever loses the file loses the persons' data: it is saved by `baton backup-keys`, apart from the database.
 * @throws when there is a ledger already: it was written with other keys, and nobody in it could be read or found again
 */
export function installationKeys(file: string, ledgerFolder?: string): Keys {
  if (ledgerFolder !== undefined && existsSync(join(ledgerFolder, 'PG_VERSION')) && !existsSync(file)) {
    throw new Error(
      `${file} is gone, and the ledger beside it needs these keys: bring them back (baton restore-keys).`,
    );
  }
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Keys>) : {};
  const keys: Keys = {
    DATA_KEYS: `d1:${randomBytes(32).toString('base64')}`,
    HASH_KEYS: `h1:${randomBytes(32).toString('base64')}`,
    BACKUP_KEYS: `b1:${randomBytes(32).toString('base64')}`,
    COURIER_SECRET: randomBytes(32).toString('base64url'),
    SMS_SECRET: randomBytes(32).toString('base64url'),
    CORE_SECRET: randomBytes(32).toString('base64url'),
    IDENTITY_SECRET: randomBytes(32).toString('base64url'),
    ...known,
  };
  // An installation of an earlier release lacks the newer ones.
  if (Object.keys(known).length === Object.keys(keys).length) return keys;
  writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
}
