/** What a clerk has typed is there after another browser, and nobody else reads it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetDrafts } from '../../db/drafts/drafts.ts';
import { startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let colleague: Caller;
beforeAll(async () => {
  api = await startApi();
  [clerk, colleague] = [await api.as('clerk'), await api.as('reviewer')];
});
afterAll(() => api.stop());

const save = (who: Caller, name: string, text: string, seen: unknown = null): Promise<Answer> =>
  who.send('PUT', `/drafts/${name}`, { text, seen });
const textsOf = async (who: Caller): Promise<string[]> =>
  (await who.get('/drafts')).body.items.map(({ name, text }: { name: string; text: string }) => `${name} ${text}`);

test('what was typed is there for another session of the same account, and for nobody else', async () => {
  const saved = await save(clerk, 'accept.office', '{"name":"样例甲"}');
  expect([saved.status, saved.body.name]).toEqual([200, 'accept.office']);
  const elsewhere = await api.as('clerk');
  expect(await textsOf(elsewhere)).toEqual(['accept.office {"name":"样例甲"}']);
  expect(await textsOf(colleague)).toEqual([]);
  await colleague.send('DELETE', '/drafts/accept.office');
  expect(await textsOf(elsewhere)).toHaveLength(1);
});

test('of two browsers the one that has not seen the other is told, and writes nothing over', async () => {
  const first = await save(clerk, 'fact~letterSent.1', 'one');
  const second = await save(clerk, 'fact~letterSent.1', 'two', first.body.revision);
  expect(second.body.revision).not.toBe(first.body.revision);
  for (const seen of [first.body.revision, null]) {
    const late = await save(clerk, 'fact~letterSent.1', 'late', seen);
    expect([late.status, late.body.type]).toEqual([409, '/problems/changed-meanwhile']);
  }
  expect(await textsOf(clerk)).toContain('fact~letterSent.1 two');
});

test('one that was dropped elsewhere is kept again by who goes on typing', async () => {
  const { revision } = (await save(clerk, 'x.1', 'one')).body;
  expect((await clerk.send('DELETE', '/drafts/x.1')).status).toBe(204);
  expect((await clerk.send('DELETE', '/drafts/x.1')).status).toBe(204);
  expect((await save(clerk, 'x.1', 'two', revision)).status).toBe(200);
});

test('it is sealed for its place, and stands in no log', async () => {
  await save(clerk, 'accept.sealed', '龘靐齉爩');
  const { rows } = await sql<{ text_sealed: Buffer }>`select text_sealed from drafts`.execute(api.db);
  for (const row of rows) expect(row.text_sealed.includes(Buffer.from('龘靐'))).toBe(false);
  expect(api.log.join('')).not.toContain('龘靐');
  expect(api.log.join('')).not.toContain('accept.sealed');
  await sql`update drafts set name = 'accept.moved' where name = 'accept.sealed'`.execute(api.db);
  const before = await textsOf(clerk);
  expect(before.length).toBeGreaterThan(0);
  expect(before.join()).not.toContain('龘靐');
  expect((await save(clerk, 'accept.moved', 'anew')).status).toBe(200);
});

test('half a character, a long text and a name that is none', async () => {
  const odd = JSON.stringify({ note: 'a\ud800b' });
  expect((await save(clerk, 'odd.1', odd)).status).toBe(200);
  expect(await textsOf(clerk)).toContain(`odd.1 ${odd}`);
  expect((await save(clerk, 'long.1', 'x'.repeat(200_001))).status).toBe(422);
  expect((await save(clerk, 'a%20b', 'x')).status).toBe(422);
});

test('an account has thirty at most, and the oldest makes room; after a week they are forgotten', async () => {
  const many = await api.asNew(['clerk']);
  for (let number = 0; number < 31; number++) await save(many, `many.${String(number)}`, 'x');
  const names = await textsOf(many);
  expect(names).toHaveLength(30);
  expect(names).not.toContain('many.0 x');
  await sql`update drafts set saved_at = saved_at - interval '6 days 23 hours'`.execute(api.db);
  expect(await forgetDrafts(api.db)).toBe(0);
  await sql`update drafts set saved_at = saved_at - interval '1 hour'`.execute(api.db);
  expect(await forgetDrafts(api.db)).toBeGreaterThan(30);
  expect(await textsOf(many)).toEqual([]);
});

test('whoever saves without a pause is asked to wait', async () => {
  const hasty = await api.asNew(['clerk']);
  let { revision } = (await save(hasty, 'hasty.1', '0')).body;
  let last: Answer | undefined;
  for (let count = 0; count < 120; count++) {
    last = await save(hasty, 'hasty.1', String(count), revision);
    if (last.status === 200) revision = last.body.revision;
  }
  expect([last?.status, last?.headers.get('Retry-After')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
});
