import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let folder: string;
let units: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-units-'));
  units = join(folder, 'units');
  mkdirSync(join(folder, 'dist'));
  for (const name of ['server.js', 'worker.js', 'operator.js']) writeFileSync(join(folder, 'dist', name), '');
  writeFileSync(join(folder, 'baton.env'), '');
  await baton('--to', units, '--temporal', process.execPath);
});
afterAll(() => rmSync(folder, { recursive: true }));

const baton = (...words: string[]) =>
  execa(process.execPath, [
    '--import',
    'tsx',
    join(root, 'cli', 'baton.ts'),
    'install-service',
    '--user',
    'root',
    '--root',
    folder,
    '--environment',
    join(folder, 'baton.env'),
    ...words,
  ]);
const names = () => readdirSync(units).filter((name) => /\.(service|timer)$/.test(name));
const lineOf = (unit: string, key: string): string[] =>
  readFileSync(join(units, unit), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${key}=`))
    .map((line) => line.slice(key.length + 1));
const hasSystemd = await execa('systemd-analyze', ['--version'], { reject: false }).then(({ failed }) => !failed);

test.runIf(hasSystemd)('systemd finds nothing to say about any of the units', async () => {
  const files = names().map((name) => join(units, name));
  const { all } = await execa('systemd-analyze', ['verify', '--recursive-errors=no', ...files], {
    all: true,
    reject: false,
  });
  expect(all.split('\n').filter((line) => line.includes('baton-'))).toEqual([]);
});

test('both processes start at boot, after the servers and the migration, and again whenever they end', () => {
  for (const unit of ['baton-api.service', 'baton-worker.service']) {
    expect(lineOf(unit, 'WantedBy')).toEqual(['multi-user.target']);
    expect(lineOf(unit, 'Requires')).toEqual(['baton-migrate.service']);
    expect(lineOf(unit, 'After')[0]).toMatch(/baton-temporal\.service baton-migrate\.service$/);
    expect(lineOf(unit, 'Restart')).toEqual(['always']);
    expect(lineOf(unit, 'EnvironmentFile')).toEqual([join(folder, 'baton.env')]);
    expect(lineOf(unit, 'ProtectSystem')).toEqual(['strict']);
  }
  // A worker drains for twenty seconds.
  expect(Number(lineOf('baton-worker.service', 'TimeoutStopSec')[0])).toBeGreaterThan(20);
});

test('the worker has its metrics on a port of its own', () => {
  expect(lineOf('baton-worker.service', 'ExecStart')[0]).toMatch(
    /^\/usr\/bin\/env METRICS_PORT=9091 \S+ \S+worker\.js$/,
  );
  expect(lineOf('baton-api.service', 'ExecStart')[0]).not.toContain('METRICS_PORT');
});

test('every unit that starts at boot is in the command that is printed', async () => {
  const { stdout } = await baton('--to', join(folder, 'printed'), '--temporal', process.execPath);
  const enabled = /enable --now (.*)/.exec(stdout)![1]!.split(' ');
  expect(enabled.sort()).toEqual(
    names()
      .filter((name) => lineOf(name, 'WantedBy').length > 0)
      .sort(),
  );
  expect(enabled).toContain('baton-temporal.service');
});

test('backups and test restores are timed, and made up for after a night without the machine', () => {
  for (const timer of ['baton-backup.timer', 'baton-backup-test.timer']) {
    expect(lineOf(timer, 'Persistent')).toEqual(['true']);
    expect(names()).toContain(timer.replace('.timer', '.service'));
  }
  expect(lineOf('baton-backup.service', 'ExecStart')[0]).toMatch(/operator\.js backup --nightly$/);
});

test('--print shows the same and writes nothing', async () => {
  const before = readdirSync(folder);
  const { stdout } = await baton('--print', '--to', join(folder, 'elsewhere'), '--temporal', process.execPath);
  for (const name of readdirSync(units)) expect(stdout).toContain(readFileSync(join(units, name), 'utf8').trim());
  expect(readdirSync(folder)).toEqual(before);
});
