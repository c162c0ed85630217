import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { backUp } from '../../backup/backup.ts';
import { listBackups } from '../../backup/catalogue.ts';
import { besides, dropDatabase, withClient } from '../../backup/databases.ts';
import { figuresOf } from '../../backup/dump.ts';
import { beginAgain, restoreLedger, type RestoreOptions } from '../../backup/restore.ts';
import { connect } from '../../db/connection/connection.ts';
import { startSimulatedClock } from '../../db/office/clock.ts';
import { Keyring, type NamedKey } from '../../db/connection/sealing.ts';
import { aLivedInOffice } from '../builders/lived-in-office.ts';
import { anOffice, testKeyring } from '../builders/office.ts';
import { recordCase, recordedOffice } from '../builders/recorded-cases.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { freshDatabase, freshDatabaseUrl, type FreshDatabase } from '../support/database.ts';

const KEYS: NamedKey[] = [{ id: 'b1', key: randomBytes(32) }];
let fresh: FreshDatabase;
let folder: string;
let backup: Awaited<ReturnType<typeof aBackup>>;
const made: string[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
  await aLivedInOffice(fresh.db);
  folder = mkdtempSync(join(tmpdir(), 'baton-backup-'));
  backup = await aBackup();
});
afterEach(async () => {
  for (const url of made.splice(0)) await dropDatabase(url);
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

const aBackup = async (from: FreshDatabase = fresh) => {
  const inside = mkdtempSync(join(folder, 'f-'));
  const { manifest } = await backUp({ db: from.db, databaseUrl: from.url, keys: KEYS, folder: inside, version: '1' });
  return { manifest, file: join(inside, manifest.file) };
};

/** On a server that has never heard of this ledger. */
const nowhere = (): string => {
  const url = besides(fresh.url, `test_bare_${randomBytes(6).toString('hex')}`);
  made.push(url);
  return url;
};

const restore = (change: Partial<RestoreOptions> & Pick<RestoreOptions, 'file' | 'databaseUrl'>) =>
  restoreLedger({ backupKeys: KEYS, keyring: testKeyring, replace: false, moved: true, ...change });

/** What stands beside this database on the server; other test files restore theirs on it at the same time. */
const beside = async (databaseUrl: string): Promise<string[]> =>
  withClient(fresh.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [new URL(databaseUrl).pathname.slice(1)],
    );
    return rows.map(({ name }) => name);
  });

test('a ledger comes back on a bare server, row for row, with its numbers going on and its guards in force', async () => {
  const { file, manifest } = backup;
  expect(manifest).toMatchObject({ findings: [], migrations: expect.arrayContaining([expect.anything()]) });
  expect(manifest.tables['events']?.rows).toBeGreaterThan(50);
  const databaseUrl = nowhere();
  expect(await restore({ file, databaseUrl })).toMatchObject({ findings: [], doubted: 0, keptAs: undefined });

  const [before, after] = await Promise.all([withClient(fresh.url, figuresOf), withClient(databaseUrl, figuresOf)]);
  // What a restore writes itself: a new epoch, the backup it came from, and nobody signed in.
  const apart = new Set(['ledger_epochs', 'backups', 'sessions']);
  const same = Object.keys(before.tables).filter((name) => !apart.has(name));
  for (const name of same) expect([name, after.tables[name]]).toEqual([name, before.tables[name]]);

  await withClient(databaseUrl, async (client) => {
    await expect(client.query(`update events set kind = 'accepted'`)).rejects.toThrow('append-only');
    await expect(
      client.query(`insert into credit_parts (credit_id, office_id, amount_fen, state, owner_id)
      select credit_id, office_id, 1, 'suspense', owner_id from credit_parts limit 1`),
    ).rejects.toThrow('do not sum');
    const { rows } = await client.query<{ id: number; highest: number }>(
      `insert into office_events (office_id, kind) select id, 'test' from offices
       returning id::integer, (select coalesce(max(id), 0)::integer from office_events) as highest`,
    );
    expect(rows[0]!.id).toBeGreaterThan(rows[0]!.highest);
  });
}, 60_000);

