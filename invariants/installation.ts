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
    const port = portIn(join(folder, 'postgres.pid.json'));
    if (port === undefined) return undefined;
    const temporal = portIn(join(folder, 'temporal.db.pid.json'));
    const log = join(folder, 'simulator', 'play.jsonl');
    return {
      databaseUrl: `postgres://baton:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/baton`,
      temporalAddress: temporal === undefined ? undefined : `127.0.0.1:${String(temporal)}`,
      simulatorLog: existsSync(log) ? log : undefined,
    };
  } catch {
    return undefined;
  }
}

/** Of the server that keeps this file while it runs. */
function portIn(pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined;
  return (JSON.parse(readFileSync(pidFile, 'utf8')) as { port?: number }).port;
}
