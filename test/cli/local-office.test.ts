import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localEnvironment } from '../../cli/local-office.ts';
import { installationIn } from '../../invariants/installation.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-local-office-'));
const databaseUrl = 'postgres://baton:secret@127.0.0.1:54321/baton';
const temporal = '127.0.0.1:7234';

beforeAll(() => {
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ DATA_KEYS: 'k' }));
  writeFileSync(join(folder, 'postgres.password'), 'secret\n');
  writeFileSync(join(folder, 'temporal.db.pid.json'), JSON.stringify({ pid: 2, port: 7234 }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('without a running PostgreSQL there is no office to be found', () => {
  expect(localEnvironment(folder)).toBeUndefined();
  expect(installationIn(folder)).toBeUndefined();
});

test('an office whose cluster had to live outside of its folder is found all the same', () => {
  writeFileSync(join(folder, 'postgres.pid.json'), JSON.stringify({ pid: 1, port: 54_321 }));
  expect(localEnvironment(folder)).toEqual({
    BACKUP_DIR: join(folder, 'backups'),
    DATA_KEYS: 'k',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal,
  });
  expect(installationIn(folder)).toEqual({ databaseUrl, temporalAddress: temporal, simulatorLog: undefined });
});
