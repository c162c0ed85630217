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
function takesAway(text: string): string[] {
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

/** A list of words that only grows forbids nothing: what the release before writes stays allowed. */
const GROWN =
  /alter table (\w+) drop constraint (\w+);\s*alter table \1 add constraint \2 check \((\w+) in\s*\(([^)]*)\)\);/g;

const wordsOf = (list: string): string[] => [...list.matchAll(/'(\w+)'/g)].map(([, word]) => word!);

/** The words that a column may hold after these migrations. */
function vocabularyOf(migrations: string, table: string, column: string): string[] {
  const list = new RegExp(`^\\s*(?:create|alter) table ${table}\\b[\\s\\S]*\\bcheck \\(${column} in\\s*\\(([^)]*)\\)`);
  return wordsOf(
    migrations
      .replace(/--.*$/gm, '')
      .split(';')
      .map((one) => list.exec(one)?.[1])
      .findLast(Boolean) ?? '',
  );
}

function withoutGrown(text: string, earlier: string): string {
  return text.replace(GROWN, (whole, table: string, _name, column: string, list: string) => {
    const before = vocabularyOf(earlier, table, column);
    const grows = before.length > 0 && before.every((word) => wordsOf(list).includes(word));
    return grows ? '' : whole;
  });
}

/** Of the time before the first release: nobody runs what was before them. */
const BEFORE_THE_FIRST_RELEASE = '0021';

test('no migration since the first release takes anything away', () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const text = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
  const found = files.flatMap((name, index) => {
    if (name <= BEFORE_THE_FIRST_RELEASE) return [];
    const earlier = files.slice(0, index).map(text).join('\n');
    return [[name, takesAway(withoutGrown(text(name), earlier))] as const];
  });
  expect(found.filter(([, what]) => what.length > 0)).toEqual([]);
});

test('a list of words may grow, and may not lose one', () => {
  const earlier = "create table tasks (id integer, kind text not null check (kind in ('call', 'write')));";
  const change = (words: string) =>
    `alter table tasks drop constraint tasks_kind_check;\nalter table tasks add constraint tasks_kind_check check (kind in (${words}));`;
  expect(takesAway(withoutGrown(change("'call', 'write', 'visit'"), earlier))).toEqual([]);
  expect(takesAway(withoutGrown(change("'call', 'visit'"), earlier))).toHaveLength(1);
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
