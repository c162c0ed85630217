import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLivePidFile } from '../../scripts/servers/pid-file.ts';
import { leftoverPostmaster } from '../../scripts/servers/postgres-adoption.ts';
import { stopProcess } from '../../scripts/servers/processes.ts';

/** Folders of test runs and of offices under test start with this and hold an `owner.json`. */
export const RUN_PREFIX = 'baton-test-';

/** Stops the servers of test runs that were killed: they outlive their run by design. */
export async function stopServersOfKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(RUN_PREFIX) || readLivePidFile(join(folder, 'owner.json'))) continue;
    if (!isOwned(folder)) continue;
    await stopServersIn(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stops whatever still runs on this folder: PostgreSQL, Temporal, and the processes of a starter. */
export async function stopServersIn(folder: string): Promise<void> {
  const pidFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  for (const name of pidFiles.filter((file) => file !== 'owner.json')) {
    const left = readLivePidFile(join(folder, name));
    // PostgreSQL would wait for its clients on SIGTERM.
    if (left) await stopProcess(left.pid, name === 'postgres.pid.json' ? 'SIGINT' : 'SIGTERM', 5_000);
  }
  const postmaster = await leftoverPostmaster(join(folder, 'postgres'));
  if (postmaster) await stopProcess(postmaster.pid, 'SIGINT', 10_000);
}

/** A folder that is just being made has no owner yet, and is nobody's to remove. */
function isOwned(folder: string): boolean {
  try {
    return readFileSync(join(folder, 'owner.json')).length > 0;
  } catch {
    return false;
  }
}
