import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startImportRunner, type ImportRunner } from '../../imports/run-import.ts';
import { createLogger } from '../../observability/logger.ts';
import { testKeyring } from '../builders/office.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { PASSWORD, startApi, type TestApi } from '../support/api.ts';

vi.setConfig({ testTimeout: 120_000 });

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'baton-cli-'));
let api: TestApi;
let runner: ImportRunner;
beforeAll(async () => {
  api = await startApi();
  const logger = createLogger({ level: 'silent', process: 'test' });
  runner = startImportRunner({ db: api.db, keyring: testKeyring, logger, pollMs: 50 });
});
afterAll(async () => {
  await runner.stop();
  await api.stop();
  rmSync(folder, { recursive: true });
});

const asManager = ['--username', 'manager', '--password', PASSWORD];
const baton = (...words: string[]) =>
  execa(process.execPath, ['--import', 'tsx', join(root, 'cli', 'baton.ts'), '--url', api.url, ...words], {
    cwd: root,
    reject: false,
  });

test('shows a transfer by any of its numbers, in lines or as JSON', async () => {
  const id = await anAcceptedTransfer(api.db, api.office);
  await walk(api.db, api.office, id).open('review');
  const { body } = await (await api.as('clerk')).get(`/transfers/${id}/progress`);
  const lines = await baton(...asManager, 'transfer', 'progress', body.caseNo as string);
  expect(lines.stdout).toContain(`caseNo: ${body.caseNo as string}`);
  expect(lines.stdout).toContain('step: review');
  const json = await baton(...asManager, '--json', 'transfer', 'progress', id);
  expect(JSON.parse(json.stdout)).toEqual(body);
  const events = await baton(...asManager, '--json', 'transfer', 'events', id);
  expect((JSON.parse(events.stdout) as { kind: string }[]).map(({ kind }) => kind)).toEqual(['accepted', 'stepOpened']);
});

test('sends a file, waits for it, and shows what was refused', async () => {
  const file = join(folder, 'counterparts.csv');
  const header = '行政区划,机构名称,邮寄方式,地址,邮编,电话';
  writeFileSync(file, `${header}\n320100,样例市社会保险中心,EMS,样例路1号,210000,025-88001001\n,无名,EMS,,,\n`);
  const { stdout, exitCode } = await baton(...asManager, '--json', 'import', 'counterparts', file);
  expect(exitCode).toBe(0);
  const done = JSON.parse(stdout) as { state: string; accepted: number; refusals: { line: number }[] };
  expect(done).toMatchObject({ state: 'done', accepted: 1 });
  expect(done.refusals.map(({ line }) => line)).toContain(3);
});

test('opens, changes and closes accounts', async () => {
  const added = await baton(...asManager, '--json', 'staff', 'add', 'newcomer', '--roles', 'clerk', '--name', '新同事');
  expect(JSON.parse(added.stdout)).toMatchObject({ username: 'newcomer', displayName: '新同事', roles: ['clerk'] });
  const closed = await baton(...asManager, '--json', 'staff', 'deactivate', 'newcomer');
  expect(JSON.parse(closed.stdout)).toMatchObject({ active: false });
});

test('a refusal is told in words with exit code 1, not as a trace', async () => {
  const wrong = await baton(...asManager, 'metrics', 'completion', '--from', 'May', '--to', '2026-01-31');
  expect(wrong.exitCode).toBe(1);
  expect(wrong.stderr).toMatch(/^Invalid \(422\)/);
  expect(wrong.stderr).toContain('  from: ');
  const stranger = await baton('--username', 'manager', '--password', 'wrong', 'metrics', 'money');
  expect(stranger.stderr).toMatch(/^Wrong password \(401\)/);
  const nobody = await baton('metrics', 'money');
  expect(nobody.stderr).toMatch(/^Sign in: /);
  for (const { stderr } of [wrong, stranger, nobody]) expect(stderr).not.toMatch(/\n\s+at /);
});
