/** The whole product as separate processes on the question's servers: API and worker, real time, practice accounts. */
import { join } from 'node:path';
import { migrateToLatest } from '../../db/connection/migrate.ts';
import { PRACTICE_ACCOUNTS } from '../../domain/staff/practice.ts';
import type { RunningPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import { installationKeys, type Keys } from '../../scripts/start/keys.ts';
import type { Context } from '../context.ts';
import { ApiClient } from './api-client.ts';
import { startProcess, untilReady } from './product-process.ts';
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

/** Where facts are said and worklists are looked at: the product's, or a contestant's that takes the same requests. */
export type Counter = Pick<BenchOffice, 'url' | 'databaseUrl' | 'api' | 'tokens'>;

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

async function signInAll(api: ApiClient): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const { username } of PRACTICE_ACCOUNTS) tokens.set(username, await api.signIn(username));
  return tokens;
}
