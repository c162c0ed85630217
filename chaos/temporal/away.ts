/** Temporal stopped for as long as one likes: each that its supervisor starts meanwhile is held at its birth, before it listens. */
import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { readLivePidFile } from '../../scripts/servers/pid-file.ts';
import { isListening } from '../../scripts/servers/ports.ts';
import { isSame, runningPart, type Running } from '../parts.ts';

const LOOK_EVERY_MS = 50;

/** From now on. @returns what lets the one that is held go on, which then is as new */
export async function keepTemporalAway(dataDir: string): Promise<() => Promise<void>> {
  const over = new AbortController();
  let held: Running | undefined;
  signalTo(runningPart(dataDir, 'temporal'), 'SIGKILL');
  const keeping = (async () => {
    for (; !over.signal.aborted; await delay(LOOK_EVERY_MS)) {
      const found = runningPart(dataDir, 'temporal');
      if (!found || (held && isSame(found, held))) continue;
      signalTo(found, 'SIGSTOP');
      if (await answers(dataDir)) signalTo(found, 'SIGKILL');
      else held = found;
    }
  })();
  await delay(LOOK_EVERY_MS);
  return async () => {
    over.abort();
    await keeping;
    signalTo(held, 'SIGCONT');
  };
}

/** Held too late, it would take whatever comes and say nothing, which is another fault. */
async function answers(dataDir: string): Promise<boolean> {
  const port = readLivePidFile<{ port: number }>(join(dataDir, 'temporal.db.pid.json'))?.port;
  return port !== undefined && (await isListening(port));
}

function signalTo(running: Running | undefined, signal: NodeJS.Signals): void {
  try {
    if (running) process.kill(running.pid, signal);
  } catch {
    // It has gone by itself.
  }
}
