import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { optionsOf } from '../options-of.ts';
import { PROJECT } from '../project.ts';
import { readOwnVariables, type OwnVariables } from './own-variables.ts';
import { readRoutes, type Routes } from './routes.ts';

export type StartOptions = {
  /** Absolute folder of the installation's data. */
  dataDir: string;
  /** Wanted port of the console and API; the next free one is taken when it is busy. */
  port: number;
  /** An office with its own data only: no practice accounts, no simulated counterparts. */
  empty: boolean;
  /** False: a practice office that nobody plays on; whoever started it does. */
  simulator: boolean;
  /** Restart on every change of a source file. */
  dev: boolean;
  /** One JSON line when ready and no pictures, for programs. */
  json: boolean;
  /** Stop when the standard input ends: who started us is gone, however it went. */
  whileStdin: boolean;
  /** Where API and worker find their servers, when that is not where these listen. */
  routes: Routes;
  /** What API and worker get on top of their environment, from files. */
  ownVariables: OwnVariables;
};

interface Words
  extends
    Pick<StartOptions, 'port' | 'simulator'>,
    Partial<Pick<StartOptions, 'empty' | 'dev' | 'json' | 'whileStdin'>> {
  readonly data: string;
  readonly route?: string[];
  readonly env?: string[];
}

const command = (): Command =>
  new Command('npm start')
    .usage('[-- options]')
    .option('--empty', "an office with only its own data; the first administrator's one-time password is shown")
    .option('--no-simulator', 'a practice office without simulated counterparts and clerks')
    .addOption(new Option('--data <dir>', 'keep the data there').default(join(PROJECT, '.baton'), 'in .baton'))
    .addOption(
      new Option('--port <n>', 'serve the console and the API there, or on the next free port')
        .env('PORT')
        .default(8080)
        .argParser(port),
    )
    .option('--dev', 'start the processes again when a source file changes')
    .option('--json', 'print one line of JSON when ready')
    .option('--while-stdin', 'stop when the standard input ends, for a program that may be killed')
    .option(
      '--route <p.s=n>',
      'lead process P (api, worker) to server S (postgres, temporal) through port N, where something forwards',
      oneMore,
    )
    .option(
      '--env <p=file>',
      'give process P (api, worker) the variables in FILE as well, as they stand there at each of its starts',
      oneMore,
    );

/** @throws with a sentence naming the unknown word */
export function readOptions(args: readonly string[]): StartOptions | 'help' {
  const words = optionsOf<Words>(command(), args);
  if (words === 'help') return words;
  const {
    data,
    port,
    empty = false,
    simulator,
    dev = false,
    json = false,
    whileStdin = false,
    route = [],
    env = [],
  } = words;
  return {
    dataDir: resolve(data),
    port,
    empty,
    simulator: !empty && simulator,
    dev,
    json,
    whileStdin,
    routes: readRoutes(route),
    ownVariables: readOwnVariables(env),
  };
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new Error(`--port ${text} is not a port`);
  return number;
}

const oneMore = (text: string, before: readonly string[] = []): string[] => [...before, text];
