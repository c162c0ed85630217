import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLivePidFile, writePidFile } from '../../scripts/servers/pid-file.ts';
import { isAlive } from '../../scripts/servers/processes.ts';
import { eventually } from '../support/eventually.ts';
import { addressesListenedOn } from '../support/listening.ts';
import { RUN_PREFIX, stopServersIn } from '../support/left-servers.ts';
import { builtConsole } from '../support/servers.ts';

type Facts = { url: string; temporalPage: string; pids: Record<'api' | 'worker' | 'postgres' | 'temporal', number> };

const dataDir = mkdtempSync(join(tmpdir(), RUN_PREFIX));
writePidFile(join(dataDir, 'owner.json'), process.pid, {});
const starters: ChildProcess[] = [];

beforeAll(builtConsole, 120_000);
afterAll(async () => {
  for (const starter of starters) {
    if (starter.exitCode !== null || starter.signalCode !== null) continue;
    starter.kill('SIGTERM');
    await once(starter, 'exit');
  }
  await stopServersIn(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

/** `npm start` for a program: resolves when it says, in one line of JSON, that the office stands. */
async function start(...more: string[]): Promise<{ starter: ChildProcess; facts: Facts; said: () => string }> {
  const file = join(import.meta.dirname, '..', '..', 'scripts', 'start.ts');
  const words = ['--data', dataDir, '--port', '0', '--no-simulator', '--json', ...more];
  const starter = spawn(process.execPath, ['--import', 'tsx', file, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  starters.push(starter);
  let said = '';
  starter.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ready = once(starter.stdout, 'data') as Promise<[Buffer]>;
  const early = once(starter, 'exit').then(() => Promise.reject(new Error(`it ended before it stood:\n${said}`)));
  const [line] = await Promise.race([ready, early]);
  early.catch(() => {});
  return {
    starter,
    facts: JSON.parse(line.toString()) as Facts,
    said: () => said,
  };
}

/** As if whoever started it had been killed. */
async function leave(starter: ChildProcess): Promise<void> {
  starter.stdin?.end();
  expect(await once(starter, 'exit')).toEqual([0, null]);
}

/** The servers that run on this folder now, whoever started them. */
function serversOn(folder: string) {
  const postgres = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return { postgres, temporal: readLivePidFile(join(folder, 'temporal.db.pid.json'))?.pid };
}

const isReady = async (url: string) => (await fetch(`${url}/readyz`)).status === 200;

test('an office starts, survives kill -9 of each process and of its starter, and stops in order when who started it is gone', async () => {
  const first = await start();
  expect(await isReady(first.facts.url)).toBe(true);
  expect(await (await fetch(first.facts.temporalPage)).text()).toContain('<html');
  const { api, worker, temporal } = first.facts.pids;
  expect([...addressesListenedOn([api, worker, temporal])]).toEqual(['127.0.0.1']);

  for (const name of ['api', 'worker', 'temporal', 'postgres'] as const)
    process.kill(first.facts.pids[name], 'SIGKILL');
  await eventually(
    () =>
      ['api ended', 'worker ended', 'Temporal is back', 'PostgreSQL is back'].every((words) =>
        first.said().includes(words),
      ),
    {
      withinMs: 30_000,
    },
  );
  await eventually(() => isReady(first.facts.url), { withinMs: 30_000 });

  const left = serversOn(dataDir);
  first.starter.kill('SIGKILL');
  await once(first.starter, 'exit');
  const second = await start('--while-stdin');
  expect(second.facts).toMatchObject({ pids: left, temporalPage: first.facts.temporalPage });
  expect(await isReady(second.facts.url)).toBe(true);
  await leave(second.starter);
  for (const pid of Object.values(second.facts.pids)) expect(isAlive(pid)).toBe(false);
  const log = readFileSync(join(dataDir, 'logs', 'start.log'), 'utf8');
  const order = ['the worker', 'the API', 'Temporal', 'PostgreSQL'].map((what) => log.lastIndexOf(`stopping ${what}`));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
}, 240_000);
