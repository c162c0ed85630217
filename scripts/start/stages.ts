import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Listr, PRESET_TIMER, type ListrTask } from 'listr2';
import { migrateToLatest } from '../../db/connection/migrate.ts';
import { buildConsole, consoleIsStale, viteBuild } from './console-build.ts';
import { apiUrl, argumentsOfSimulator, environmentOf } from './environment.ts';
import { firstAdministrator } from './first-administrator.ts';
import { restartUsers, startProcess, typeScript, type Office } from './office.ts';
import { PROJECT } from '../project.ts';
import { untilReady } from './readiness.ts';
import { usePostgres, useTemporal } from './servers.ts';

export type Started = {
  /** What the first administrator must be told, once; empty when there is one already. */
  administrator: string;
};

/** Starts everything, one stage after the other, each with its time. */
export async function startOffice(office: Office): Promise<Started> {
  const timed = { timer: PRESET_TIMER };
  const stages = [
    ...ledger(office),
    consolePages(office),
    apiAndTemporal(office),
    worker(office),
    consoleAtEveryChange(office),
    ...outsideWorld(office),
  ];
  const tasks = new Listr<Started>(stages, {
    // What went wrong is said once, below the stages.
    rendererOptions: { ...timed, showErrorMessage: false },
    fallbackRendererOptions: timed,
    silentRendererCondition: office.options.json,
    // Ctrl-C while starting is answered by stopping what is there, in order.
    registerSignalListeners: false,
  });
  return tasks.run({ administrator: '' });
}

function ledger(office: Office): ListrTask<Started>[] {
  return [
    {
      title: 'PostgreSQL',
      task: async (_, task) => {
        office.postgres = await usePostgres(office, reactions(office));
        task.title = `PostgreSQL: ${office.postgres.described}`;
      },
    },
    {
      title: 'Migrations',
      task: async (_, task) => {
        const { applied, total } = await migrateToLatest(office.around.databaseUrl());
        task.title = `Migrations: ${applied.length} of ${total} applied now`;
      },
    },
  ];
}

function consolePages({ installation }: Office): ListrTask<Started> {
  return {
    title: 'Console: building the pages',
    enabled: consoleIsStale,
    task: async (_, task) => {
      try {
        await buildConsole();
        task.title = 'Console: pages built';
      } catch (error) {
        // The counter does not wait for a page: the API and the practice office work without it.
        const log = installation.logOf('console');
        appendFileSync(log, `${String(error)}\n`, { mode: 0o600 });
        task.title = `Console: the pages could not be built, see ${log}; everything else goes on`;
      }
    },
  };
}

/** The counter waits for PostgreSQL alone. */
function apiAndTemporal(office: Office): ListrTask<Started> {
  return {
    title: 'API and Temporal',
    task: (_, task) => task.newListr([api(office), temporal(office)], { concurrent: true }),
  };
}

function api(office: Office): ListrTask<Started> {
  return {
    title: 'API',
    task: async (_, task) => {
      const started = startProcess(office, 'api', typeScript('server.ts', office.options));
      await untilReady(`${apiUrl(office.around)}/readyz`, started, office.installation.logOf('api'));
      task.title = `API: ${apiUrl(office.around)}`;
    },
  };
}

function temporal(office: Office): ListrTask<Started> {
  return {
    title: 'Temporal',
    task: async (_, task) => {
      const progress = (line: string) => {
        task.output = line;
      };
      office.temporal = await useTemporal(office, reactions(office), progress);
      task.title = `Temporal: ${office.temporal.described}`;
    },
  };
}

function worker(office: Office): ListrTask<Started> {
  return {
    title: 'Worker',
    task: async () => {
      const started = startProcess(office, 'worker', typeScript('worker.ts', office.options));
      const { workerMetrics } = office.around.ports;
      await untilReady(`http://127.0.0.1:${workerMetrics}/readyz`, started, office.installation.logOf('worker'));
    },
  };
}

function consoleAtEveryChange(office: Office): ListrTask<Started> {
  return {
    title: 'Console: built again at every change',
    enabled: office.options.dev,
    task: () => {
      startProcess(office, 'console', [...viteBuild(join(PROJECT, 'dist', 'web')), '--watch']);
    },
  };
}

const reactions = (office: Office) => ({ say: office.say, moved: () => restartUsers(office) });

function outsideWorld(office: Office): ListrTask<Started>[] {
  const { options, around, installation } = office;
  return [
    {
      title: 'First administrator',
      enabled: options.empty,
      task: async (started) => {
        started.administrator = await firstAdministrator(environmentOf('cli', around));
      },
    },
    {
      title: 'Practice office: other regions, courier, bank, SMS centre and clerks',
      enabled: options.simulator,
      task: () => {
        const program = typeScript('simulator/practice-office.ts', { dev: false });
        startProcess(office, 'simulator', [...program, ...argumentsOfSimulator(around, installation)]);
      },
    },
  ];
}