test('a backup made under load is one instant of the office: nothing half done, and the checker finds nothing', async () => {
  const busy = await freshDatabase();
  const office = await anOffice(busy.db);
  let stopped = false;
  let written = 0;
  const load = Array.from({ length: 4 }, async () => {
    while (!stopped) {
      const id = await anAcceptedTransfer(busy.db, office);
      await walk(busy.db, office, id).open('review');
      written++;
    }
  });
  const { manifest } = await aBackup(busy);
  const atTheEnd = written;
  stopped = true;
  await Promise.all(load);
  // What the checker says of the copy that was restored from it.
  expect(manifest.findings).toEqual([]);
  expect(manifest.tables['transfers']!.rows).toBeLessThan(atTheEnd);
  await busy.drop();
}, 60_000);

test('a wrong key, a file cut short and one flipped bit are refused in one sentence, and leave nothing behind', async () => {
  const { file } = backup;
  const databaseUrl = nowhere();
  const damaged = (change: (bytes: Buffer) => Buffer): string => {
    const copy = join(mkdtempSync(join(folder, 'd-')), 'damaged.baton');
    writeFileSync(copy, change(readFileSync(file)));
    return copy;
  };
  const cases: [Partial<RestoreOptions> & { file: string }, RegExp][] = [
    [{ file, backupKeys: [{ id: 'other', key: KEYS[0]!.key }] }, /key named b1, which is not among BACKUP_KEYS\.$/],
    [{ file, backupKeys: [{ id: 'b1', key: randomBytes(32) }] }, /cannot be opened/],
    [{ file: damaged((bytes) => bytes.subarray(0, bytes.length - 1)) }, /cut short or changed/],
    [
      { file: damaged((bytes) => (bytes.writeUInt8(bytes[bytes.length >> 1]! ^ 1, bytes.length >> 1), bytes)) },
      /cut short or changed/,
    ],
    [{ file, keyring: new Keyring([{ id: 'd1', key: randomBytes(32) }], KEYS) }, /DATA_KEYS do not open/],
  ];
  for (const [change, sentence] of cases) {
    const failure = await restore({ databaseUrl, ...change }).catch((error: unknown) => error as Error);
    expect((failure as Error).message).toMatch(sentence);
    expect((failure as Error).message).not.toContain('\n');
  }
  await expect(withClient(databaseUrl, figuresOf)).rejects.toThrow('does not exist');
  expect(await beside(databaseUrl)).toEqual([]);
}, 60_000);

test('a ledger in use is replaced only when that is said, not while the office runs, and is kept under another name', async () => {
  const { file } = backup;
  const target = await freshDatabaseUrl();
  const other = connect(target.url);
  await anOffice(other);
  await expect(restore({ file, databaseUrl: target.url })).rejects.toThrow('say --replace');
  await sql`select 1`.execute(other);
  await expect(restore({ file, databaseUrl: target.url, replace: true })).rejects.toThrow(
    'Stop the office first: baton',
  );
  await other.destroy();

  const { keptAs } = await restore({ file, databaseUrl: target.url, replace: true });
  const kept = besides(target.url, keptAs!);
  made.push(kept);
  const officesIn = (url: string) =>
    withClient(url, async (client) => (await client.query('select from transfers')).rowCount);
  expect(await officesIn(kept)).toBe(0);
  expect(await officesIn(target.url)).toBeGreaterThan(0);
  await target.drop();
}, 60_000);

test('messages that waited when it was made may have gone out since: they become a question and are not sent again', async () => {
  const { db, drop } = await freshDatabase();
  const office = await anOffice(db);
  const id = await anAcceptedTransfer(db, office);
  await db
    .updateTable('notices')
    .set({ not_before: new Date(Date.now() - 1000) })
    .execute();
  await db
    .insertInto('sessions')
    .values({ token_hash: randomBytes(32), staff_id: office.staff.clerk, expires_at: new Date(Date.now() + 1e7) })
    .execute();
  expect(await beginAgain(db, false)).toBe(1);
  expect(await db.selectFrom('notices').select('state').execute()).toEqual([{ state: 'unknown' }]);
  const tasks = await db.selectFrom('tasks').select('kind').where('transfer_id', '=', id).execute();
  expect(tasks).toContainEqual({ kind: 'unknownNotice' });
  expect(await db.selectFrom('sessions').select('staff_id').execute()).toEqual([]);
  const epochs = await db.selectFrom('ledger_epochs').select('why').orderBy('no').execute();
  expect(epochs).toEqual([{ why: 'installed' }, { why: 'restored' }]);
  await drop();
}, 60_000);

