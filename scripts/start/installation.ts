import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLivePidFile, removePidFile, writePidFile } from '../servers/pid-file.ts';
import { stopProcess } from '../servers/processes.ts';

/** What a data folder holds. */
export type Installation = {
  dataDir: string;
  postgres: string;
  temporalDb: string;
  keysFile: string;
  simulatorDir: string;
  logOf: (process: string) => string;
  pidFileOf: (process: string) => string;
};

export function openInstallation(dataDir: string): Installation {
  const inside = (name: string) => join(dataDir, name);
  // 0711: PostgreSQL may run as another account and must reach its folder; every secret has a mode of its own.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  for (const name of ['logs', 'run', 'simulator']) mkdirSync(inside(name), { recursive: true, mode: 0o700 });
  return {
    dataDir,
    postgres: inside('postgres'),
    temporalDb: inside('temporal.db'),
    keysFile: inside('keys.json'),
    simulatorDir: inside('simulator'),
    logOf: (process) => join(dataDir, 'logs', `${process}.log`),
    pidFileOf: (process) => join(dataDir, 'run', `${process}.json`),
  };
}

/** The processes that a starter keeps; the order is that of stopping. */
const KEPT = ['simulator', 'worker', 'api', 'console'] as const;

/**
 * Takes the data folder for this process, and stops what a killed starter left running on it.
 * Its servers are left alone: they are adopted.
 * @throws when another starter works on this folder
 */
export async function takePossession(installation: Installation): Promise<() => void> {
  const file = installation.pidFileOf('start');
  const other = readLivePidFile<{ url?: string }>(file);
  if (other && other.pid !== process.pid) {
    const where = other.url ? ` at ${other.url}` : '';
    throw new Error(
      `Baton already runs on ${installation.dataDir}${where} (process ${other.pid}). Stop it there with Ctrl-C first.`,
    );
  }
  writePidFile(file, process.pid, {});
  for (const name of KEPT) {
    const left = readLivePidFile(installation.pidFileOf(name));
    if (left) await stopProcess(left.pid, 'SIGTERM', 15_000);
    removePidFile(installation.pidFileOf(name));
  }
  return () => removePidFile(file);
}

/** Remembers the addresses, for whoever starts a second time on the same folder, or plays on what runs there. */
export function rememberAddress(
  installation: Installation,
  address: { readonly url: string; readonly smsPort: number; readonly corePort: number },
): void {
  writePidFile(installation.pidFileOf('start'), process.pid, address);
}
