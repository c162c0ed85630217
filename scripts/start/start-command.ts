import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
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
  /** Where API and worker find their servers, when that is not where these listen. */
  routes: Routes;
  /** What API and worker get on top of their environment, from files. */
  ownVariables: OwnVariables;
};

export const USAGE = `npm start [-- options]

  --empty         an office with only its own data; the first administrator's one-time password is shown
  --no-simulator  a practice office without simulated counterparts and clerks
  --data DIR      keep the data there instead of in .baton
  --port N        serve the console and the API there (default 8080, or the next free port)
  --dev           start the processes again when a source file changes
  --json          print one line of JSON when ready
  --route P.S=N   lead process P (api, worker) to server S (postgres, temporal) through port N, where something forwards
  --env P=FILE    give process P (api, worker) the variables in FILE as well, as they stand there at each of its starts
  --help          this text`;

/** @throws with a sentence naming the unknown word */
export function readOptions(args: string[]): StartOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      empty: { type: 'boolean', default: false },
      'no-simulator': { type: 'boolean', default: false },
      data: { type: 'string', default: join(PROJECT, '.baton') },
      port: { type: 'string', default: process.env['PORT'] ?? '8080' },
      dev: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      route: { type: 'string', multiple: true, default: [] },
      env: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port`);
  return {
    dataDir: resolve(values.data),
    port,
    empty: values.empty,
    simulator: !values.empty && !values['no-simulator'],
    dev: values.dev,
    json: values.json,
    routes: readRoutes(values.route),
    ownVariables: readOwnVariables(values.env),
  };
}
