/** The Temporal server of a question: the production server on the question's PostgreSQL, else the CLI's with a file. */
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { execa } from 'execa';
import { spawn } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningPostgres } from '../../scripts/servers/embedded-postgres.ts';
import { tailOf } from '../../scripts/servers/log-tail.ts';
import { freePort } from '../../scripts/servers/ports.ts';
import { isAlive, stopProcess } from '../../scripts/servers/processes.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { answersAsTemporal, startTemporal } from '../../scripts/servers/temporal-server.ts';
import type { Context } from '../context.ts';
import { PRODUCTION_VERSION, productionBinaries, type ProductionBinaries } from './temporal-build.ts';
import { dynamicConfig, serverConfig } from './temporal-settings.ts';
import { noteVersion } from './versions.ts';

export interface BenchTemporal {
  readonly address: string;
  readonly pid: number;
  /** Which server it is, for a remark. */
  readonly described: string;
  /** Stops it, and starts it again where it was. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** Its own database; undefined for the CLI's server. */
  readonly databaseUrl: string | undefined;
}

const START_PATIENCE_MS = 90_000;

export async function temporalOn(context: Context, postgres: RunningPostgres): Promise<BenchTemporal> {
  const binaries = await productionBinaries(context.say);
  const server = binaries ? await production(context, postgres, binaries) : await commandLine(context);
  noteVersion('Temporal', server.described);
  return server;
}

async function commandLine(context: Context): Promise<BenchTemporal> {
  const { path } = await obtainTemporal({ say: context.say });
  const options = { executable: path, dbFile: join(context.folder, 'temporal.db') };
  let server = await startTemporal(options);
  context.atEnd(() => server.stop());
  return {
    address: server.address,
    get pid() {
      return server.pid;
    },
    described: 'server of the CLI on SQLite',
    databaseUrl: undefined,
    goAway: () => server.stop(),
    async comeBack() {
      server = await startTemporal({ ...options, port: server.port });
    },
  };
}

async function production(
  context: Context,
  postgres: RunningPostgres,
  binaries: ProductionBinaries,
): Promise<BenchTemporal> {
  await makeSchema(postgres, binaries.sql);
  const { frontend, configFile } = await writeConfig(context.folder, postgres);
  const address = `127.0.0.1:${frontend}`;
  const logFile = join(context.folder, 'temporal.log');
  let pid = launch(binaries.server, configFile, logFile);
  const goAway = () => stopProcess(pid, 'SIGTERM', 15_000);
  context.atEnd(goAway);
  await untilUp(address, pid, logFile);
  return {
    address,
    get pid() {
      return pid;
    },
    described: `${PRODUCTION_VERSION} production server on PostgreSQL`,
    databaseUrl: postgres.url('temporal'),
    goAway,
    async comeBack() {
      pid = launch(binaries.server, configFile, logFile);
      await untilUp(address, pid, logFile);
    },
  };
}

async function makeSchema(postgres: RunningPostgres, tool: string): Promise<void> {
  const { hostname, port, username, password } = new URL(postgres.url('postgres'));
  const who = ['--plugin', 'postgres12', '--ep', hostname, '-p', port, '-u', username];
  const run = (...words: string[]) =>
    execa(tool, [...who, ...words], { env: { SQL_PASSWORD: decodeURIComponent(password) } });
  for (const [database, folder] of [
    ['temporal', 'postgresql/v12/temporal'],
    ['temporal_visibility', 'postgresql/v12/visibility'],
  ] as const) {
    await run('--db', database, 'create');
    await run('--db', database, 'setup-schema', '-v', '0.0');
    await run('--db', database, 'update-schema', '--schema-name', folder);
  }
}

async function writeConfig(folder: string, postgres: RunningPostgres) {
  const [frontend, history, matching, worker, ...members] = await freePorts(8);
  const dynamicFile = join(folder, 'temporal-dynamic.yaml');
  const configFile = join(folder, 'temporal.yaml');
  const ports = { frontend: frontend!, history: history!, matching: matching!, worker: worker! };
  const config = serverConfig(
    postgres.url('temporal'),
    { ...ports, members: members as [number, number, number, number] },
    dynamicFile,
  );
  writeFileSync(dynamicFile, dynamicConfig());
  writeFileSync(configFile, config, { mode: 0o600 });
  return { frontend: frontend!, configFile };
}

/** Below 32,768: the server keeps a member's port in a smallint. */
async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freePort((ports.at(-1) ?? 18_000 + (process.pid % 10_000)) + 1));
  return ports;
}

function launch(executable: string, configFile: string, logFile: string): number {
  const log = openSync(logFile, 'a', 0o600);
  const words = ['GOMEMLIMIT=2GiB', executable, '--config-file', configFile, '--allow-no-auth', 'start'];
  const child = spawn('env', words, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.once('error', () => {}); // its absence is noticed by whoever waits for it to be ready
  child.unref();
  return child.pid ?? 0;
}

/** Ready when a workflow could be started in the namespace, not only when the port answers. */
async function untilUp(address: string, pid: number, logFile: string): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline && isAlive(pid)) {
    if (await answersAsTemporal(address)) return;
    await registerNamespace(address).catch(() => undefined);
    await delay(250);
  }
  throw new Error(`Temporal did not start. The last line of ${logFile}:\n${tailOf(logFile, 1).slice(0, 500)}`);
}

async function registerNamespace(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    await connection.workflowService.registerNamespace({
      namespace: 'default',
      workflowExecutionRetentionPeriod: msToTs(3 * 86_400_000),
    });
  } finally {
    await connection.close();
  }
}
