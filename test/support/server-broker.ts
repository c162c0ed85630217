import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { writePidFile } from '../../scripts/servers/pid-file.ts';
import { startTemporal } from '../../scripts/servers/temporal-server.ts';
import { buildConsole, consoleIsStale } from '../../scripts/start/console-build.ts';
import { RUN_PREFIX, stopServersOfKilledRuns } from './left-servers.ts';

const root = join(import.meta.dirname, '..', '..');

/** What a run has once: a server with its address, or something built with its path. */
type Started = { address: string; stop: () => Promise<void> };

const nothingToStop = (): Promise<void> => Promise.resolve();

export interface Broker {
  readonly url: string;
  /** The sources have changed: what was built of them is built again at the next request. */
  readonly forgetBuilds: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * What the files of a test run share, each behind a path: the first request starts the server or builds, every request is
 * answered with the address or the path. A run of pure tests starts and builds nothing.
 */
export async function startBroker(): Promise<Broker> {
  await stopServersOfKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), RUN_PREFIX));
  writePidFile(join(folder, 'owner.json'), process.pid, {});
  const running = new Map<string, Promise<Started>>();
  const starters: Record<string, () => Promise<Started>> = {
    '/postgres': () => startTestPostgres(folder),
    '/temporal': () => startTestTemporal(folder),
    '/workflow-bundle': () => bundleForTests(folder),
    '/console': buildConsoleOnce,
  };

  const server = createServer((request, response) => {
    const name = request.url ?? '';
    const start = starters[name];
    if (!start) return void response.writeHead(404).end();
    const started = running.get(name) ?? start();
    running.set(name, started);
    started.then(
      ({ address }) => response.end(address),
      (error: unknown) => response.writeHead(503).end(error instanceof Error ? error.message : String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forgetBuilds: () => {
      for (const path of ['/workflow-bundle', '/console']) running.delete(path);
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      const ended = await Promise.allSettled(running.values());
      for (const one of ended) if (one.status === 'fulfilled') await one.value.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startTestPostgres(folder: string): Promise<Started> {
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  return { address: server.url('postgres'), stop: server.stop };
}

async function startTestTemporal(folder: string): Promise<Started> {
  const { path } = await obtainTemporal();
  return startTemporal({ executable: path, dbFile: join(folder, 'temporal.db'), timeSkipping: true });
}

async function bundleForTests(folder: string): Promise<Started> {
  const { bundleWorkflows } = await import('../../scripts/build/workflow-bundle.ts');
  const file = join(folder, 'workflow-bundle.js');
  await bundleWorkflows(root, file);
  return {
    address: file,
    stop: nothingToStop,
  };
}

/** In dist/web, where every office that a test starts looks for it: none of them need build it again. */
async function buildConsoleOnce(): Promise<Started> {
  if (consoleIsStale()) await buildConsole();
  return {
    address: join(root, 'dist', 'web'),
    stop: nothingToStop,
  };
}
