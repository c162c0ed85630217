import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { removePidFile, writePidFile } from '../../scripts/servers/pid-file.ts';
import { isAlive } from '../../scripts/servers/processes.ts';
import { openInstallation, takePossession, type Installation } from '../../scripts/start/installation.ts';
import { installationKeys } from '../../scripts/start/keys.ts';
import { readOptions } from '../../scripts/start/start-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-installation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let installation: Installation;
beforeEach(() => {
  installation = openInstallation(mkdtempSync(join(folder, 'data-')));
});

async function aProcess() {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)']);
  await once(child.stdout, 'data');
  return { pid: child.pid ?? 0, exit: once(child, 'exit'), kill: () => child.kill('SIGKILL') };
}

test('the keys are made once, differ between installations, and nobody else may read them', () => {
  const keys = installationKeys(installation.keysFile);
  expect(installationKeys(installation.keysFile)).toEqual(keys);
  expect(statSync(installation.keysFile).mode & 0o777).toBe(0o600);
  const other = installationKeys(`${installation.keysFile}.other`);
  expect(other.DATA_KEYS).not.toBe(keys.DATA_KEYS);
  expect(Buffer.from(keys.DATA_KEYS.split(':')[1] ?? '', 'base64')).toHaveLength(32);
  expect(Buffer.from(keys.HASH_KEYS.split(':')[1] ?? '', 'base64')).toHaveLength(32);
});

test('logs and pid files are for their owner, while PostgreSQL’s account may pass through', () => {
  expect(statSync(join(installation.dataDir, 'logs')).mode & 0o777).toBe(0o700);
  const fresh = openInstallation(join(folder, 'not-there-yet'));
  expect(statSync(fresh.dataDir).mode & 0o777).toBe(0o711);
});

test('a second start on a folder in use is refused and told where Baton runs', async () => {
  const other = await aProcess();
  writePidFile(installation.pidFileOf('start'), other.pid, { url: 'http://127.0.0.1:8080' });
  await expect(takePossession(installation)).rejects.toThrow(`at http://127.0.0.1:8080 (process ${other.pid})`);
  other.kill();
  await other.exit;
  const release = await takePossession(installation);
  release();
  expect(existsSync(installation.pidFileOf('start'))).toBe(false);
});

test('what a killed starter left running is stopped before a new one starts', async () => {
  const worker = await aProcess();
  const stranger = await aProcess();
  writePidFile(installation.pidFileOf('worker'), worker.pid, {});
  writePidFile(installation.pidFileOf('api'), stranger.pid, { mark: 'of a process that had this pid before' });
  await takePossession(installation);
  await worker.exit;
  expect(isAlive(worker.pid)).toBe(false);
  expect(isAlive(stranger.pid)).toBe(true);
  expect(existsSync(installation.pidFileOf('worker'))).toBe(false);
  removePidFile(installation.pidFileOf('start'));
  stranger.kill();
  await stranger.exit;
});

test('the words of npm start are read, and an unknown one is named', () => {
  expect(readOptions(['--empty', '--port', '9000'])).toMatchObject({ empty: true, simulator: false, port: 9000 });
  expect(readOptions([])).toMatchObject({ empty: false, simulator: true, dev: false });
  expect(readOptions(['--help'])).toBe('help');
  expect(() => readOptions(['--emtpy'])).toThrow('--emtpy');
  expect(() => readOptions(['--port', 'high'])).toThrow('--port high is not a port');
});

test('new keys are never made for a ledger that has none: it was written with others', () => {
  const { keysFile, postgres } = openInstallation(mkdtempSync(join(folder, 'lost-')));
  mkdirSync(postgres, { recursive: true });
  installationKeys(keysFile, postgres);
  writeFileSync(join(postgres, 'PG_VERSION'), '18');
  installationKeys(keysFile, postgres);
  rmSync(keysFile);
  expect(() => installationKeys(keysFile, postgres)).toThrow('restore-keys');
  expect(existsSync(keysFile)).toBe(false);
});
