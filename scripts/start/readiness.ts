import { setTimeout as delay } from 'node:timers/promises';
import { tailOf } from '../servers/log-tail.ts';
import { type Supervised } from './supervised.ts';

const PATIENCE_MS = 90_000;
const DEATHS_ALLOWED = 2;

/**
 * Waits until the address answers 200.
 * @throws with the last lines of the log when the process keeps ending, or is not ready after 90 s
 */
export async function untilReady(url: string, supervised: Supervised, logFile: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await answersOk(url))) {
    if (supervised.deaths > DEATHS_ALLOWED || supervised.finished || Date.now() > deadline) {
      throw new Error(`${supervised.name} does not start. The last lines of ${logFile}:\n${tailOf(logFile)}`);
    }
    await delay(100);
  }
}

async function answersOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
