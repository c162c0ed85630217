/** bench/results/<date>.json: what was measured on a day; a later answer of the day takes the place of an earlier one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../measuring/machine.ts';
import { byId } from '../load-questions.ts';
import type { Question } from '../question.ts';
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

export interface Answered {
  readonly answer: Answer;
  readonly machine: Machine;
  /** Not the machine that measured last: only its ratios say something. */
  readonly isElsewhere: boolean;
}

/** By id, the newest answer that has all measures of the question as it is asked today. */
export function newestAnswers(questions: readonly Question[]): Map<string, Answered> {
  const files = readdirSync(FOLDER)
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name))
    .sort();
  const all = files.map((name) => read(join(FOLDER, name)));
  const here = all.at(-1)?.machine;
  const newest = new Map<string, Answered>();
  for (const { machine, answers } of all) {
    for (const answer of answers) {
      const question = questions.find(({ id }) => id === answer.id);
      if (!question || !isAnswerTo(question, answer)) continue;
      newest.set(answer.id, { answer, machine, isElsewhere: here !== undefined && !isSameMachine(machine, here) });
    }
  }
  return newest;
}

/** One to a question that was asked otherwise at the time is none. */
function isAnswerTo({ goal, question, against }: Question, answer: Answer): boolean {
  const names = Object.keys(goal);
  const said = answer.measures.map(({ name }) => name);
  return answer.question === question && answer.against === against && names.every((name) => said.includes(name));
}

const isSameMachine = (one: Machine, other: Machine): boolean =>
  one.processor === other.processor && one.cores === other.cores && one.memoryGiB === other.memoryGiB;

const read = (file: string): Results => JSON.parse(readFileSync(file, 'utf8')) as Results;
