/** Runs docs/walkthrough.md: every command in its order on an office of its own, and compares what it says. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startInstallation, type Installation } from '../../simulator/outside/installation.ts';
import { builtConsole } from '../support/servers.ts';

const run = promisify(execFile);
const page = resolve(import.meta.dirname, '../../docs/walkthrough.md');
const said: string[] = [];
let folder: string;
let office: Installation;

beforeAll(async () => {
  await builtConsole();
  folder = await mkdtemp(join(tmpdir(), 'baton-walkthrough-'));
  office = await startInstallation(folder, (line) => said.push(line)).catch((error: unknown) => {
    throw new Error(said.join('\n'), { cause: error });
  });
}, 180_000);

afterAll(async () => {
  await office?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** The page's blocks in one language, in order. */
async function blocksOf(language: 'sh' | 'text'): Promise<string[]> {
  const blocks = (await readFile(page, 'utf8')).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return Array.from(blocks).flatMap(([, name, content]) => (name === language ? [content!] : []));
}

/** `…` on the page stands for what differs from run to run. */
function asPattern(line: string): RegExp {
  const parts = line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

test('one transfer goes by hand from the counter to the booking, as the page says', async () => {
  const [commands, expected] = [await blocksOf('sh'), (await blocksOf('text')).join('').trimEnd().split('\n')];
  const where = `BATON='${office.url}' KEYS='${join(folder, 'keys.json')}'`;
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', [where, ...commands].join('\n')], {
    cwd: folder,
    timeout: 120_000,
  });
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(expected.length);
  for (const [index, line] of lines.entries()) expect(line).toMatch(asPattern(expected[index]!));
}, 150_000);
