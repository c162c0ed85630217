/**
 * Restores a ledger: beside the old one, checked there, and put in its place in one step at the very end. Whatever goes wrong before,
 * the old one stands as it stood.
 */
import { basename } from 'node:path';
import { noteBackup } from '../db/upkeep/backups.ts';
import { leaveOutLostCaseNumbers } from '../db/office/case-numbers.ts';
import { connect, type Db } from '../db/connection/connection.ts';
import { beginEpoch } from '../db/ledger/epochs.ts';
import { doubtWaitingNotices } from '../db/notices/settling.ts';
import type { Keyring, NamedKey } from '../db/connection/sealing.ts';
import { asNoted, rowsIn } from './backup.ts';
import { fingerprint } from './catalogue.ts';
import { createScratch, dropDatabase, putInPlace, standingOf, besides } from './databases.ts';
import type { BackupHead } from './dump.ts';
import { checkKeysFit } from './keys-fit.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';
import { BackupRefused } from './refused.ts';

export interface RestoreOptions {
  readonly file: string;
  /** Need not exist; its server must. */
  readonly databaseUrl: string;
  readonly backupKeys: readonly NamedKey[];
  readonly keyring: Keyring;
  /** Puts it in the place of a ledger that is in use; that one is kept under another name. */
  readonly replace: boolean;
  /** The office was stopped before the backup was made and has done nothing since: messages that waited were not sent. */
  readonly moved: boolean;
}

export interface Restored {
  readonly head: BackupHead;
  readonly rows: number;
  readonly findings: readonly string[];
  /** Notices that may have been sent after the backup, each with a task now. */
  readonly doubted: number;
  /** What the replaced ledger is called now. */
  readonly keptAs: string | undefined;
}

export async function restoreLedger(options: RestoreOptions): Promise<Restored> {
  const { databaseUrl, replace } = options;
  const { exists, isInUse, programs } = await standingOf(databaseUrl);
  if (isInUse && !replace)
    throw new BackupRefused('There is a ledger already; say --replace to put this one in its place.');
  if (programs.length > 0) throw new BackupRefused(`Stop the office first: ${programs.join(', ')} is connected.`);
  const scratch = await createScratch(databaseUrl);
  try {
    const rebuilt = await rebuild(options.file, options.backupKeys, scratch);
    const doubted = await prepare(scratch, rebuilt, options);
    const aside = await putInPlace(scratch, databaseUrl, exists);
    if (aside !== undefined && !isInUse) await dropDatabase(besides(databaseUrl, aside));
    return {
      head: rebuilt.head,
      rows: rowsIn(rebuilt.tail.tables),
      findings: rebuilt.findings.map(({ invariant, count }) => `${invariant}: ${String(count)}`),
      doubted,
      keptAs: isInUse ? aside : undefined,
    };
  } finally {
    await dropDatabase(scratch);
  }
}

/** What an old state needs before anybody works with it again. */
async function prepare(scratchUrl: string, { head, tail }: Rebuilt, options: RestoreOptions): Promise<number> {
  const db = connect(scratchUrl, { max: 2, applicationName: 'baton-backup' });
  try {
    await checkKeysFit(db, options.keyring);
    const file = { ...head, ...tail, file: basename(options.file), ...(await fingerprint(options.file)) };
    await noteBackup(db, asNoted(file));
    return await beginAgain(db, options.moved);
  } finally {
    await db.destroy();
  }
}

/**
 * For a ledger that was set back, by `baton restore` or by the database's own means: workflows of the lost time end, who was signed
 * in signs in again, numbers that papers may bear are not given a second time, and what may have been sent is asked for and not sent again.
 */
export async function beginAgain(db: Db, moved: boolean): Promise<number> {
  await beginEpoch(db);
  await db.deleteFrom('sessions').execute();
  if (moved) return 0;
  await leaveOutLostCaseNumbers(db);
  return doubtWaitingNotices(db);
}
