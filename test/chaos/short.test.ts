import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAULTS } from '../../chaos/faults/all.ts';
import { PARTS } from '../../chaos/parts.ts';
import type { Report } from '../../chaos/run.ts';
import { writePidFile } from '../../scripts/servers/pid-file.ts';
import { RUN_PREFIX, stopServersIn } from '../support/left-servers.ts';
import { builtConsole } from '../support/servers.ts';

const dataDir = mkdtempSync(join(tmpdir(), RUN_PREFIX));
chmodSync(dataDir, 0o711); // PostgreSQL may run as another account and must reach its folder
writePidFile(join(dataDir, 'owner.json'), process.pid, {});

let running: ChildProcess | undefined;

beforeAll(builtConsole, 120_000);
afterAll(async () => {
  running?.kill('SIGKILL'); // still there when the test gave up waiting
  await stopServersIn(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

test('a month that is broken in every way loses, doubles and orphans nothing', async () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  process.stderr.write(`again: npm run chaos -- --seconds 40 --seed ${seed} --transfers 25\n`);
  const { code, said, report } = await chaos('--seconds', '40', '--seed', String(seed), '--transfers', '25');

  expect(report, said).toBeDefined();
  expect({ broken: report?.broken, findings: report?.findings }, said).toEqual({ broken: null, findings: [] });
  expect(code, said).toBe(0);
  expect(report?.seed).toBe(seed);
  expect(report?.metrics).toEqual(report?.truth);
  const known = [...Object.keys(report?.kinds ?? {}), ...(report?.omitted ?? []).map(({ name }) => name)];
  expect(known.sort()).toEqual(FAULTS.map(({ name }) => name).sort());
  expect(Object.keys(report?.kinds ?? {})).toEqual(expect.arrayContaining([...PARTS, 'starter']));
  // A run in which nobody was served would have proved nothing.
  expect(report?.load.acknowledged).toBeGreaterThan(5);
}, 900_000);

/** The command itself, as a person runs it. */
async function chaos(...words: string[]): Promise<{ code: number | null; said: string; report: Report | undefined }> {
  const file = join(import.meta.dirname, '..', '..', 'chaos', 'chaos.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words, '--json', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let [answered, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (answered += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const last = answered.trimEnd().split('\n').at(-1) ?? '';
  return { code, said, report: last.startsWith('{') ? (JSON.parse(last) as Report) : undefined };
}
