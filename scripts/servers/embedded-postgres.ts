import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { tailOf } from './log-tail.ts';
import { removePidFile, writePidFile } from './pid-file.ts';
import { freePort } from './ports.ts';
import { leftoverPostmaster, type Postmaster } from './postgres-adoption.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { clusterPassword, clusterUrl, createDatabase, isOurs } from './postgres-cluster.ts';
import { initialise, launch } from './postgres-launch.ts';
import { chooseRunner, stateDirectoryOf } from './postgres-runner.ts';
import type { Way } from './postgres-runner.ts';
import { isAlive, stopProcess } from './processes.ts';

export type PostgresOptions = {
  /**
   * Absolute folder of the cluster; made when missing. Beside it lie its password, `<dataDir>.password`, and while the
   * server runs `<dataDir>.pid.json` with its port: the cluster itself may have to live elsewhere.
   */
  dataDir: string;
  /** Wanted port; the next free one is taken when it is busy. 0 or none: any. */
  port?: number;
  logFile?: string;
  /** False for throw-away clusters: nothing is flushed to the disk. */
  durable?: boolean;
  /** Only this way of running as root; for tests. */
  way?: Way;
};

export type RunningPostgres = {
  url: (database: string) => string;
  pid: number;
  port: number;
  /** True when an earlier start had left this server running. */
  adopted: boolean;
  createDatabase: (name: string) => Promise<void>;
  stop: () => Promise<void>;
};

const STOP_PATIENCE_MS = 30_000;
const START_PATIENCE_MS = 60_000;
const ATTEMPTS = 5;

/**
 * Starts the PostgreSQL of the npm package on this data folder, or adopts the one that an earlier start left behind.
 * The server outlives this process: stop it with `stop()`.
 * @throws with the last lines of the log when it cannot be started
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const native = postgresBinaries();
  const password = clusterPassword(options.dataDir);
  const adopted = await adoptLeftover(options.dataDir, password);
  if (adopted) return handle(options.dataDir, adopted, password, true);
  const durable = options.durable ?? true;
  const runner = chooseRunner(native, options.dataDir, options.way);
  if (!existsSync(join(runner.dataDir, 'PG_VERSION'))) await initialise(runner, password, durable);
  const log = options.logFile ?? `${options.dataDir}.log`;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const port = await freePort(options.port);
    const pid = launch(runner, port, log, durable);
    if (await becomesReady({ pid, port }, password, runner.dataDir))
      return handle(options.dataDir, { pid, port }, password, false);
    // Backends of a killed server hold its shared memory for a moment, and the free port may have been taken meanwhile.
    await delay(300 * attempt);
  }
  throw new Error(`PostgreSQL did not start. The last lines of ${log}:\n${tailOf(log)}`);
}

async function adoptLeftover(dataDir: string, password: string): Promise<Postmaster | undefined> {
  for (const folder of [dataDir, join(stateDirectoryOf(dataDir), 'data')]) {
    const left = await leftoverPostmaster(folder);
    if (!left) continue;
    if (await becomesReady(left, password, folder)) return left;
    await stopProcess(left.pid, 'SIGINT', STOP_PATIENCE_MS);
  }
  return undefined;
}

async function becomesReady({ pid, port }: Postmaster, password: string, dataDir: string): Promise<boolean> {
  const url = clusterUrl(port, password, 'postgres');
  const deadline = Date.now() + START_PATIENCE_MS;
  while (isAlive(pid) && Date.now() < deadline) {
    const ours = await isOurs(url, dataDir).catch(() => undefined);
    if (ours !== undefined) return ours;
    await delay(40);
  }
  return false;
}

function handle(dataDir: string, { pid, port }: Postmaster, password: string, adopted: boolean): RunningPostgres {
  const pidFile = `${dataDir}.pid.json`;
  writePidFile(pidFile, pid, { port });
  const url = (database: string) => clusterUrl(port, password, database);
  return {
    url,
    pid,
    port,
    adopted,
    createDatabase: (name) => createDatabase(url('postgres'), name),
    // SIGINT is PostgreSQL's fast shutdown: sessions end, what was committed stays.
    stop: async () => {
      await stopProcess(pid, 'SIGINT', STOP_PATIENCE_MS);
      removePidFile(pidFile);
    },
  };
}
