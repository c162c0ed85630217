/** Variables that one process has for itself, in a file that is read anew at each of its starts: it may change while the office runs. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Files by process. */
export type OwnVariables = Readonly<Partial<Record<'api' | 'worker', string>>>;

const WORD = /^(api|worker)=(.+)$/;

/** @throws with a sentence naming the word that is wrong */
export function readOwnVariables(words: readonly string[]): OwnVariables {
  return Object.fromEntries(
    words.map((word) => {
      const [, process, file] = WORD.exec(word) ?? [];
      if (process === undefined || file === undefined) throw new Error(`--env ${word} is not like worker=FILE`);
      return [process, file];
    }),
  );
}

/** None without a file, or while it is not there. */
export function variablesIn(file: string | undefined): Record<string, string> {
  if (file === undefined) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return {};
    throw error;
  }
}
