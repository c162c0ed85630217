/** Every file of bench/questions/ is a question; their order is that of the goals. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchOptions } from './command-line.ts';
import type { Question } from './question.ts';

const FOLDER = join(import.meta.dirname, 'questions');

/** Those that were asked for. @throws when one of the wanted ids is nobody's */
export async function loadQuestions({ only, table }: Pick<BenchOptions, 'only' | 'table'>): Promise<Question[]> {
  const all = await allQuestions();
  const unknown = only.filter((id) => !all.some((one) => one.id === id));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: there are ${all.map(({ id }) => id).join(', ')}`);
  return all
    .filter((one) => table === undefined || one.table === table)
    .filter(({ id, onlyWhenNamed }) => (only.length === 0 ? !onlyWhenNamed : only.includes(id)));
}

export async function allQuestions(): Promise<Question[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(join(FOLDER, name)).href) as Promise<{ question?: Question }>),
  );
  return modules.flatMap(({ question }) => (question ? [question] : [])).sort(byId);
}

/** `P2` before `P10`, and what has no number at the end. */
export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return numberOf(one.id) - numberOf(other.id) || one.id.localeCompare(other.id);
}

const numberOf = (id: string): number => Number(/^P(\d+)/.exec(id)?.[1] ?? 1_000);
