/** kill -9 of a part of the office; its supervisor has to start it again. */
import { setTimeout as delay } from 'node:timers/promises';
import { isSame, PARTS, runningPart, type Part, type Running } from '../parts.ts';
import type { Fault, Ground } from './fault.ts';

const AWAY_PATIENCE_MS = 60_000;

export const LOST_PARTS: readonly Fault[] = PARTS.map((part) => ({
  name: part,
  rhythm: 'loss',
  async strike(ground) {
    const was = await killed(ground, part);
    return { what: `kill -9 ${part} (process ${was.pid})`, isBack: () => isBack(ground, part, was) };
  },
}));

/** A part that is still away since the last time is hit as soon as its next process is there. */
export async function killed({ office: { dataDir }, stop }: Ground, part: Part): Promise<Running> {
  const deadline = performance.now() + AWAY_PATIENCE_MS;
  for (;;) {
    const found = runningPart(dataDir, part);
    if (found && killNow(found.pid)) return found;
    if (performance.now() > deadline) throw new Error(`${part} has been away for ${AWAY_PATIENCE_MS / 1000} s`);
    await delay(100, undefined, { signal: stop });
  }
}

function killNow(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false; // it went by itself in between
  }
}

export function isBack({ office: { dataDir } }: Ground, part: Part, was: Running): boolean {
  const now = runningPart(dataDir, part);
  return now !== undefined && !isSame(now, was);
}
