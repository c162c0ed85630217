/** A paper that belongs to nobody here: set aside with a word, kept in the register, and taken up again by whoever knows better. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aLetter, register } from '../builders/letters-in.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aResidentId } from '../builders/walk.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let post: Caller;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  [post, clerk] = [await api.as('letterClerk'), await api.as('clerk')];
  await standClockAt(api.db, '2026-01-12T10:00:00+08:00');
});
afterAll(() => api.stop());

const waits = async () => (await register(post, aLetter({ senderAreaCode: undefined, person: undefined }))).body;
const aside = (id: string, note: string, who = post) => who.post(`/incoming/${id}/setting-aside`, { note });
const takeUp = (id: string) => post.post(`/incoming/${id}/taking-up`, {});
const idsIn = async (query: string) =>
  (await post.get(`/incoming?limit=200&${query}`)).body.items.map((paper: { id: string }) => paper.id);

test('says who, when and why, waits with nobody, and is found as what it is', async () => {
  const { id, task } = await waits();
  const { status, body } = await aside(id, '投递有误，已转某机构');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    state: 'setAside',
    parkedFor: 'sender',
    task: null,
    setAside: { at: '2026-01-12T02:00:00.000Z', by: { displayName: 'letterClerk' }, note: '投递有误，已转某机构' },
  });
  expect((await post.get(`/incoming/${id}`)).body).toEqual(body);
  expect([await idsIn('state=parked'), await idsIn('mine=true')].flat()).not.toContain(id);
  expect(await idsIn('state=setAside')).toContain(id);
  const closed = (await clerk.get('/tasks?kind=incomingPaper&state=closed&limit=200')).body.items;
  expect(closed.map((one: { id: string }) => one.id)).toContain(task.id);
  const placing = await post.post(`/incoming/${id}/placing`, { senderAreaCode: '310000' });
  expect(placing.body.type).toBe('/problems/already-decided');
});

test('is taken up again, as often as it must be, and then opens its transfer as ever', async () => {
  const { id } = await waits();
  for (const note of ['无关', '仍无关']) {
    await aside(id, note);
    expect((await takeUp(id)).body).toMatchObject({
      state: 'parked',
      setAside: null,
      task: { owner: { displayName: 'letterClerk' } },
    });
  }
  expect(await idsIn('state=parked&mine=true')).toContain(id);
  const found = { senderAreaCode: '310000', person: { name: '样例回', idNumber: aResidentId() } };
  expect((await post.post(`/incoming/${id}/placing`, found)).body).toMatchObject({ state: 'opened', task: null });
  expect((await clerk.get('/tasks?kind=incomingPaper&state=open&limit=200')).body.items).not.toContainEqual(
    expect.objectContaining({ about: expect.objectContaining({ incomingId: id }) }),
  );
  expect((await takeUp(id)).body.type).toBe('/problems/already-decided');
});

test('wants a word, waits, and is set aside once when two do it at the same moment', async () => {
  const { id } = await waits();
  expect(fieldsOf(await aside(id, ''))).toEqual(['note: tooShort']);
  expect((await takeUp(id)).status).toBe(409);
  const answers = await Promise.all([post, clerk].map((who) => aside(id, '无关', who)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await aside(crypto.randomUUID(), '无关')).status).toBe(404);
});

test('keeps its word where only the key opens it, and the history of the office both ways', async () => {
  const { id } = await waits();
  await aside(id, '样例密语');
  await takeUp(id);
  const { rows } = await sql<{ kind: string; text: string }>`select kind, payload::text as text from office_events
    where payload ->> 'incomingId' = ${id} order by id`.execute(api.db);
  expect(rows.map(({ kind }) => kind)).toEqual(['paperRegistered', 'paperSetAside', 'paperTakenUp']);
  expect(rows.map(({ text }) => text).join()).not.toContain('样例密语');
});
