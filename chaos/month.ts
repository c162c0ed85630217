/** The practice month that is played on the office while it is broken; a killed play goes on from its log. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { tailOf } from '../scripts/servers/log-tail.ts';
import { stopProcess, waitForExit } from '../scripts/servers/processes.ts';
import type { Office } from './office.ts';
import { scriptOf } from './script-of.ts';

/** What the practice run says at its end, as far as it is compared here. */
export interface MonthResult {
  readonly accepted: number;
  /** Of other regions, that opened a transfer-out; of a release before, undefined. */
  readonly letters?: number;
  /** Told from the simulator's own log. */
  readonly truth: unknown;
  /** Told by the office. */
  readonly metrics: unknown;
  readonly violations: number;
  /** How the messages to the insured stand. */
  readonly notices: unknown;
}

export interface Month {
  /** Kills the player with -9. */
  kill(): Promise<void>;
  /** Lets the player end what is under way and note it: the checker compares its log with the office's. */
  leave(): Promise<void>;
  /** Goes on on the office as it stands now. */
  goOn(): void;
  /** What was said while faults lasted is older than the office at rest: a month that has ended is looked at once more. */
  lookAgain(): void;
  /** @throws when the player fails, or is not done after `patienceMs` */
  ended(patienceMs: number): Promise<MonthResult>;
}

const LEAVE_MS = 30_000;

interface Plan {
  readonly seed: number;
  readonly transfers: number;
  /** Of other regions; the player of another release has as many as it always has. */
  readonly letters?: number;
  /** Until each transfer has ended, not only until the rates stand. */
  readonly whole?: boolean;
  /** The folder of the release whose player it is; else this one's. A player asks for what the API of its own release knows. */
  readonly project?: string;
}

export function playMonth(office: Office, { seed, transfers, letters = 0, whole = false, project }: Plan): Month {
  const logFile = join(office.dataDir, 'logs', 'play.log');
  let player = play();
  return {
    async kill() {
      player.child.kill('SIGKILL');
      if (player.child.pid) await waitForExit(player.child.pid, 5_000);
    },
    async leave() {
      if (player.child.pid) await stopProcess(player.child.pid, 'SIGTERM', LEAVE_MS);
    },
    goOn() {
      // A month that had ended before stays ended.
      if (!player.said()) player = play();
    },
    lookAgain() {
      if (player.said()) player = play();
    },
    async ended(patienceMs) {
      const late = setTimeout(() => player.child.kill('SIGKILL'), patienceMs);
      const code = await player.exit;
      clearTimeout(late);
      const result = player.said();
      if (result) return result;
      throw new Error(`the play ended with ${code ?? 'a kill'} and no result. Its last lines:\n${tailOf(logFile)}`);
    },
  };

  function play() {
    const words = ['--transfers', String(transfers), '--seed', String(seed), '--json', '--data', office.dataDir];
    if (whole) words.push('--whole');
    if (project === undefined) words.push('--letters', String(letters));
    // Another one at each start.
    if (project === undefined && office.corePort !== undefined) words.push('--core-port', String(office.corePort));
    const where = ['--url', office.url, '--keys', join(office.dataDir, 'keys.json'), '--sms-port', `${office.smsPort}`];
    const log = openSync(logFile, 'a', 0o600);
    const file = scriptOf('simulator/practice-month.ts', project);
    const child = spawn(process.execPath, [...file, ...words, ...where], { stdio: ['ignore', 'pipe', log] });
    closeSync(log);
    return { child, exit: exitOf(child), said: resultOf(child) };
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code));
  });
}

function resultOf(child: ChildProcess): () => MonthResult | undefined {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => {
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    return last.startsWith('{') && last.endsWith('}') ? (JSON.parse(last) as MonthResult) : undefined;
  };
}
