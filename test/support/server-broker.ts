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
import { RUN_PREFIX, stopServersOfKilledRuns } from './left-servers.ts';

type Started = { address: string; stop: () => Promise<void> };

/**
 * The servers of a test run behind two addresses, `/postgres` and `/temporal`: the first request starts the server, every
 * request is answered with its address. A run of pure tests starts none.
 */
export async function startBroker(): Promise<{ url: string; stop: () => Promise<void> }> {
  await stopServersOfKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), RUN_PREFIX));
  writePidFile(join(folder, 'owner.json'), process.pid, {});
  const running = new Map<string, Promise<Started>>();
  const starters: Record<string, () => Promise<Started>> = {
    '/postgres': () => startTestPostgres(folder),
    '/temporal': () => startTestTemporal(folder),
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
