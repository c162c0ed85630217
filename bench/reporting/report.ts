/** Writes what stands between the markers of bench/README.md (one line a question) and of bench/results.md (all the rest). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../measuring/machine.ts';
import type { Question } from '../question.ts';
import { markdownDetails, markdownTable, type Causes } from './markdown.ts';
import { newestAnswers } from './results.ts';

const BENCH = join(import.meta.dirname, '..');

export function writeReport(questions: readonly Question[]): void {
  const causes = JSON.parse(readFileSync(join(BENCH, 'causes.json'), 'utf8')) as Causes;
  const answers = newestAnswers(questions);
  const machines = [...new Set([...answers.values()].map(({ machine }) => machineText(machine)))];
  write('README.md', {
    'table 1': markdownTable(of(questions, 1), answers),
    'table 2': markdownTable(of(questions, 2), answers),
  });
  write('results.md', {
    machines: machines.map((text) => `- ${text}`).join('\n'),
    results: markdownDetails(questions, answers, causes),
  });
}

const of = (questions: readonly Question[], table: number): Question[] =>
  questions.filter((one) => one.table === table);

function write(name: string, parts: Readonly<Record<string, string>>): void {
  const file = join(BENCH, name);
  let text = readFileSync(file, 'utf8');
  for (const [part, body] of Object.entries(parts)) text = between(text, part, body);
  writeFileSync(file, text);
}

/** @throws when somebody has taken the markers away */
export function between(text: string, name: string, body: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`there is no place for ${name}`);
  return `${text.slice(0, from + start.length)}\n${body}\n${text.slice(to)}`;
}

function machineText({ processor, cores, memoryGiB, kernel, versions }: Machine): string {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${cores} cores of ${processor}, ${memoryGiB} GiB, Linux ${kernel}; ${named.join(', ')}`;
}
