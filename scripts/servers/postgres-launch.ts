import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PostgresRunner } from './postgres-runner.ts';

// The builtin provider knows C.UTF-8 on systems whose C library does not.
const LOCALE =
  process.platform === 'linux'
    ? ['--locale=C.UTF-8']
    : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes the cluster beside its place and moves it there when it is whole: a start that was killed leaves no half of one. */
export async function initialise(runner: PostgresRunner, password: string, durable: boolean): Promise<void> {
  const fresh = `${runner.dataDir}.new`;
  const secret = `${runner.dataDir}.init`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  runner.handOver(fresh);
  runner.handOver(secret);
  try {
    await runInitdb(runner, [
      '-D',
      fresh,
      '-U',
      'baton',
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...LOCALE,
      ...(durable ? [] : ['--no-sync']),
    ]);
  } finally {
    rmSync(secret, { force: true });
  }
  if (existsSync(runner.dataDir)) rmSync(runner.dataDir, { recursive: true });
  renameSync(fresh, runner.dataDir);
}

async function runInitdb(runner: PostgresRunner, args: string[]): Promise<void> {
  const child = runner.run('initdb', args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder:\n${said.trim()}`);
}

/** Starts the server apart from our process group, so that Ctrl-C reaches it only when we say so. Returns its pid. */
export function launch(runner: PostgresRunner, port: number, logFile: string, durable: boolean): number {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  const child = runner.run('postgres', ['-D', runner.dataDir, ...settings(port, durable)], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.once('error', () => {}); // its absence is noticed by whoever waits for it to be ready
  child.unref();
  return child.pid ?? 0;
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
