/** Writes what stands between the markers of bench/README.md, and the chart beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../measuring/machine.ts';
import { chart } from './chart.ts';
import type { Results } from './results.ts';
import { markdownFigures, markdownTable, type Causes } from './table.ts';

const BENCH = join(import.meta.dirname, '..');
const README = join(BENCH, 'README.md');

export function writeReport({ machine, answers }: Pick<Results, 'machine' | 'answers'>): void {
  const causes = JSON.parse(readFileSync(join(BENCH, 'causes.json'), 'utf8')) as Causes;
  const parts = {
    machine: machineText(machine),
    results: markdownTable(answers, causes),
    figures: markdownFigures(answers),
  };
  let text = readFileSync(README, 'utf8');
  for (const [name, body] of Object.entries(parts)) text = between(text, name, body);
  writeFileSync(README, text);
  writeFileSync(join(BENCH, 'results', 'chart.svg'), chart(answers));
}

/** @throws when somebody has taken the markers away */
export function between(text: string, name: string, body: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`bench/README.md has no place for ${name}`);
  return `${text.slice(0, from + start.length)}\n${body}\n${text.slice(to)}`;
}

function machineText({ processor, cores, memoryGiB, kernel, versions, commit }: Machine): string {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${cores} cores of ${processor}, ${memoryGiB} GiB, Linux ${kernel}; ${named.join(', ')}; source ${commit}.`;
}
