/**
 * Migrations only add, so that the release before works on the schema of the one after. What takes away is allowed to a migration
 * whose first line says since which release nobody needs it: `-- contract: not needed since 1.4.0`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('../migrations/', import.meta.url);
const CONTRACT = /^-- contract: not needed since \d+\.\d+\.\d+$/;

const TAKES_AWAY: readonly (readonly [string, RegExp])[] = [
  ['drops what may be in use', /\bdrop (table|column|view|type|schema|sequence|function|trigger)\b/],
  ['renames', /\brename\b/],
  ['changes a type', /\balter (column )?\w+ (set data )?type\b/],
  ['demands a value of an old column', /\bset not null\b/],
  [
    'adds a column that old statements leave empty',
    /\badd (column )?(if not exists )?(?!constraint\b)\w+ [^,;]*\bnot null\b(?![^,;]*\b(default|generated)\b)/,
  ],
  [
    'forbids values that old statements write',
    /\balter table \w+[^;]*\badd constraint \w+ (check|unique|foreign|exclude)\b(?![^;]*\bnot valid\b)/,
  ],
  ['forbids pairs that old statements write', /\bcreate unique index\b/],
];

/** Without comments, texts and the bodies of functions; a constraint that is dropped and widened in one statement stays seen. */
function statementsOf(text: string): string[] {
  const bare = text
    .replace(/--.*$/gm, '')
    .replace(/\$\$[\s\S]*?\$\$/g, "''")
    .replace(/'(?:[^']|'')*'/g, "''")
    .toLowerCase()
    .replace(/\s+/g, ' ');
  return bare.split(';').map((statement) => statement.trim());
}

/** A table that the same file makes has no old statements. */
export function takesAway(text: string): string[] {
  if (CONTRACT.test(text.split('\n')[0] ?? '')) return [];
  const statements = statementsOf(text);
  const made = statements.flatMap((statement) => /^create table (?:if not exists )?(\w+)/.exec(statement)?.[1] ?? []);
  const old = statements.filter(
    (statement) => !made.some((table) => new RegExp(`\\b(table|on) ${table}\\b`).test(statement)),
  );
  return old.flatMap((statement) =>
    TAKES_AWAY.filter(([, form]) => form.test(statement)).map(([what]) => `${what}: ${statement.slice(0, 120)}`),
  );
}

/** Of the time before the first release: nobody runs what was before them. */
const BEFORE_THE_FIRST_RELEASE = '0021';

test('no migration since the first release takes anything away', () => {
  const files = readdirSync(FOLDER).filter((name) => name > BEFORE_THE_FIRST_RELEASE && name.endsWith('.sql'));
  const found = files.map((name) => [name, takesAway(readFileSync(new URL(name, FOLDER), 'utf8'))]);
  expect(found.filter(([, what]) => what!.length > 0)).toEqual([]);
});

test.each([
  'drop table staff;',
  'alter table staff drop column post;',
  'alter table staff rename column post to place;',
  'alter table staff alter column post type integer;',
  'alter table staff alter post set not null;',
  'alter table staff add column post text not null;',
  'alter table staff add post text not null, add other text;',
  "alter table staff add constraint staff_post check (post <> '');",
  'create unique index staff_post on staff (post);',
])('%s is seen', (statement) => {
  expect(takesAway(statement)).toHaveLength(1);
  expect(takesAway(`-- contract: not needed since 1.4.0\n${statement}`)).toEqual([]);
});

test.each([
  "alter table staff add column post text not null default '';",
  'alter table staff add column post text;',
  'alter table staff add column no integer not null generated always as identity;',
  'create table posts (name text not null unique); create unique index posts_name on posts (name);',
  'create index staff_post on staff (post);',
  "insert into reason_codes values ('drop table staff');",
  'create or replace function f() returns void language sql as $$ drop table staff $$;',
])('%s only adds', (statement) => {
  expect(takesAway(statement)).toEqual([]);
});
