/** The office that is broken: started by the same program as any, so that its own supervisor has to mend it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { tailOf } from '../scripts/servers/log-tail.ts';
import { stopProcess, waitForExit } from '../scripts/servers/processes.ts';
import { PARTS, runningPart } from './parts.ts';
import { scriptOf } from './script-of.ts';

export interface Office {
  readonly dataDir: string;
  /** Of the API; another one after each start. */
  readonly url: string;
  /** Of the worker's figures; it answers when the worker has begun to work. */
  readonly workerUrl: string;
  /** Where its SMS centre must listen; another one after each start. */
  readonly smsPort: number;
  /** Where its core system must listen; undefined of a release that asks none. */
  readonly corePort: number | undefined;
  readonly starterPid: number | undefined;
  /** Kills the starter with -9; what it had started is left to itself. */
  killStarter(): Promise<void>;
  /** Starts again on the same data. */
  startAgain(): Promise<void>;
  /** In order, as Ctrl-C would; whatever does not listen is killed. */
  stop(): Promise<void>;
}

interface Ready {
  readonly url: string;
  readonly ports: { readonly smsCentre: number; readonly workerMetrics: number; readonly coreSystem?: number };
}

const STOP_PATIENCE_MS = 90_000;

/** What is asked of a start beyond the usual. */
export interface StartWith {
  /** The folder of another release of Baton, with its packages; else this one. */
  readonly project?: string;
  /** Further words of the start. */
  readonly words?: readonly string[];
}

/** @throws with the last lines of the starter's log when the office does not come to stand */
export async function startOffice(dataDir: string, startWith: StartWith = {}): Promise<Office> {
  let { starter, ready } = await start(dataDir, startWith);
  return {
    dataDir,
    get url() {
      return ready.url;
    },
    get workerUrl() {
      return `http://127.0.0.1:${ready.ports.workerMetrics}`;
    },
    get smsPort() {
      return ready.ports.smsCentre;
    },
    get corePort() {
      return ready.ports.coreSystem;
    },
    get starterPid() {
      return starter.pid;
    },
    async killStarter() {
      starter.kill('SIGKILL');
      if (starter.pid) await waitForExit(starter.pid, 5_000);
    },
    async startAgain() {
      ({ starter, ready } = await start(dataDir, startWith));
    },
    async stop() {
      if (starter.pid) await stopProcess(starter.pid, 'SIGTERM', STOP_PATIENCE_MS);
      for (const part of PARTS) {
        const left = runningPart(dataDir, part);
        if (left) await stopProcess(left.pid, 'SIGTERM', 5_000);
      }
    },
  };
}

async function start(
  dataDir: string,
  { project, words: further = [] }: StartWith,
): Promise<{ starter: ChildProcess; ready: Ready }> {
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o711 });
  const logFile = join(dataDir, 'logs', 'starter.log');
  const log = openSync(logFile, 'a', 0o600);
  // Not through start.mjs: killing that would leave the starter itself alive.
  // The release before may not know the option.
  const bound = project === undefined ? ['--while-stdin'] : [];
  // The last word on an option counts: whoever asks for a port of their own gets it.
  const usual = ['--json', '--no-simulator', ...bound, '--data', dataDir, '--port', '0'];
  const words = [...scriptOf('scripts/start.ts', project), ...usual, ...further];
  const starter = spawn(process.execPath, words, {
    // Its input ends when we are gone, also by kill -9.
    stdio: ['pipe', 'pipe', log],
    // Ctrl-C is ours to pass on: what plays must stop before what it plays on.
    detached: true,
  });
  closeSync(log);
  try {
    return { starter, ready: await readyLine(starter) };
  } catch (error) {
    throw new Error(`${(error as Error).message} The last lines of ${logFile}:\n${tailOf(logFile)}`, { cause: error });
  }
}

function readyLine(starter: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    starter.once('error', reject);
    starter.once('exit', (code) => reject(new Error(`The office did not start (code ${code ?? 'none'}).`)));
    const lines = starter.stdout && createInterface({ input: starter.stdout });
    lines?.on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line) as Ready);
    });
  });
}
