/** The parts of a running office, found by the files that they keep in its data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLivePidFile } from '../scripts/servers/pid-file.ts';
import { commandOf, isAlive, startMark } from '../scripts/servers/processes.ts';

export const PARTS = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Part = (typeof PARTS)[number];

/** A process that is told apart from a later one with the same pid. */
export interface Running {
  readonly pid: number;
  readonly mark: string | undefined;
}

/** Undefined while the part is away. */
export function runningPart(dataDir: string, part: Part): Running | undefined {
  const pid = part === 'postgres' ? postmasterOf(join(dataDir, 'postgres')) : pidFrom(dataDir, part);
  return pid === undefined ? undefined : { pid, mark: startMark(pid) };
}

export const isSame = (one: Running, other: Running): boolean => one.pid === other.pid && one.mark === other.mark;

const PID_FILES = {
  api: join('run', 'api.json'),
  worker: join('run', 'worker.json'),
  temporal: 'temporal.db.pid.json',
} as const;

function pidFrom(dataDir: string, part: keyof typeof PID_FILES): number | undefined {
  return readLivePidFile(join(dataDir, PID_FILES[part]))?.pid;
}

/** Only looks: the lock file of a dead server is the next one's to clear. */
function postmasterOf(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return isAlive(pid) && commandOf(pid).includes(folder) ? pid : undefined;
  } catch {
    return undefined;
  }
}
