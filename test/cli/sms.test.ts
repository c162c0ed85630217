/** The gateway's template as docs/runbook.md has an operator try it: no database and no office is behind it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa, type ExecaError } from 'execa';
import { afterAll, expect, test } from 'vitest';
import { aGateway } from '../gateways/sms/a-gateway.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'baton-sms-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KEY = `k1:${Buffer.alloc(32).toString('base64')}`;
const baton = (env: Record<string, string>, ...words: string[]) =>
  execa(process.execPath, ['--import', 'tsx', join(root, 'cli', 'baton.ts'), ...words], { cwd: root, env });

test('a shipped template is printed as a file, which is looked at and tried at once', async () => {
  const file = join(folder, 'sms.json');
  writeFileSync(file, (await baton({}, 'sms', 'template', 'baton')).stdout);
  const gateway = await aGateway(() => ({ status: 202, body: '{"reference":"g-1"}' }));
  const env = {
    // Nobody listens there: what asked the database would fail.
    DATABASE_URL: 'postgres://baton@127.0.0.1:1/baton',
    DATA_KEYS: KEY,
    HASH_KEYS: KEY,
    COURIER_SECRET: 'c'.repeat(32),
    SMS_SECRET: 's'.repeat(32),
    SMS_TEMPLATE: file,
    SMS_GATEWAY_URL: `${gateway.url}/messages`,
  };
  const [checked, tried] = await Promise.all([
    baton(env, '--json', 'sms', 'check'),
    baton(env, 'sms', 'try', '--to', '13900000000'),
  ]);
  await gateway.stop();
  expect(JSON.parse(checked.stdout)).toMatchObject({ template: 'baton', addresses: [{ origin: gateway.url }] });
  expect(tried.stdout).toContain('read as taken; its receipt is expected under g-1');
  expect(gateway.heard.map(({ url, body }) => [url, body.includes('"to":"13900000000"')])).toEqual([
    ['/messages', true],
  ]);
});

test('without an address the variable that is not set is named, and nothing else', async () => {
  const env = {
    DATABASE_URL: 'postgres://baton@127.0.0.1:1/baton',
    DATA_KEYS: KEY,
    HASH_KEYS: KEY,
    COURIER_SECRET: 'c'.repeat(32),
    SMS_SECRET: 's'.repeat(32),
    SMS_TEMPLATE: 'baton',
  };
  const { stderr, exitCode } = await baton(env, 'sms', 'check').catch((error: unknown) => error as ExecaError);
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain('set SMS_GATEWAY_URL in the environment');
  expect(stderr).not.toContain('is no address');
});
