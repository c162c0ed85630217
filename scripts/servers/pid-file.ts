import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, startMark } from './processes.ts';

/** What a pid file remembers: enough to know the process again although pids are reused. */
export type Remembered<Detail> = { pid: number; mark?: string } & Detail;

export function writePidFile<Detail extends object>(file: string, pid: number, detail: Detail): void {
  mkdirSync(dirname(file), { recursive: true });
  const mark = startMark(pid);
  const next = `${file}.${process.pid}`;
  writeFileSync(next, JSON.stringify({ pid, ...(mark === undefined ? {} : { mark }), ...detail }), { mode: 0o600 });
  renameSync(next, file);
}

/** The remembered process while it still runs; undefined when it is gone, its pid is another's, or the file is unreadable. */
export function readLivePidFile<Detail extends object>(file: string): Remembered<Detail> | undefined {
  let remembered: Remembered<Detail>;
  try {
    remembered = JSON.parse(readFileSync(file, 'utf8')) as Remembered<Detail>;
  } catch {
    return undefined;
  }
  if (!Number.isInteger(remembered.pid) || !isAlive(remembered.pid)) return undefined;
  return remembered.mark === startMark(remembered.pid) ? remembered : undefined;
}

export function removePidFile(file: string): void {
  rmSync(file, { force: true });
}
