/** server.ts and operator.ts as processes of their own, the way production runs them. */
import { join } from 'node:path';
import { execa, type ResultPromise } from 'execa';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLink } from '../chaos/link.ts';
import { caller } from './support/api.ts';
import { freshDatabaseUrl } from './support/database.ts';
import { eventually } from './support/eventually.ts';
import { freePort } from '../scripts/servers/ports.ts';

const root = join(import.meta.dirname, '..');
const key = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
let database: Awaited<ReturnType<typeof freshDatabaseUrl>>;
let environment: Record<string, string>;
beforeAll(async () => {
  database = await freshDatabaseUrl();
  environment = {
    DATABASE_URL: database.url,
    DATA_KEYS: key,
    HASH_KEYS: key,
    COURIER_SECRET: 'c'.repeat(32),
    SMS_SECRET: 's'.repeat(32),
    NODE_ENV: 'production',
    OFFICE_NAME: '样例市社会保险中心',
    OFFICE_AREA_CODE: '320100',
    OFFICE_TELEPHONE: '025-88001001',
  };
});
afterAll(() => database.drop());

/** Several processes of Node one after the other; each takes seconds to start on a busy machine. */
const PATIENT = 120_000;

const run = (script: string, env: Record<string, string>, ...words: string[]) =>
  execa(process.execPath, ['--import', 'tsx', join(root, script), ...words], { cwd: root, reject: false, env });

async function serving<T>(env: Record<string, string>, use: (port: number, metricsPort: number) => Promise<T>) {
  const [port, metricsPort] = [await freePort(28_080), await freePort(29_090)];
  const ports = { PORT: String(port), METRICS_PORT: String(metricsPort) };
  const api: ResultPromise<{ reject: false }> = run('server.ts', { ...env, ...ports });
  try {
    await eventually(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok, { withinMs: 60_000 });
    await use(port, metricsPort);
  } finally {
    api.kill('SIGTERM');
  }
  return api;
}

test(
  'an incomplete configuration ends the process with everything that is wrong',
  async () => {
    const { exitCode, stderr } = await run('server.ts', { ...environment, DATA_KEYS: 'x', PRACTICE: '1' });
    expect(exitCode).toBe(1);
    for (const name of ['DATA_KEYS', 'PRACTICE']) expect(stderr).toContain(`  ${name}: `);
  },
  PATIENT,
);

test(
  'a first start makes the office, its administrator gets in once, and a signal ends it cleanly',
  async () => {
    const { exitCode } = await serving(environment, async (port, metricsPort) => {
      const created = await run('operator.ts', environment, 'create-administrator', '--json');
      const { username, password } = JSON.parse(created.stdout) as { username: string; password: string };
      const again = await run('operator.ts', environment, 'create-administrator');
      expect(again.stdout).toBe('');

      const anybody = caller(`http://127.0.0.1:${port}`, {});
      const { status, body } = await anybody.post('/sessions', { username, password });
      expect(status).toBe(201);
      expect(body.me).toMatchObject({
        mustChangePassword: true,
        office: { name: '样例市社会保险中心' },
        practice: false,
      });
      expect((await anybody.get('/practice/accounts')).status).toBe(404);
      // Who closed the window before choosing one is not locked out for ever.
      const anew = JSON.parse((await run('operator.ts', environment, 'create-administrator', '--json')).stdout);
      expect((await anybody.post('/sessions', { username, password })).status).toBe(401);
      expect((await anybody.post('/sessions', anew)).status).toBe(201);

      const operators = caller(`http://127.0.0.1:${metricsPort}`, {});
      expect((await operators.get('/metrics')).text).toContain('baton_http_request_seconds');
      expect((await operators.get('/operations')).body).toMatchObject({ outboxWaiting: 0, deadLetters: 0 });
    });
    expect(exitCode).toBe(0);
  },
  PATIENT,
);

test(
  'a network that forgot every connection to the database keeps the API from being ready for seconds, not for ever',
  async () => {
    const link = await openLink(() => Number(new URL(database.url).port));
    const through = new URL(database.url);
    through.port = String(link.port);
    try {
      await serving({ ...environment, DATABASE_URL: through.href }, async (port) => {
        link.impose({ holds: ['toServer', 'toClient'], forgets: true })();
        const asked = () => fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(8_000) });
        const refused = await asked();
        expect(refused.status).toBe(503);
        await eventually(async () => (await asked()).ok);
      });
    } finally {
      link.close();
    }
  },
  PATIENT,
);

test(
  'a database that is not migrated keeps the API from starting, until the operator migrates it',
  async () => {
    const empty = await freshDatabaseUrl();
    try {
      const env = { ...environment, DATABASE_URL: empty.url };
      await emptied(empty.url);
      const refused = await run('server.ts', env);
      expect([refused.exitCode, /not migrated/.test(refused.stderr)]).toEqual([1, true]);
      const { stdout } = await run('operator.ts', env, 'migrate', '--json');
      const { applied, total } = JSON.parse(stdout) as { applied: string[]; total: number };
      expect(applied).toHaveLength(total);
      expect((await run('operator.ts', env, 'migrate')).stdout).toMatch(/^nothing to do/);
    } finally {
      await empty.drop();
    }
  },
  PATIENT,
);

async function emptied(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
}
