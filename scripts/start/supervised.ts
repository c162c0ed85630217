import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { removePidFile, writePidFile } from '../servers/pid-file.ts';
import { stopProcess } from '../servers/processes.ts';

export type ProcessSpec = {
  name: string;
  /** Arguments of node. */
  args: string[];
  /** Read at every start: a server may have moved to another port. */
  env: () => Record<string, string>;
  logFile: string;
  pidFile: string;
  /** Its work can be done: it then ends with code 0. Anything else that ends unasked is started again, however politely it went. */
  ends?: boolean;
  /** Told in a sentence when the process ends and is started again. */
  say: (sentence: string) => void;
};

const FIRST_PAUSE_MS = 500;
/** What kept it from starting may be over at any moment, and the office is to be back within fifteen seconds of it. */
const LONGEST_PAUSE_MS = 5_000;
const STEADY_AFTER_MS = 30_000;

/** A process apart from our process group that is started again whenever it dies, after a pause that grows. */
export class Supervised {
  readonly name: string;
  /** How often it has ended by itself. */
  deaths = 0;
  /** True when its work is done: it is not started again. */
  finished = false;
  #spec: ProcessSpec;
  #child: ChildProcess | undefined;
  #wanted = true;
  #pauseMs = FIRST_PAUSE_MS;
  #timer: NodeJS.Timeout | undefined;

  constructor(spec: ProcessSpec) {
    this.name = spec.name;
    this.#spec = spec;
    this.#start();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends it and starts it again, with a fresh environment. */
  async restart(): Promise<void> {
    await this.stop(15_000);
    this.#wanted = true;
    this.#start();
  }

  /** Asks it to end and insists after `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    this.#wanted = false;
    clearTimeout(this.#timer);
    if (this.pid) await stopProcess(this.pid, 'SIGTERM', patienceMs);
    removePidFile(this.#spec.pidFile);
  }

  #start(): void {
    const { args, env, logFile, pidFile } = this.#spec;
    const log = openSync(logFile, 'a', 0o600);
    const startedAt = Date.now();
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env() },
      // Ctrl-C goes to the whole process group: the order of stopping would be lost.
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    if (child.pid) writePidFile(pidFile, child.pid, {});
    child.once('exit', (code, signal) => {
      if (this.#child === child) this.#ended(code, signal, Date.now() - startedAt);
    });
  }

  #ended(code: number | null, signal: NodeJS.Signals | null, livedMs: number): void {
    this.#child = undefined;
    if (!this.#wanted) return;
    if (code === 0 && this.#spec.ends) {
      this.finished = true;
      removePidFile(this.#spec.pidFile);
      return;
    }
    this.deaths += 1;
    if (livedMs > STEADY_AFTER_MS) this.#pauseMs = FIRST_PAUSE_MS;
    this.#spec.say(`${this.name} ended (${signal ?? `code ${code}`}); starting it again in ${this.#pauseMs / 1000} s`);
    this.#timer = setTimeout(() => this.#start(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }
}
