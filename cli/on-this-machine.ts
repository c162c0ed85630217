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
  const { data, database } = command.optsWithGlobals<GlobalOptions>();
  const env = database === undefined ? localEnvironment(data) : { DATABASE_URL: database };
  if (env) return runOperator(command, words, env);
  const starter = programBeside('scripts/operator-with-postgres');
  if (!starter || !NEEDS_ONLY_THE_LEDGER.includes(words[0] ?? '')) {
    throw new Failure(`No office runs in ${data}: start it, or set DATABASE_URL and what .env.example names.`);
  }
  await run(command, [starter, data, ...words], {});
}

/** A stopped office's own PostgreSQL is started for these, and stopped again. */
const NEEDS_ONLY_THE_LEDGER = ['backup', 'verify-backup', 'restore', 'backup-keys'];

export function runOperator(
  command: Command,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  return run(command, [programBeside('operator')!, ...words], env);
}

/** The source where there is one, else what the build made of it; the scripts of the source tree are in no build. */
function programBeside(name: string): string | undefined {
  const places = ['ts', 'js'].map((end) => fileURLToPath(new URL(`../${name}.${end}`, import.meta.url)));
  return places.find((path) => existsSync(path));
}

async function run(command: Command, program: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { json } = command.optsWithGlobals<GlobalOptions>();
  const { exitCode } = await execa(process.execPath, [...process.execArgv, ...program, ...(json ? ['--json'] : [])], {
    stdio: 'inherit',
    reject: false,
    env,
  });
  process.exitCode = exitCode ?? 1;
}
