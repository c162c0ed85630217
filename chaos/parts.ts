/** The parts of a running office, found by the files that they keep in its data folder. */
import { join } from 'node:path';
import { readLivePidFile } from '../scripts/servers/pid-file.ts';
import { startMark } from '../scripts/servers/processes.ts';

export const PARTS = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Part = (typeof PARTS)[number];

/** A process that is told apart from a later one with the same pid. */
export interface Running {
  readonly pid: number;
  readonly mark: string | undefined;
}

/** Undefined while the part is away. */
export function runningPart(dataDir: string, part: Part): Running | undefined {
  const pid = readLivePidFile(join(dataDir, PID_FILES[part]))?.pid;
  return pid === undefined ? undefined : { pid, mark: startMark(pid) };
}

export const isSame = (one: Running, other: Running): boolean => one.pid === other.pid && one.mark === other.mark;

const PID_FILES = {
  api: join('run', 'api.json'),
  worker: join('run', 'worker.json'),
  temporal: 'temporal.db.pid.json',
  postgres: 'postgres.pid.json',
} as const;
