import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { readLivePidFile, writePidFile } from '../../scripts/servers/pid-file.ts';
import { isAlive } from '../../scripts/servers/processes.ts';
import { Supervised } from '../../scripts/start/supervised.ts';
import { eventually } from '../support/eventually.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-supervised-'));
const started: Supervised[] = [];
let said: string[] = [];

afterEach(async () => {
  for (const process of started.splice(0)) await process.stop(1_000);
  said = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, env: () => Record<string, string> = () => ({}), ends = false): Supervised {
  const name = `process-${started.length}-${Date.now()}`;
  const supervised = new Supervised({
    name,
    args: ['-e', script],
    env,
    logFile: join(folder, `${name}.log`),
    pidFile: join(folder, `${name}.json`),
    ends,
    say: (sentence) => said.push(sentence),
  });
  started.push(supervised);
  return supervised;
}
const pidFileOf = ({ name }: Supervised) => join(folder, `${name}.json`);
const FOREVER = 'setInterval(() => {}, 1000)';

test('a process that is killed is started again, and it is said', async () => {
  const supervised = run(FOREVER);
  const first = supervised.pid ?? 0;
  process.kill(first, 'SIGKILL');
  const second = await eventually(() => supervised.pid !== undefined && supervised.pid !== first && supervised.pid);
  expect(isAlive(second)).toBe(true);
  expect(said).toEqual([`${supervised.name} ended (SIGKILL); starting it again in 0.5 s`]);
  expect(readLivePidFile(pidFileOf(supervised))?.pid).toBe(second);
});

test('a process that falls over at once is given longer and longer pauses', async () => {
  const supervised = run('process.exit(3)');
  await eventually(() => said.length >= 3);
  expect(supervised.deaths).toBeGreaterThanOrEqual(3);
  expect(said.slice(0, 3).map((sentence) => sentence.replace(supervised.name, 'it'))).toEqual([
    'it ended (code 3); starting it again in 0.5 s',
    'it ended (code 3); starting it again in 1 s',
    'it ended (code 3); starting it again in 2 s',
  ]);
});

test('a server that ends unasked is started again, however politely it went', async () => {
  const supervised = run('process.exit(0)');
  await eventually(() => supervised.deaths >= 2);
  expect(supervised.finished).toBe(false);
});

test('a process whose work can be done and that ends well is left alone', async () => {
  const supervised = run('process.exit(0)', () => ({}), true);
  await eventually(() => supervised.finished);
  expect(supervised.deaths).toBe(0);
  expect(supervised.pid).toBeUndefined();
  expect(existsSync(pidFileOf(supervised))).toBe(false);
});

test('stopping lets it finish what it has begun, and does not start it again', async () => {
  const supervised = run(
    `console.log('ready'); process.on('SIGTERM', () => setTimeout(() => { console.log('drained'); process.exit(1) }, 200)); ${FOREVER}`,
  );
  const log = join(folder, `${supervised.name}.log`);
  await eventually(() => readFileSync(log, 'utf8').includes('ready'));
  const pid = supervised.pid ?? 0;
  await supervised.stop(5_000);
  expect(isAlive(pid)).toBe(false);
  expect(readFileSync(log, 'utf8')).toContain('drained');
  expect(said).toEqual([]);
});

test('a process that does not heed the request is killed', async () => {
  const supervised = run(`process.on('SIGTERM', () => {}); console.log('deaf'); ${FOREVER}`);
  await eventually(() => readFileSync(join(folder, `${supervised.name}.log`), 'utf8').includes('deaf'));
  const pid = supervised.pid ?? 0;
  await supervised.stop(100);
  expect(isAlive(pid)).toBe(false);
});

test('restarted, it reads its environment anew', async () => {
  let address = 'old';
  const supervised = run(`console.log(process.env.ADDRESS); ${FOREVER}`, () => ({ ADDRESS: address }));
  const log = () => readFileSync(join(folder, `${supervised.name}.log`), 'utf8');
  await eventually(() => log().includes('old'));
  address = 'new';
  await supervised.restart();
  await eventually(() => log() === 'old\nnew\n');
});

test('a pid that another process has by now is not taken for ours', () => {
  const file = join(folder, 'reused.json');
  writePidFile(file, process.pid, { url: 'here' });
  expect(readLivePidFile<{ url: string }>(file)?.url).toBe('here');
  const earlier = { ...(JSON.parse(readFileSync(file, 'utf8')) as object), mark: 'of an earlier process' };
  writeFileSync(file, JSON.stringify(earlier));
  expect(readLivePidFile(file)).toBeUndefined();
});
