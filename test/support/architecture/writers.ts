/** Which place writes which table, as docs/architecture.md says it and as the statements do it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeNames, markdownTable } from './markdown-table.ts';

const root = resolve(import.meta.dirname, '../../..');
const ARCHITECTURE = new URL('../../../docs/architecture.md', import.meta.url);

/** A table with the rooms and folders that may write it. */
export function writersTable(): Map<string, readonly string[]> {
  return new Map(
    markdownTable(ARCHITECTURE, 'Who writes which table').flatMap((row) => {
      const writers = [...codeNames(row['written by'] ?? ''), ...codeNames(row['also'] ?? '')];
      if (codeNames(row['also'] ?? '').length > 0 && row['why'] === '')
        throw new Error(`an exception without its reason: ${JSON.stringify(row)}`);
      return codeNames(row['table'] ?? '').map((table) => [table, writers] as const);
    }),
  );
}

export function tablesOfSchema(): string[] {
  const schema = readFileSync(resolve(root, 'db/schema.sql'), 'utf8');
  return [...schema.matchAll(/^create table (\w+)/gim)].map((match) => match[1]!);
}

const BUILDER = /\b(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)/g;
const SETS = /\binsertMany\(\s*\w+,\s*'(\w+)'/g;
const STATEMENT = /\b(?:insert\s+into|delete\s+from|truncate(?:\s+table)?|update)\s+(?:public\.)?"?(\w+)/gi;

/** The tables that this text writes, by builder or by SQL. Prose that happens to say `update` names no table. */
export function tablesWritten(text: string, tables: ReadonlySet<string>): string[] {
  const found = [BUILDER, SETS, STATEMENT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1]!.toLowerCase()),
  );
  return [...new Set(found)].filter((name) => tables.has(name));
}

/** `db/holding` for a file in a room of db/, else the top-level folder. */
export function placeOf(path: string): string {
  const parts = path.split('/');
  return parts[0] === 'db' ? parts.slice(0, 2).join('/') : parts[0]!;
}

/** Every file whose statements write a table that its place may not write. */
export function unlistedWriters(
  files: readonly { readonly path: string; readonly text: string }[],
  allowed: ReadonlyMap<string, readonly string[]>,
  tables: readonly string[],
): string[] {
  const known = new Set(tables);
  return files.flatMap(({ path, text }) =>
    tablesWritten(text, known)
      .filter((table) => !allowed.get(table)?.includes(placeOf(path)))
      .map((table) => `${path} writes ${table}`),
  );
}
