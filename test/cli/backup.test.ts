/** A machine is lost; what is left is a backup, the file with the keys, and its passphrase. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { besides, dropDatabase, withClient } from '../../backup/databases.ts';
import { insertPersons } from '../../db/persons/persons.ts';
import { Keyring, parseKeys } from '../../db/connection/sealing.ts';
import { anOffice } from '../builders/office.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'baton-lost-'));
const passphrase = join(folder, 'passphrase');
const sealedKeys = join(folder, 'keys.sealed');
const key = (name: string) => `${name}:${randomBytes(32).toString('base64')}`;
const keysOfTheOffice = (): Record<string, string> => ({
  DATA_KEYS: key('d1'),
  HASH_KEYS: key('h1'),
  BACKUP_KEYS: key('b1'),
  COURIER_SECRET: 'c'.repeat(32),
  SMS_SECRET: 's'.repeat(32),
});
const keys = keysOfTheOffice();
let fresh: FreshDatabase;
let bare: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  const keyring = new Keyring(parseKeys(keys['DATA_KEYS']!), parseKeys(keys['HASH_KEYS']!));
  const { officeId } = await anOffice(fresh.db);
  await fresh.db.transaction().execute((tx) => insertPersons(tx, keyring, officeId, [{ name: '样例甲' }]));
  bare = besides(fresh.url, `test_bare_${randomBytes(6).toString('hex')}`);
  writeFileSync(passphrase, 'a passphrase of the office\n');
});
afterAll(async () => {
  await dropDatabase(bare);
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

const baton = async (env: Record<string, string>, ...words: string[]) => {
  const { all, exitCode } = await execa(
    process.execPath,
    ['--import', 'tsx', join(root, 'cli', 'baton.ts'), '--data', join(folder, 'new', 'office'), ...words],
    { cwd: root, env, all: true, reject: false },
  );
  return { all, exitCode };
};

test('backup, keys file and passphrase bring an office back where nothing was; other keys do not', async () => {
  const here = ['--database', fresh.url];
  const made = await baton(keys, ...here, 'backup', '--to', join(folder, 'backups'));
  expect(made).toMatchObject({ exitCode: 0, all: expect.stringContaining('restored once and compared') as string });
  const file = join(
    folder,
    'backups',
    readdirSync(join(folder, 'backups')).find((name) => name.endsWith('.baton'))!,
  );
  const saved = await baton(keys, ...here, 'backup-keys', sealedKeys, '--passphrase-file', passphrase);
  expect(saved.exitCode).toBe(0);
  for (const value of Object.values(keys)) expect(readFileSync(sealedKeys, 'utf8') + saved.all).not.toContain(value);

  const there = ['--database', bare, 'restore', file];
  const others = await baton({ ...keysOfTheOffice(), BACKUP_KEYS: keys['BACKUP_KEYS']! }, ...there);
  expect(others).toMatchObject({ exitCode: 1, all: expect.stringContaining('DATA_KEYS do not open') as string });

  const back = await baton({}, 'restore-keys', sealedKeys, '--passphrase-file', passphrase);
  expect(back.exitCode).toBe(0);
  const keysFile = join(folder, 'new', 'office', 'keys.json');
  expect(statSync(keysFile).mode & 0o777).toBe(0o600);
  const restored = JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, string>;
  expect(restored).toEqual(keys);
  expect(await baton(restored, ...there)).toMatchObject({ exitCode: 0 });
  const persons = (url: string) =>
    withClient(url, async (client) => (await client.query('select * from persons order by id')).rows as unknown[]);
  expect(await persons(bare)).toEqual(await persons(fresh.url));
});
