/** What production runs: compiled code and a prebuilt bundle, with no compiler and no TypeScript beside them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyAssets } from '../../scripts/build/assets.ts';
import { compile } from '../../scripts/build/compile.ts';
import { bundleWorkflows } from '../../scripts/build/workflow-bundle.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import { freshDatabaseUrl } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { temporalAddress } from '../support/servers.ts';
import { registerNamespace } from '../support/temporal.ts';

const root = join(import.meta.dirname, '../..');
// Below the root, so that the packages are found; beside dist/, which an office may be serving.
const built = join(root, '.cache', `build-test-${process.pid}`);
const namespace = `build-test-${process.pid}`;
const key = (byte: number) => `2026a:${Buffer.alloc(32, byte).toString('base64')}`;

let database: { url: string; drop: () => Promise<void> };
const running: ChildProcess[] = [];

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  await Promise.all([compile(root, built), bundleWorkflows(root, join(built, 'workflow-bundle.js'))]);
  copyAssets(root, built);
  database = await freshDatabaseUrl();
}, 180_000);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database?.drop();
  rmSync(built, { recursive: true, force: true });
});

test('the compiled API answers, shows its contract and drains on SIGTERM', async () => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const api = start('server.js', { PORT: String(port), METRICS_PORT: String(metricsPort) });
  await answers(api, `http://127.0.0.1:${port}/readyz`);
  expect(await isOk(`http://127.0.0.1:${port}/openapi.yaml`)).toBe(true);
  expect(await isOk(`http://127.0.0.1:${metricsPort}/metrics`)).toBe(true);
  expect(await stop(api), api.said()).toBe(0);
});

test('the compiled worker runs the prebuilt bundle and drains on SIGTERM', async () => {
  const address = await temporalAddress();
  await registerNamespace(namespace);
  const metricsPort = await freePort();
  const worker = start('worker.js', {
    METRICS_PORT: String(metricsPort),
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
  });
  await answers(worker, `http://127.0.0.1:${metricsPort}/metrics`);
  expect(await stop(worker), worker.said()).toBe(0);
});

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
}

function start(file: string, variables: Record<string, string>): Started {
  const child = spawn(process.execPath, [join(built, file)], {
    cwd: root,
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      DATA_KEYS: key(1),
      HASH_KEYS: key(2),
      COURIER_SECRET: 'c'.repeat(32),
      SMS_SECRET: 's'.repeat(32),
      OFFICE_NAME: '测试区社会保险基金管理中心',
      OFFICE_AREA_CODE: '110102',
      OFFICE_TELEPHONE: '010-12345678',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  running.push(child);
  return { child, said: () => said };
}

async function stop({ child, said }: Started): Promise<number | null> {
  if (child.exitCode !== null) throw new Error(`it had ended by itself: ${said()}`);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function answers({ child, said }: Started, url: string): Promise<void> {
  await eventually(
    () => {
      if (child.exitCode !== null) throw new Error(`it ended by itself: ${said()}`);
      return isOk(url);
    },
    { withinMs: 30_000 },
  );
}

async function isOk(url: string): Promise<boolean> {
  return (await fetch(url)).ok;
}
