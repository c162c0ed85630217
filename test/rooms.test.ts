/** Each room begins with a page of three lines (what lives here, what may not, where to begin), and what it names is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const NO_CODE = ['node_modules', 'dist', 'coverage', 'test-results', 'docs'];
/** bench/ has a page of its own kind; test/ mirrors the rooms and says so once; the console's rooms are told in web/src. */
const TOLD_ELSEWHERE = ['bench', 'test', 'web'];
const BEGINNINGS = [/^# /, /^Here: /, /^Not here: /, /^Begin with: /];

const foldersOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !NO_CODE.includes(entry.name))
    .map((entry) => (folder === '' ? entry.name : `${folder}/${entry.name}`));

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `/${name}`);

const hasCode = (folder: string): boolean => filesBelow(folder).some((name) => /\.(ts|tsx|mjs|sql)$/.test(name));

const parents = foldersOf('').filter(hasCode);
const rooms = parents.flatMap((folder) => [
  folder,
  ...(TOLD_ELSEWHERE.includes(folder) ? [] : foldersOf(folder).filter(hasCode)),
]);
const pages = ['web/src', 'test/days', ...rooms.filter((room) => room !== 'bench')];
const pageOf = (room: string): string => readFileSync(join(root, room, 'README.md'), 'utf8');

test.each(pages)('%s says in three lines what lives there, what may not, and where to begin', (room) => {
  const lines = pageOf(room)
    .split('\n')
    .filter((line) => line !== '');
  expect(lines[0]).toBe(`# ${room}`);
  expect(lines).toHaveLength(BEGINNINGS.length);
  for (const [index, beginning] of BEGINNINGS.entries()) expect(lines[index]).toMatch(beginning);
});

test.each(pages)('what the page of %s names is there', (room) => {
  const named = [...pageOf(room).matchAll(/`([^`\s]+(?:\/|\.(?:tsx?|mjs|py|sql|yaml|md)))`/g)].map(
    (found) => found[1]!,
  );
  const there = (name: string): boolean =>
    existsSync(join(root, room, name)) ||
    existsSync(join(root, name)) ||
    filesBelow(room).some((file) => file.endsWith(`/${name}`));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !there(name))).toEqual([]);
});

test('the checks above see the rooms at all', () => {
  expect(pages).toEqual(expect.arrayContaining(['db', 'db/procedure', 'imports/ledger-in', 'test']));
});
