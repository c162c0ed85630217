/** A Temporal of other settings in the place of the office's: on the same ports and data, so that the supervisor takes it for its own. */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readLivePidFile, type Remembered } from '../../scripts/servers/pid-file.ts';
import { waitForExit } from '../../scripts/servers/processes.ts';
import { obtainTemporal } from '../../scripts/servers/temporal-binary.ts';
import { answersAsTemporal, startTemporal } from '../../scripts/servers/temporal-server.ts';
import type { Office } from '../office.ts';

const LOOK_EVERY_MS = 250;
/** Its supervisor must have seen it too: else it would start one beside ours. */
const STEADY_MS = 2_000;

type Settings = Readonly<Record<string, string>>;
type Server = Remembered<{ port: number; pagePort?: number }>;

/** Until it is undone, or killed meanwhile. @returns what gives the office its own back */
export async function limitTemporal(
  { dataDir, starterPid }: Pick<Office, 'dataDir' | 'starterPid'>,
  settings: Settings,
  stop: AbortSignal,
): Promise<() => Promise<void>> {
  const { path: executable } = await obtainTemporal();
  const dbFile = join(dataDir, 'temporal.db');
  const { pid, port, pagePort } = await steady(dbFile, stop);
  const logFile = join(dataDir, 'logs', 'temporal.log');
  const page = pagePort === undefined ? {} : { pagePort };
  // It looks every half second whether its server is there, and is to find ours.
  signalTo(starterPid, 'SIGSTOP');
  try {
    signalTo(pid, 'SIGKILL');
    await waitForExit(pid, 5_000);
    const ours = await startTemporal({ executable, dbFile, logFile, port, ...page, settings });
    return () => Promise.resolve(signalTo(ours.pid, 'SIGKILL'));
  } finally {
    signalTo(starterPid, 'SIGCONT');
  }
}

/** The office's own, when it has been there for a while. @throws when the run is over first */
async function steady(dbFile: string, stop: AbortSignal): Promise<Server> {
  for (let [pid, since] = [0, 0]; ; await delay(LOOK_EVERY_MS, undefined, { signal: stop })) {
    const found = readLivePidFile<{ port: number; pagePort?: number }>(`${dbFile}.pid.json`);
    const answers = found && (await answersAsTemporal(`127.0.0.1:${found.port}`));
    if (!found || !answers) pid = 0;
    else if (found.pid !== pid) [pid, since] = [found.pid, performance.now()];
    else if (performance.now() - since > STEADY_MS) return found;
  }
}

function signalTo(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, signal);
  } catch {
    // It has gone by itself.
  }
}
