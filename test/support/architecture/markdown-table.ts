import { readFileSync } from 'node:fs';

/** The rows of the first table below a heading, each by its column names. */
export function markdownTable(file: URL, heading: string): Record<string, string>[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '').trim() === heading);
  if (start < 0) throw new Error(`${file.pathname} has no heading “${heading}”`);
  const below = lines.slice(start + 1);
  const first = below.findIndex((line) => line.startsWith('|'));
  const end = below.findIndex((line, at) => at > first && !line.startsWith('|'));
  const [names, , ...rows] = below.slice(first, end < 0 ? undefined : end).map(cells);
  if (first < 0 || !names) throw new Error(`${file.pathname} has no table below “${heading}”`);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

const cells = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** What stands in backticks. */
export function codeNames(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}
