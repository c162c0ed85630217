import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, isAlive, isZombie } from './processes.ts';

/** The server that holds a data folder, as its `postmaster.pid` tells it. */
export type Postmaster = { pid: number; port: number };

/**
 * The live server of this data folder, if an earlier start left one behind.
 * A lock file whose process is gone for good, or is another program by now, is removed: the next server would stumble over it.
 */
export async function leftoverPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid = 0, , , port = 0] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (isAlive(pid) && commandOf(pid).includes(dataDir)) return { pid, port };
  if (!isAlive(pid) && !isZombie(pid)) return undefined; // PostgreSQL itself clears it, after looking at the shared memory
  await zombieReaped(pid);
  rmSync(file, { force: true });
  return undefined;
}

/** A killed postmaster keeps its lock until its parent has reaped it; its backends leave within that time too. */
async function zombieReaped(pid: number): Promise<void> {
  const deadline = Date.now() + 3_000;
  while (isZombie(pid) && Date.now() < deadline) await delay(50);
}
