/** The office that `npm start` keeps in a data folder, by the files that stand there. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Address of its API; undefined when it is not running. */
export function localUrl(folder: string): string | undefined {
  return readJson<{ url?: string }>(join(folder, 'run', 'start.json'))?.url;
}

/** Where `npm start` keeps the keys of the office. */
export const keysFileIn = (folder: string): string => join(resolve(folder), 'keys.json');

/** The variables that its processes get, as far as a command needs them; undefined when its PostgreSQL does not run. */
export function localEnvironment(folder: string): Record<string, string> | undefined {
  const keys = readJson<Record<string, string>>(join(folder, 'keys.json'));
  const password = readText(join(folder, 'postgres.password'))?.trim();
  const port = readJson<{ port?: number }>(join(folder, 'postgres.pid.json'))?.port;
  if (!keys || !password || port === undefined) return undefined;
  const temporal = readJson<{ port?: number }>(join(folder, 'temporal.db.pid.json'));
  return {
    ...keys,
    BACKUP_DIR: join(resolve(folder), 'backups'),
    DATABASE_URL: `postgres://baton:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/baton`,
    ...(temporal?.port !== undefined && { TEMPORAL_ADDRESS: `127.0.0.1:${String(temporal.port)}` }),
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readJson<T>(file: string): T | undefined {
  const text = readText(file);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}
