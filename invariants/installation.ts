/** Finds the servers of an office that runs from a data folder, by the files that they keep there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundInstallation {
  readonly databaseUrl: string;
  readonly temporalAddress: string | undefined;
  readonly simulatorLog: string | undefined;
}

/** Undefined when no PostgreSQL of this folder runs. */
export function installationIn(folder: string): FoundInstallation | undefined {
  try {
    const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim();
    // PostgreSQL's own file: the fourth line is the port.
    const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
      .split('\n')[3]
      ?.trim();
    const log = join(folder, 'simulator', 'play.jsonl');
    return {
      databaseUrl: `postgres://baton:${encodeURIComponent(password)}@127.0.0.1:${port ?? ''}/baton`,
      temporalAddress: temporalAddress(join(folder, 'temporal.db.pid.json')),
      simulatorLog: existsSync(log) ? log : undefined,
    };
  } catch {
    return undefined;
  }
}

function temporalAddress(pidFile: string): string | undefined {
  if (!existsSync(pidFile)) return undefined;
  const { port } = JSON.parse(readFileSync(pidFile, 'utf8')) as { port?: number };
  return port === undefined ? undefined : `127.0.0.1:${String(port)}`;
}
