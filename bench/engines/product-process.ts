/** One process of the product, API or worker, as `npm start` would run it. */
import { execa } from 'execa';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { tailOf } from '../../scripts/servers/log-tail.ts';
import { isAlive, stopProcess } from '../../scripts/servers/processes.ts';
import type { Keys } from '../../scripts/start/keys.ts';
import { typeScript } from '../../scripts/start/office.ts';
import type { Context } from '../context.ts';
import type { BenchTemporal } from './temporal.ts';

const READY_PATIENCE_MS = 180_000;

export interface Started {
  readonly pid: number;
  readonly logFile: string;
  stop(): Promise<void>;
}

interface Wiring {
  readonly temporal?: BenchTemporal;
  readonly environment?: Readonly<Record<string, string>>;
}

interface Surroundings extends Keys {
  readonly databaseUrl: string;
  readonly ports: { readonly api: number; readonly apiMetrics: number; readonly workerMetrics: number };
}

export async function startProcess(
  { folder, profile }: Context,
  name: 'server' | 'worker',
  { temporal, environment = {} }: Wiring,
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

export async function untilReady(url: string, { pid, logFile }: Started): Promise<void> {
  const deadline = Date.now() + READY_PATIENCE_MS;
  while (isAlive(pid) && Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`${url} is not there. The last lines of ${logFile}:\n${tailOf(logFile)}`);
}
