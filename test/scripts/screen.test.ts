import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { boardLine, boardLines } from '../../scripts/start/board.ts';
import { type Figures } from '../../scripts/start/figures.ts';
import { openScreen } from '../../scripts/start/screen.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-screen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aScreen(isTTY: boolean) {
  let written = '';
  const log = join(folder, `${Math.random()}.log`);
  const screen = openScreen(log, { isTTY, write: (text) => (written += text) });
  return { ...screen, written: () => written, log: () => readFileSync(log, 'utf8') };
}

test('in a terminal the live part is redrawn below what was said', () => {
  const screen = aScreen(true);
  screen.draw(['open 1', 'closed 0'], '');
  screen.say('worker ended');
  screen.draw(['open 0', 'closed 1'], '');
  const [first, second] = ['open 1\nclosed 0\n', 'open 0\nclosed 1\n'];
  const up = '\x1b[2A\x1b[0J';
  expect(screen.written()).toBe(`${first}${up}worker ended\n${first}${up}${second}`);
});

test('a line wider than the terminal is cut, so that the next drawing erases all of it', () => {
  const screen = aScreen(true);
  screen.draw([`\x1b[1m${'x'.repeat(200)}\x1b[22m`], '');
  expect(screen.written()).toBe(`${'x'.repeat(79)}\n`);
});

test('without a terminal there are plain lines, and no flood of them', () => {
  const screen = aScreen(false);
  screen.draw(['a', 'b'], 'open 1');
  screen.draw(['a', 'b'], 'open 2');
  screen.say('worker ended');
  expect(screen.written()).toBe('open 1\nworker ended\n');
});

test('what was said is also in the log, what was shown is not', () => {
  const screen = aScreen(true);
  screen.say('PostgreSQL is back');
  screen.show('sign in once with this password');
  expect(screen.log()).toMatch(/^\d{4}-\d\d-\d\dT\S+Z PostgreSQL is back\n$/);
});

const byAttempt = <T>(one: T, two: T, three: T) => ({ 1: one, 2: two, 3: three });
const figures = {
  clock: { officeDate: '2026-01-20', officeNow: '', speed: 20_000, ceiling: 20_000, frozen: false, simulated: true },
  open: {
    at: '',
    open: 12,
    closed: 30,
    overdue: 2,
    betweenSteps: 1,
    bySteps: [{ step: 'review', open: 11, overdue: 2, held: 1 }],
    byOwners: [],
    byAge: [],
  },
  completion: { attempts: { cohort: 42, shown: byAttempt(88, 94, null) } },
  operations: { violations: 3, findings: [{ invariant: 'oneOwner', count: 3 }] },
} as unknown as Figures;

test('the live table shows steps, closed, rates, and names the violated invariants', () => {
  const lines = boardLines(figures).map(stripVTControlCharacters);
  expect(lines[0]).toBe('2026-01-20  simulated, 20000 times as fast');
  expect(lines.find((line) => line.includes('review'))).toMatch(/review +11 .*2 overdue, 1 on hold/);
  expect(lines).toContain('open 12   closed 30   overdue 2');
  expect(lines).toContain('closed with attempt 1 / 2 / 3:  88 % / 94 % / –   of 42 accepted');
  expect(lines).toContain('violations of the invariants: 3 (oneOwner 3)');
  expect(boardLine(figures)).toBe('2026-01-20 · open 12, closed 30, overdue 2 · rates 88 % / 94 % / – · violations 3');
});

test('figures that the API did not give are left out, not shown as zero', () => {
  expect(boardLines({})).toEqual([]);
  expect(boardLine({ clock: figures.clock })).toBe('2026-01-20');
});