test('numbers that were given after it was made are not given to anybody else', async () => {
  const { db, drop } = await freshDatabase();
  const office = await anOffice(db);
  await startSimulatedClock(db, new Date('2026-03-02T09:00:00+08:00'), 1);
  const accept = async () => {
    await anAcceptedTransfer(db, office);
    const { rows } = await sql<{ number: string }>`select max(case_no) as number from cases`.execute(db);
    return rows[0]!.number;
  };
  expect(await accept()).toBe('IN20260300001');
  await beginAgain(db, true);
  expect(await accept()).toBe('IN20260300002');
  await sql`update office_clock set office_anchor = office_anchor + interval '60 days'`.execute(db);
  await beginAgain(db, false);
  expect(await accept()).toBe('IN20260501001');
  const months = await db.selectFrom('case_numbers').select(['prefix', 'last_number']).orderBy('prefix').execute();
  // Refusals in writing have numbers too.
  for (const letters of ['BY', 'WT']) expect(months.filter(({ prefix }) => prefix.startsWith(letters))).toHaveLength(4);
  const ofCases = months.filter(({ prefix }) => prefix.startsWith('IN'));
  expect(ofCases.map(({ prefix, last_number: last }) => [prefix, last])).toEqual([
    ['IN202602', 1_000],
    ['IN202603', 1_002],
    ['IN202604', 1_000],
    ['IN202605', 1_001],
  ]);
  // A letter has the number of the month in which it came, and may have been found a year later.
  const ofLetters = months.filter(({ prefix }) => prefix.startsWith('OT'));
  expect([ofLetters[0]?.prefix, ofLetters.at(-1)?.prefix, ofLetters.length]).toEqual(['OT202503', 'OT202605', 15]);
  expect(ofLetters.every(({ last_number: last }) => last >= 1_000)).toBe(true);
  await drop();
}, 60_000);

test('months are left out from the newest case on, whichever way it goes', async () => {
  const { db, drop } = await freshDatabase();
  const office = await recordedOffice(db);
  await startSimulatedClock(db, new Date('2026-05-04T09:00:00+08:00'), 1);
  await recordCase(db, office, { direction: 'out', facts: [{ kind: 'accepted', on: '2026-02-10' }] });
  await beginAgain(db, false);
  const months = await db.selectFrom('case_numbers').select('prefix').orderBy('prefix').execute();
  const prefixes = months.map(({ prefix }) => prefix).filter((prefix) => prefix.startsWith('IN'));
  expect(prefixes).toEqual(['IN202601', 'IN202602', 'IN202603', 'IN202604', 'IN202605']);
  await drop();
}, 60_000);

test('old backups go when the new one was read back, and a run that was killed leaves nothing that counts', async () => {
  const inside = mkdtempSync(join(folder, 'n-'));
  const options = { db: fresh.db, databaseUrl: fresh.url, keys: KEYS, folder: inside, version: '1' };
  const retention = { daily: 1, weekly: 1, monthly: 1 };
  const first = await backUp({ ...options, retention });
  writeFileSync(join(inside, 'ledger-x.baton.part'), 'half');
  const second = await backUp({ ...options, retention });
  expect(second.removed).toEqual([first.manifest.file]);
  expect(listBackups(inside).map(({ file }) => file)).toEqual([second.manifest.file]);
  expect(readdirSync(inside)).toHaveLength(2);
  // One that cannot be read back removes nothing.
  await expect(backUp({ ...options, retention, databaseUrl: besides(fresh.url, 'not_there') })).rejects.toThrow();
  expect(existsSync(join(inside, second.manifest.file))).toBe(true);
  expect(readdirSync(inside)).toHaveLength(2);
  const rows = await fresh.db.selectFrom('backups').select(['file', 'row_count']).orderBy('id', 'desc').execute();
  expect(rows[0]).toMatchObject({ file: second.manifest.file });
}, 60_000);
