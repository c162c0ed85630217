/** Hands a command over to operator.ts, the process that may touch the database. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { execa } from 'execa';
import type { GlobalOptions } from './connection.ts';
import { Failure } from './failure.ts';
import { localEnvironment } from './local-office.ts';

/** The environment says which office; without DATABASE_URL it is the one in the data folder. */
export async function onThisMachine(command: Command, words: readonly string[]): Promise<void> {
  const { data, json, database } = command.optsWithGlobals<GlobalOptions>();
  const source = fileURLToPath(new URL('../operator.ts', import.meta.url));
  const script = existsSync(source) ? source : fileURLToPath(new URL('../operator.js', import.meta.url));
  const env = database === undefined ? localEnvironment(data) : { DATABASE_URL: database };
  if (!env) throw new Failure(`No office runs in ${data}: start it, or set DATABASE_URL and what .env.example names.`);
  const { exitCode } = await execa(
    process.execPath,
    [...process.execArgv, script, ...words, ...(json ? ['--json'] : [])],
    { stdio: 'inherit', reject: false, env },
  );
  process.exitCode = exitCode ?? 1;
}
