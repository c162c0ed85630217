import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, usualPort } from '../servers/ports.ts';
import { environmentOf, type Surroundings } from './environment.ts';
import { type Installation } from './installation.ts';
import { installationKeys } from './keys.ts';
import { PROJECT } from '../project.ts';
import type { StartOptions } from './start-command.ts';
import { variablesIn } from './own-variables.ts';
import { Supervised } from './supervised.ts';

/** A server that the processes use: ours, looked after, or one that the environment names. */
export type UsedServer = {
  address: () => string;
  /** What the start screen says of it. */
  described: string;
  /** Address of its own web page, when it serves one. */
  page?: () => string | undefined;
  pid: () => number | undefined;
  stop: () => Promise<void>;
};

/** An office that is being started or runs; whatever of it is there is stopped by `stopOffice`. */
export type Office = {
  readonly options: StartOptions;
  readonly installation: Installation;
  readonly around: Surroundings;
  readonly say: (sentence: string) => void;
  postgres?: UsedServer;
  temporal?: UsedServer;
  api?: Supervised;
  worker?: Supervised;
  console?: Supervised;
  simulator?: Supervised;
};

type ProcessName = 'api' | 'worker' | 'console' | 'simulator';

/** Longer than the processes themselves take for their draining (20 s). */
const DRAIN_MS = 25_000;

/** Prepares an office on this installation: keys and ports, nothing started yet. */
export async function prepareOffice(
  options: StartOptions,
  installation: Installation,
  say: (sentence: string) => void,
): Promise<Office> {
  const ports = {
    api: await freePort(options.port),
    apiMetrics: await freePort(usualPort(options, 9464)),
    workerMetrics: await freePort(usualPort(options, 9564)),
    smsCentre: await freePort(usualPort(options, 9664)),
    coreSystem: await freePort(usualPort(options, 9764)),
    identityRegistry: await freePort(usualPort(options, 9765)),
  };
  const office: Office = {
    options,
    installation,
    say,
    around: {
      databaseUrl: () => office.postgres?.address() ?? '',
      temporalAddress: () => office.temporal?.address() ?? '',
      keys: installationKeys(installation.keysFile, installation.postgres),
      practice: !options.empty,
      ports,
      routes: options.routes,
    },
  };
  return office;
}

/** Starts one of the office's processes; its output goes to a log of its own. */
export function startProcess(office: Office, name: ProcessName, args: string[]): Supervised {
  const { installation, around, say } = office;
  const started = new Supervised({
    name,
    args,
    env: () => {
      if (name === 'console' || name === 'simulator') return {};
      return { ...environmentOf(name, around), ...variablesIn(office.options.ownVariables[name]) };
    },
    logFile: installation.logOf(name),
    pidFile: installation.pidFileOf(name),
    ends: name === 'simulator',
    say,
  });
  office[name] = started;
  return started;
}

/** Arguments of node that run a TypeScript file of the project, again at every change when developing. */
export function typeScript(file: string, { dev }: Pick<StartOptions, 'dev'>): string[] {
  const path = join(PROJECT, file);
  if (!existsSync(path)) throw new Error(`${file} is missing from this copy of Baton`);
  const tsx = join(PROJECT, 'node_modules', 'tsx', 'dist');
  return dev
    ? [join(tsx, 'cli.mjs'), 'watch', '--clear-screen=false', path]
    : ['--import', join(tsx, 'loader.mjs'), path];
}

/** A server moved: its users must learn the new address. */
export async function restartUsers({ api, worker }: Office): Promise<void> {
  await Promise.all([worker?.restart(), api?.restart()]);
}

/** Stops in this order, so that nothing loses what it stands on: outside world, worker (drained), API, Temporal, PostgreSQL. */
export async function stopOffice(office: Office, told: (what: string) => void = () => {}): Promise<void> {
  const order: [string, { stop: (patienceMs: number) => Promise<void> } | undefined][] = [
    ['the simulated outside world', office.simulator],
    ['the worker (it finishes what it has begun)', office.worker],
    ['the API', office.api],
    ['the build of the console', office.console],
    ['Temporal', office.temporal],
    ['PostgreSQL', office.postgres],
  ];
  for (const [what, part] of order) {
    if (!part) continue;
    told(`stopping ${what}`);
    await part.stop(DRAIN_MS);
  }
}
