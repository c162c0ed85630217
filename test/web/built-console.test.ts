/** The console as it is built: how heavy its first pages are, and which browsers read it. */
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { first } from '../../web/src/i18n/zh-cn/first.ts';
import { builtConsole } from '../support/servers.ts';
import { bytesOf, readBuilt, weighed, type BuiltConsole } from './first-load.ts';

/** In gzip: 1.4 seconds of a line of 1 Mbit/s. */
const LIMIT_BYTES = 180_000;
const TODAY = 'src/pages/today/today-page.tsx';
const WORDS = 'src/i18n/zh-cn/first.ts';

const scriptsIn = (folder: string): string[] =>
  readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));

const root = join(import.meta.dirname, '../..');
let folder: string;
let built: BuiltConsole;
beforeAll(async () => {
  folder = await builtConsole();
  built = readBuilt(folder);
}, 120_000);

describe('the first load', () => {
  test.each([
    ['the sign-in', []],
    ['Today, after the sign-in', [TODAY]],
  ])('of %s is at most 180 kB of script', (_, pages) => {
    const scripts = built.load(...pages, WORDS);
    expect(scripts.length).toBeGreaterThan(2);
    if (bytesOf(scripts) > LIMIT_BYTES) expect.fail(weighed(scripts));
  });

  test('waits for neither the library of forms nor that of charts', () => {
    const modules = built.load(TODAY, WORDS).flatMap(({ modules }) => modules);
    const names = modules.map(([name]) => name);
    expect(
      names.filter((name) =>
        /node_modules\/(antd|@ant-design|@rc-component|rc-[a-z]+|echarts|zrender|dayjs)\//.test(name),
      ),
    ).toEqual([]);
    expect(names.some((name) => name.includes('react-dom'))).toBe(true);
  });

  test('has the words of all that it shows', () => {
    const sources = built
      .load(TODAY)
      .flatMap(({ modules }) => modules.map(([name]) => name))
      .filter((name) => name.startsWith('web/src/'));
    const asked = sources.flatMap((name) =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/(?:\bt|knownText)\(\s*['`](\w+)\./g)].map(([, key]) => key),
    );
    expect([...new Set(asked)].filter((key) => key !== undefined && !(key in first))).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  });
});

/** In gzip, of script, with all that a page imports at once. What reads alone stays light; windows and forms are loaded when opened. */
const READS_KB = 250;
const HEAVIER_KB: Readonly<Record<string, number>> = {
  // Forms are the page.
  'entry/entry-page.tsx': 387,
  'settings/settings-page.tsx': 392,
  'accept/accept-page.tsx': 375,
  'colleagues/colleagues-page.tsx': 373,
  'transfer/transfer-page.tsx': 365,
  'design/design-page.tsx': 365,
  // Papers are registered on it, one after the other.
  'in-tray/in-tray-page.tsx': 370,
  'post/post-page.tsx': 360,
  'waiting-money/waiting-page.tsx': 348,
  'first-steps/first-steps-page.tsx': 348,
  // A calendar to choose the day.
  'archive/archive-page.tsx': 350,
  'figures/figures-page.tsx': 348,
  'bank/bank-page.tsx': 322,
  'refusals/refusals-page.tsx': 320,
  'person/person-page.tsx': 317,
  'my-work/my-work-page.tsx': 305,
  'imports/imports-page.tsx': 310,
  'staff/staff-page.tsx': 307,
  'debit/debit-page.tsx': 308,
  'approvals/approvals-page.tsx': 302,
  'archive/box-page.tsx': 302,
  'exports/exports-page.tsx': 295,
  'sign-in/password-page.tsx': 279,
  // Answers are typed on it.
  'practice/practice-page.tsx': 260,
  'held-work/held-work-page.tsx': 278,
  // What a difference was is typed on it.
  'platform/platform-page.tsx': 345,
  'manual-decisions/decisions-page.tsx': 278,
};

test('no page is heavier than it may be: one that is not named above, as one that is only read', () => {
  const pages = built.sources.filter((source) => /^src\/pages\/.*-page\.tsx$/.test(source));
  expect(pages.length).toBeGreaterThan(30);
  const tooHeavy = pages.flatMap((page) => {
    const scripts = built.load(page, WORDS);
    const allowed = HEAVIER_KB[page.replace('src/pages/', '')] ?? READS_KB;
    return bytesOf(scripts) > allowed * 1000
      ? [`${page}, which may have ${String(allowed)} kB:\n${weighed(scripts)}`]
      : [];
  });
  expect(tooHeavy).toEqual([]);
  // A name that is left over forgives a page that nobody looks at.
  expect(Object.keys(HEAVIER_KB).filter((name) => !pages.includes(`src/pages/${name}`))).toEqual([]);
});

test('My work waits for no window: they come when one is opened', () => {
  const modules = built.load('src/pages/my-work/my-work-page.tsx').flatMap((script) => script.modules);
  expect(modules.filter(([name]) => /node_modules\/antd\/es\/(modal\/Modal|form\/Form)\.js$/.test(name))).toEqual([]);
});

test('the charts come with the first chart, not with the page of figures', () => {
  const scripts = built.load('src/pages/figures/figures-page.tsx');
  expect(
    scripts.flatMap(({ modules }) => modules).filter(([name]) => /node_modules\/(echarts|zrender)\//.test(name)),
  ).toEqual([]);
  expect(built.load('src/components/chart/echarts.ts').some(({ file }) => file.includes('echarts'))).toBe(true);
});

describe('the oldest browser (web/design.md) reads', () => {
  // The parser that eslint brings: it knows what each year's language had.
  const { parse } = createRequire(createRequire(import.meta.url).resolve('eslint'))('espree') as {
    parse(text: string, options: { ecmaVersion: number; sourceType: 'module' }): unknown;
  };
  const syntaxOf = (text: string): unknown => parse(text, { ecmaVersion: 2022, sourceType: 'module' });

  test('every script: nothing of it is newer than ES2022', () => {
    expect(() => syntaxOf('const newer = /[a--b]/v;')).toThrow();
    const scripts = scriptsIn(folder);
    const unread = scripts.filter((name) => {
      try {
        syntaxOf(readFileSync(join(folder, 'assets', name), 'utf8'));
        return false;
      } catch {
        return true;
      }
    });
    expect(unread).toEqual([]);
    expect(scripts.length).toBeGreaterThan(40);
  });

  test('and has every function that it is asked for', () => {
    const newer =
      /\.(toSorted|toReversed|toSpliced|isSubsetOf|isDisjointFrom|symmetricDifference)\(|\b(Object|Map)\.groupBy|Promise\.(withResolvers|try)\b|Array\.fromAsync|URL\.(canParse|parse)\(|AbortSignal\.any\b|Intl\.DurationFormat|Iterator\.from/g;
    const asked = scriptsIn(folder)
      .filter((name) => !/echarts/.test(name))
      .flatMap((name) =>
        [...readFileSync(join(folder, 'assets', name), 'utf8').matchAll(newer)].map(([it]) => `${name}: ${it}`),
      );
    expect(asked).toEqual([]);
  });

  test('every style sheet: no rule in a rule, no colour that it does not know', () => {
    const sheets = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
    const newer = /light-dark\(|color-mix\(|@starting-style|@scope|@layer|oklch\(|subgrid|[{;]\s*&/g;
    const found = sheets.flatMap((name) =>
      [...readFileSync(join(folder, 'assets', name), 'utf8').matchAll(newer)].map(([it]) => `${name}: ${it}`),
    );
    expect(found).toEqual([]);
    expect(sheets.length).toBeGreaterThan(3);
  });
});

test('what is built asks no other server for anything', () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(page).not.toMatch(/https?:|<script>|<script [^>]*>[^<]|<style|\son\w+=/);
  const sheets = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css'));
  for (const name of sheets)
    expect(readFileSync(join(folder, 'assets', name), 'utf8')).not.toMatch(/url\(["']?(https?:)?\/\/|@import/);
});
