import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { readLivePidFile } from '../../scripts/servers/pid-file.ts';
import { startPostgres, type PostgresOptions } from '../../scripts/servers/embedded-postgres.ts';
import { hydrateLinks, postgresBinaries } from '../../scripts/servers/postgres-binaries.ts';
import { stateDirectoryOf } from '../../scripts/servers/postgres-runner.ts';
import { isAlive, waitForExit } from '../../scripts/servers/processes.ts';
import { leaveBehind } from './starter.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-postgres-'));
const running: { stop: () => Promise<void> }[] = [];
let count = 0;
const isRoot = process.getuid?.() === 0;

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newPlace = (parent = folder) => join(parent, `data-${++count}`);
const nobodyReachesTheBinaries = () =>
  spawnSync('setpriv', ['--reuid=nobody', join(postgresBinaries(), 'bin', 'postgres'), '--version']).status === 0;
async function start(options: PostgresOptions) {
  const server = await startPostgres({ durable: false, ...options });
  running.push(server);
  return server;
}
async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a new cluster is UTF-8, asks for its password and listens on this machine only', async () => {
  const dataDir = newPlace();
  const server = await start({ dataDir });
  await server.createDatabase('office');
  await server.createDatabase('office');
  const shown = await ask(
    server.url('office'),
    `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
            current_setting('unix_socket_directories') as sockets, current_setting('password_encryption') as passwords`,
  );
  expect(shown).toEqual([{ encoding: 'UTF8', addresses: '127.0.0.1', sockets: '', passwords: 'scram-sha-256' }]);
  expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
  const wrong = new URL(server.url('office'));
  wrong.password = 'wrong';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('stopped and started again, the data are there', async () => {
  const dataDir = newPlace();
  const first = await startPostgres({ dataDir });
  await ask(first.url('postgres'), 'create table kept as select 1 as one');
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start({ dataDir });
  expect(second.adopted).toBe(false);
  expect(await ask(second.url('postgres'), 'select one from kept')).toEqual([{ one: 1 }]);
});

test('a server whose starter was killed is adopted, not started twice', async () => {
  const dataDir = newPlace();
  const left = await leaveBehind('postgres', dataDir);
  const server = await start({ dataDir });
  expect(server).toMatchObject({ adopted: true, pid: left.pid, port: left.port });
  expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server killed with -9 is started again over its lock file, with what was committed', async () => {
  const dataDir = newPlace();
  const left = await leaveBehind('postgres', dataDir);
  const first = await startPostgres({ dataDir });
  await ask(first.url('postgres'), 'create table kept as select 1 as one');
  process.kill(left.pid, 'SIGKILL');
  await waitForExit(left.pid, 5_000);
  const again = await start({ dataDir, port: left.port });
  expect(again).toMatchObject({ adopted: false, port: left.port });
  expect(await ask(again.url('postgres'), 'select one from kept')).toEqual([{ one: 1 }]);
});

test('a taken port gives the next one', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const server = await start({ dataDir: newPlace(), port });
  expect(server.port).toBeGreaterThan(port);
  taken.close();
});

test.runIf(isRoot).for(['setuid', 'unshare', 'copy'] as const)(
  'as root it runs by way of %s',
  async (way, { skip }) => {
    skip(way === 'setuid' && !nobodyReachesTheBinaries(), 'this checkout lies below a home that nobody else may enter');
    chmodSync(folder, 0o755); // only setuid depends on it
    const dataDir = newPlace();
    const server = await start({ dataDir, way });
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readLivePidFile(`${dataDir}.pid.json`)).toMatchObject({ pid: server.pid, port: server.port });
    await running.pop()?.stop();
    expect(existsSync(`${dataDir}.pid.json`)).toBe(false);
    const again = await start({ dataDir, way });
    expect(again.adopted).toBe(false);
    if (way === 'copy') rmSync(stateDirectoryOf(dataDir), { recursive: true, force: true });
  },
);

test.runIf(isRoot)('as root it runs below a home that nobody else may enter', async () => {
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const dataDir = newPlace(home);
  const server = await startPostgres({ dataDir, durable: false });
  expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(statSync(home).mode & 0o777).toBe(0o700);
  await server.stop();
});

test('the links to its libraries are made where npm ran no scripts', () => {
  const native = join(folder, 'package', 'native');
  const link = join(native, 'lib', 'libpq.so');
  mkdirSync(dirname(native), { recursive: true });
  cpSync(postgresBinaries(), native, {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  });
  expect(existsSync(link)).toBe(false);
  hydrateLinks(native);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(link).length).toBeGreaterThan(0);
  hydrateLinks(native);
});
