/** The whole product as separate processes on the question's servers: API and worker, real time, practice accounts. */
import { execa } from 'execa';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { migrateToLatest } from '../../db/connection/migrate.ts';
import { PRACTICE_ACCOUNTS } from '../../domain/staff/practice.ts';
import type { RunningPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { tailOf } from '../../scripts/servers/log-tail.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import { isAlive, stopProcess } from '../../scripts/servers/processes.ts';
import { installationKeys, type Keys } from '../../scripts/start/keys.ts';
import { typeScript } from '../../scripts/start/office.ts';
import type { Context } from '../context.ts';
import { ApiClient } from './api-client.ts';
import type { BenchTemporal } from './temporal.ts';

export interface BenchOffice {
  readonly url: string;
  readonly databaseUrl: string;
  readonly keys: Keys;
  /** Of the running processes; the worker is there when the question has a Temporal server. */
  readonly pids: { readonly api: number; readonly worker?: number };
  readonly api: ApiClient;
  /** Every practice account signed in: the token by username. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Stops one of the processes and starts it again, by default at once. */
  restartWorker(): Promise<number>;
}

/** Everything that works for an office with a worker, as the meters name it. */
export const processesOf = ({ pids }: BenchOffice, temporal: number, postgres: number) => ({
  API: pids.api,
  worker: pids.worker!,
  Temporal: temporal,
  PostgreSQL: postgres,
});

export interface OfficeOptions {
  readonly postgres: RunningPostgres;
  /** Without it there is a counter and no worker. */
  readonly temporal?: BenchTemporal;
  readonly database?: string;
  /** Of an office that is there already; else new ones. */
  readonly keys?: Keys;
  readonly environment?: Readonly<Record<string, string>>;
}

const READY_PATIENCE_MS = 180_000;

export async function officeOn(context: Context, options: OfficeOptions): Promise<BenchOffice> {
  const { postgres, database = 'baton' } = options;
  await postgres.createDatabase(database);
  const databaseUrl = postgres.url(database);
  await migrateToLatest(databaseUrl);
  const keys = options.keys ?? installationKeys(join(context.folder, `${database}.keys.json`));
  const ports = { api: await freePort(), apiMetrics: await freePort(), workerMetrics: await freePort() };
  const start = (name: 'server' | 'worker') => startProcess(context, name, options, { ...keys, databaseUrl, ports });
  const url = `http://127.0.0.1:${ports.api}`;

  const api = await start('server');
  await untilReady(`${url}/readyz`, api);
  const startWorker = async () => {
    const worker = await start('worker');
    await untilReady(`http://127.0.0.1:${ports.workerMetrics}`, worker);
    return worker;
  };
  let worker = options.temporal && (await startWorker());
  context.atEnd(async () => {
    if (worker) await worker.stop();
    await api.stop();
  });
  const client = new ApiClient(url);
  return {
    url,
    databaseUrl,
    keys,
    api: client,
    tokens: await signInAll(client),
    get pids() {
      return { api: api.pid, ...(worker && { worker: worker.pid }) };
    },
    async restartWorker() {
      await worker?.stop();
      worker = await startWorker();
      return worker.pid;
    },
  };
}

interface Started {
  readonly pid: number;
  readonly logFile: string;
  stop(): Promise<void>;
}

interface Surroundings extends Keys {
  readonly databaseUrl: string;
  readonly ports: { readonly api: number; readonly apiMetrics: number; readonly workerMetrics: number };
}

async function startProcess(
  { folder, profile }: Context,
  name: 'server' | 'worker',
  { temporal, environment = {} }: OfficeOptions,
  { databaseUrl, ports, ...keys }: Surroundings,
): Promise<Started> {
  const logFile = join(folder, `${name}.log`);
  // A name of our own would be the same for every thread, and the loader's would take the place of the process's.
  const profiled = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', join(profile, name)];
  const output = { file: logFile, append: true } as const;
  const child = execa(process.execPath, [...profiled, ...typeScript(`${name}.ts`, { dev: false })], {
    env: {
      ...keys,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporal?.address ?? '127.0.0.1:1',
      PORT: String(ports.api),
      METRICS_PORT: String(name === 'server' ? ports.apiMetrics : ports.workerMetrics),
      PRACTICE: '1',
      // What is measured is the office, not the door that keeps floods out.
      REQUESTS_PER_MINUTE: '100000000',
      ...environment,
    },
    detached: true,
    reject: false,
    cleanup: false,
    stdin: 'ignore',
    stdout: output,
    stderr: output,
    buffer: false,
  });
  if (child.pid === undefined) throw new Error(`${name} did not start`);
  const { pid } = child;
  return { pid, logFile, stop: () => stopProcess(pid, 'SIGTERM', 25_000) };
}

async function untilReady(url: string, { pid, logFile }: Started): Promise<void> {
  const deadline = Date.now() + READY_PATIENCE_MS;
  while (isAlive(pid) && Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`${url} is not there. The last lines of ${logFile}:\n${tailOf(logFile)}`);
}

async function signInAll(api: ApiClient): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const { username } of PRACTICE_ACCOUNTS) tokens.set(username, await api.signIn(username));
  return tokens;
}
