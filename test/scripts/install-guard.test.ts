import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'baton-install-'));
const scripts = join(import.meta.dirname, '..', '..', 'scripts');
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(folder, 'clone-'));
  mkdirSync(join(project, 'scripts'));
  for (const name of ['run.mjs', 'install-guard.mjs', 'run-typescript.mjs']) {
    cpSync(join(scripts, name), join(project, 'scripts', name));
  }
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  writeFileSync(join(project, 'package-lock.json'), '{"packages":{"node_modules/tsx":{}}}');
  writeFileSync(join(project, 'hello.mjs'), 'console.log("hello " + process.argv.slice(2).join(" "))');
  // Stands in for npm: counts its calls, and installs what the runner needs.
  writeFileSync(
    join(project, 'npm.cjs'),
    `const fs = require('node:fs');
     fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
     if (fs.existsSync('no-network')) { console.error('npm error network is unreachable'); process.exit(1); }
     fs.mkdirSync('node_modules/tsx', { recursive: true });
     fs.writeFileSync('node_modules/tsx/package.json', '{"main":"index.cjs"}');
     fs.writeFileSync('node_modules/tsx/index.cjs', '');
     fs.writeFileSync('node_modules/.package-lock.json', '{}');`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: string[]) {
  const npm = `npm_execpath=${join(project, 'npm.cjs')}`;
  const runner = join(project, 'scripts', 'run.mjs');
  const ran = spawnSync('env', [npm, process.execPath, runner, ...words], { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
const calls = () =>
  existsSync(join(project, 'calls')) ? readFileSync(join(project, 'calls'), 'utf8').split('\n').length - 1 : 0;
const rewriteLockfile = (text: string, seconds: number) => {
  const file = join(project, 'package-lock.json');
  writeFileSync(file, text);
  utimesSync(file, seconds, seconds);
};
const inAnHour = () => Date.now() / 1000 + 3600;

test('a fresh clone installs once, says so, and then runs the file with its words', () => {
  const first = run('hello.mjs', 'a', 'b');
  expect(first.code).toBe(0);
  expect(first.out).toContain('Installing the packages of package-lock.json');
  expect(first.out).toContain('hello a b');
  const second = run('hello.mjs');
  expect(second.out).toBe('hello \n');
  expect(calls()).toBe(1);
});

test('another lockfile is installed; the same one with a new date is not', () => {
  run('hello.mjs');
  rewriteLockfile('{"packages":{"node_modules/tsx":{}}}', inAnHour());
  run('hello.mjs');
  expect(calls()).toBe(1);
  rewriteLockfile('{"packages":{"node_modules/tsx":{},"node_modules/new":{}}}', inAnHour());
  run('hello.mjs');
  expect(calls()).toBe(2);
});

test('what somebody installed by hand after the lockfile is accepted', () => {
  mkdirSync(join(project, 'node_modules', 'tsx'), { recursive: true });
  writeFileSync(join(project, 'node_modules', 'tsx', 'index.js'), '');
  writeFileSync(join(project, 'node_modules', '.package-lock.json'), '{}');
  expect(run('hello.mjs').code).toBe(0);
  expect(calls()).toBe(0);
});

test('an install that fails says what npm said, and nothing is run', () => {
  writeFileSync(join(project, 'no-network'), '');
  const { code, out, err } = run('hello.mjs');
  expect(code).toBe(1);
  expect(err).toContain('network is unreachable');
  expect(out).not.toContain('hello');
});

test('packages behind a link are another copy’s and are not touched', () => {
  const others = mkdtempSync(join(folder, 'others-'));
  writeFileSync(join(others, 'precious'), '');
  symlinkSync(others, join(project, 'node_modules'));
  const { code, err } = run('hello.mjs');
  expect(code).toBe(1);
  expect(err).toContain('is a link');
  expect(calls()).toBe(0);
  expect(existsSync(join(others, 'precious'))).toBe(true);
});

test('the exit code of the file is passed on', () => {
  writeFileSync(join(project, 'fail.mjs'), 'process.exit(7)');
  expect(run('fail.mjs').code).toBe(7);
});

test('a signal reaches the file that runs, and the runner waits for it', async () => {
  writeFileSync(
    join(project, 'drain.mjs'),
    `process.on('SIGINT', () => setTimeout(() => { console.log('drained'); process.exit(0); }, 100));
     setInterval(() => {}, 1000); console.log('ready');`,
  );
  run('hello.mjs');
  const child = spawn(process.execPath, [join(project, 'scripts', 'run.mjs'), 'drain.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    if (chunk.toString().includes('ready')) child.kill('SIGINT');
  });
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(out).toBe('ready\ndrained\n');
});
