/** bench/results/<date>.json: what was measured on a day; a later answer of the day takes the place of an earlier one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../measuring/machine.ts';
import { byId } from '../load-questions.ts';
import type { Answer } from './answer.ts';

export interface Results {
  readonly machine: Machine;
  readonly seed: number;
  readonly repetitions: number;
  readonly answers: readonly Answer[];
}

const FOLDER = join(import.meta.dirname, '..', 'results');

/** Those of a quick run are kept apart, and not in the repository. */
export function keepAnswers(results: Results, { quick }: { readonly quick: boolean }): void {
  const day = new Date().toISOString().slice(0, 10);
  const file = join(FOLDER, `${quick ? 'quick-' : ''}${day}.json`);
  const kept = existsSync(file) ? read(file) : undefined;
  const before = kept && isSameMachine(kept.machine, results.machine) ? kept.answers : [];
  const others = before.filter(({ id }) => !results.answers.some((answer) => answer.id === id));
  const answers = [...others, ...results.answers].sort(byId);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...results, answers }, null, 2)}\n`);
}

/** The newest answer to each question on the machine that measured last: those of others are not to be compared with them. */
export function newestAnswers(): Pick<Results, 'machine' | 'answers'> {
  const files = readdirSync(FOLDER)
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort();
  const all = files.map((name) => read(join(FOLDER, name)));
  const machine = all.at(-1)?.machine;
  if (!machine) throw new Error('nothing has been measured yet');
  const here = all.filter((one) => isSameMachine(one.machine, machine));
  const newest = new Map(here.flatMap(({ answers }) => answers.map((answer) => [answer.id, answer] as const)));
  return { machine, answers: [...newest.values()].sort(byId) };
}

const isSameMachine = (one: Machine, other: Machine): boolean =>
  one.processor === other.processor && one.cores === other.cores && one.memoryGiB === other.memoryGiB;

const read = (file: string): Results => JSON.parse(readFileSync(file, 'utf8')) as Results;
