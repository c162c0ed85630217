/** The play's log survives a kill at any byte, and a play resumed from it knows what was meant and what was done. */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Journal } from '../../simulator/story/journal.ts';
import { Story, type Act, type Line } from '../../simulator/story/story.ts';
import { truthOf } from '../../simulator/story/truth.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = () => join(folder, 'play.jsonl');
const storyOf = (lines: readonly Line[]): Story => {
  const story = new Story();
  for (const line of lines) story.apply(line);
  return story;
};
const act = (no: number, what: string, attempt: number, body: Record<string, unknown> = {}): Act => ({
  key: `s7-${no}-${attempt}-${what}`,
  no,
  what,
  attempt,
  byStaffId: 'somebody',
  body,
  path: what === 'accepted' ? '/transfers' : '/transfers/{id}/facts',
});
const acted = (one: Act): Line[] => [
  { kind: 'meant', act: one },
  { kind: 'done', key: one.key, at: '2026-01-12T02:00:00.000Z', transferId: `t${one.no}`, caseNo: `IN${one.no}` },
];

test('what was appended is read again, in order, however many were written at once', async () => {
  const { journal } = await Journal.open<{ n: number }>(path());
  await Promise.all(Array.from({ length: 500 }, (_, n) => journal.append({ n })));
  await journal.close();
  const { lines, journal: again } = await Journal.open<{ n: number }>(path());
  await again.close();
  expect(lines.map(({ n }) => n)).toEqual(Array.from({ length: 500 }, (_, n) => n));
});

test('a last line torn by a kill is cut off, and the next one stands on a line of its own', async () => {
  await writeFile(path(), '{"n":1}\n{"n":2}\n');
  await appendFile(path(), '{"n":3,"text":"半');
  const { journal, lines } = await Journal.open<{ n: number }>(path());
  expect(lines).toEqual([{ n: 1 }, { n: 2 }]);
  await journal.append({ n: 4 });
  await journal.close();
  expect(await readFile(path(), 'utf8')).toBe('{"n":1}\n{"n":2}\n{"n":4}\n');
});

test('what was meant and not answered is still to be said, word for word', () => {
  const sent = act(1, 'letterSent', 1, { kind: 'letterSent', channel: 'ems', waybill: '1007312345678' });
  const story = storyOf([...acted(act(1, 'accepted', 0)), { kind: 'meant', act: sent }]);
  expect([...story.pending.values()]).toEqual([sent]);
  expect(story.cases.get(1)?.letters).toEqual([]);
  story.apply({ kind: 'done', key: sent.key, at: '2026-01-12T03:00:00.000Z' });
  expect(story.pending.size).toBe(0);
  expect(story.cases.get(1)?.letters).toMatchObject([{ attempt: 1, waybill: '1007312345678' }]);
});

test('an answer that comes twice counts once', () => {
  const lines = [...acted(act(1, 'accepted', 0)), ...acted(act(1, 'letterSent', 1))];
  const again: Line = { kind: 'done', key: 's7-1-1-letterSent', at: '2026-01-13T02:00:00.000Z' };
  expect(storyOf([...lines, again]).cases.get(1)?.letters).toHaveLength(1);
});

test('the truth counts letters sent until the booking, and leaves out who never got one', () => {
  const lines: Line[] = [1, 2, 3, 4, 5].flatMap((no) => acted(act(no, 'accepted', 0)));
  lines.push(...acted(act(1, 'letterSent', 1)), ...acted(act(1, 'booked', 1)));
  lines.push(...acted(act(2, 'letterSent', 1)), ...acted(act(2, 'letterSent', 2)), ...acted(act(2, 'booked', 2)));
  lines.push(...acted(act(3, 'reviewed', 1, { outcome: 'refused' })), ...acted(act(4, 'withdrawn', 1)));
  lines.push(...acted(act(5, 'letterSent', 1)), ...acted(act(5, 'withdrawn', 2)));
  expect(truthOf(storyOf(lines), 5)).toEqual({
    cohort: 3,
    closedWithAttempt: { 1: 1, 2: 1, 3: 0 },
    closedLater: 0,
    notClosed: 1,
    rates: { 1: '33.33', 2: '66.67', 3: '66.67' },
  });
});
