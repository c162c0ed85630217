import { Connection } from '@temporalio/client';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { tailOf } from './log-tail.ts';
import { readLivePidFile, removePidFile, writePidFile } from './pid-file.ts';
import { freePort, isListening } from './ports.ts';
import { isAlive, stopProcess } from './processes.ts';

export type TemporalServerOptions = {
  /** The `temporal` executable. */
  executable: string;
  /** Absolute file of the server's state; it survives a restart. Its pid file lies beside it. */
  dbFile: string;
  port?: number;
  /** Wanted port of Temporal's own web page, the next free one when it is busy, 0: any; none: no page. It has no sign-in. */
  pagePort?: number;
  logFile?: string;
  /** For tests: workflows may be started with a virtual clock. */
  timeSkipping?: boolean;
  /** Further settings of the server by their names, as its dynamic configuration has them. */
  settings?: Readonly<Record<string, string>>;
};

export type RunningTemporal = {
  /** host:port of the frontend. */
  address: string;
  port: number;
  /** Port of its web page; none when it was started without. */
  pagePort?: number;
  pid: number;
  adopted: boolean;
  stop: () => Promise<void>;
};

type Ports = Pick<RunningTemporal, 'port' | 'pagePort'>;

const NAMESPACE = 'default';
const START_PATIENCE_MS = 60_000;
const ADOPT_PATIENCE_MS = 5_000;
const STOP_PATIENCE_MS = 15_000;
const ATTEMPTS = 3;

/**
 * Starts a Temporal server that keeps its state in a file, or adopts the one that an earlier start left behind.
 * The server outlives this process: stop it with `stop()`.
 * @throws with the last lines of the log when it cannot be started
 */
export async function startTemporal(options: TemporalServerOptions): Promise<RunningTemporal> {
  const pidFile = `${options.dbFile}.pid.json`;
  const left = readLivePidFile<Ports>(pidFile);
  if (left) {
    if (await becomesReady(options.dbFile, left.pid, left, ADOPT_PATIENCE_MS))
      return handle(left.pid, left, pidFile, true);
    await stopProcess(left.pid, 'SIGTERM', STOP_PATIENCE_MS);
  }
  const log = options.logFile ?? `${options.dbFile}.log`;
  mkdirSync(dirname(options.dbFile), { recursive: true });
  mkdirSync(dirname(log), { recursive: true });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const ports = await freePorts(options);
    const pid = launch(options, ports, log);
    writePidFile(pidFile, pid, ports);
    if (await becomesReady(options.dbFile, pid, ports, START_PATIENCE_MS)) return handle(pid, ports, pidFile, false);
    await stopProcess(pid, 'SIGKILL', 0);
  }
  throw new Error(`Temporal did not start. The last lines of ${log}:\n${tailOf(log)}`);
}

/** True when a Temporal server answers for the namespace at this address. */
export async function answersAsTemporal(address: string, namespace = NAMESPACE): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 2_000 });
    await connection.workflowService.describeNamespace({ namespace });
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

/**
 * True when the server at this address keeps its state in this file. Another office's server may have taken the port
 * between our look and our start, and would answer for the usual namespace just as well.
 */
export const keepsStateIn = (dbFile: string, address: string): Promise<boolean> =>
  answersAsTemporal(address, markOf(dbFile));

/** A namespace that nothing runs in: only the server of this file knows it. */
function markOf(dbFile: string): string {
  return `baton-mark-${createHash('sha256').update(dbFile).digest('hex').slice(0, 12)}`;
}

async function freePorts({ port: wanted, pagePort }: TemporalServerOptions): Promise<Ports> {
  const port = await freePort(wanted);
  return pagePort === undefined ? { port } : { port, pagePort: await freePort(pagePort) };
}

function launch(options: TemporalServerOptions, { port, pagePort }: Ports, logFile: string): number {
  const log = openSync(logFile, 'a', 0o600);
  // Both listen on this address only; the page fetches no news from elsewhere.
  const page = pagePort === undefined ? ['--headless'] : ['--ui-port', String(pagePort), '--ui-disable-news-fetch'];
  const listen = ['--ip', '127.0.0.1', '--port', String(port), ...page];
  const keep = ['--db-filename', options.dbFile, '--namespace', markOf(options.dbFile), '--log-level', 'error'];
  const clock = ['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'];
  const child = spawn(
    options.executable,
    ['server', 'start-dev', ...listen, ...keep, ...(options.timeSkipping ? clock : []), ...settingsOf(options)],
    { detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  child.once('error', () => {}); // its absence is noticed by whoever waits for it to be ready
  child.unref();
  return child.pid ?? 0;
}

const settingsOf = ({ settings = {} }: TemporalServerOptions): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]);

async function becomesReady(dbFile: string, pid: number, ports: Ports, patienceMs: number): Promise<boolean> {
  const { port, pagePort = port } = ports;
  const deadline = Date.now() + patienceMs;
  while (pid > 0 && isAlive(pid) && Date.now() < deadline) {
    // Asked before it listens, the client would wait a whole second before it asks again.
    const listens = (await isListening(port)) && (await isListening(pagePort));
    if (listens && (await keepsStateIn(dbFile, `127.0.0.1:${port}`))) return true;
    await delay(listens ? 100 : 20);
  }
  return false;
}

function handle(pid: number, ports: Ports, pidFile: string, adopted: boolean): RunningTemporal {
  return {
    address: `127.0.0.1:${ports.port}`,
    port: ports.port,
    ...(ports.pagePort !== undefined && { pagePort: ports.pagePort }),
    pid,
    adopted,
    stop: async () => {
      await stopProcess(pid, 'SIGTERM', STOP_PATIENCE_MS);
      removePidFile(pidFile);
    },
  };
}
