/** A note of who leaves for who takes over: seen until read, read once by whoever holds the transfer then; its words stand apart. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAcceptedTransfer, stewardedBy } from '../builders/walk.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let reviewer: Caller;
let second: Caller;
let clerk: Caller;
let id: string;
const WORDS = '对方经办人周四以后才在';

beforeAll(async () => {
  api = await startApi();
  [reviewer, second, clerk] = [await api.as('reviewer'), await api.as('reviewer2'), await api.as('clerk')];
});
afterAll(() => api.stop());
/** Held by the reviewer, stewarded by the clerk. */
beforeEach(async () => {
  id = await anAcceptedTransfer(api.db, api.office);
  await stewardedBy(api.db, api.office.staff.clerk, id);
  await sql`update steps set owner_id = ${api.office.staff.reviewer} where transfer_id = ${id}`.execute(api.db);
});

const write = (who: Caller, text = WORDS, headers = aKey()) =>
  who.post(`/transfers/${id}/hand-over-notes`, { text }, headers);
const notesOf = async (who: Caller) => (await who.get(`/transfers/${id}/hand-over-notes`)).body;
const forMe = async (who: Caller) =>
  (await who.get('/hand-over-notes?limit=100')).body.items.filter(
    (note: { transferId: string }) => note.transferId === id,
  );
const takeOver = (who: Caller) => who.post(`/transfers/${id}/facts`, { kind: 'takenOver' }, aKey());

test('waits for who takes over, and for nobody before; read once, it says by whom and when', async () => {
  const { status, body: note } = await write(reviewer);
  expect([status, note.text, note.by.id, note.readAt, note.mayRead]).toEqual([
    201,
    WORDS,
    api.office.staff.reviewer,
    null,
    false,
  ]);
  expect([await forMe(reviewer), await forMe(second)]).toEqual([[], []]);
  expect((await takeOver(second)).status).toBe(201);
  expect(await forMe(second)).toMatchObject([{ id: note.id, text: WORDS, mayRead: true }]);
  const before = (await second.get('/my-work')).body.handOverNotes as number;
  const read = await second.post(`/hand-over-notes/${note.id as string}/reading`);
  expect([read.status, read.body.readBy.id]).toEqual([200, api.office.staff.reviewer2]);
  expect((await second.get('/my-work')).body.handOverNotes).toBe(before - 1);
  expect(await forMe(second)).toEqual([]);
  expect((await notesOf(clerk)).items).toMatchObject([{ readBy: { id: api.office.staff.reviewer2 }, mayRead: false }]);
  const again = await second.post(`/hand-over-notes/${note.id as string}/reading`);
  expect([again.status, again.body.type]).toEqual([409, '/problems/already-decided']);
});

test('is written by holder, steward and manager, and by nobody else', async () => {
  for (const who of [reviewer, clerk, await api.as('manager')]) expect((await write(who)).status).toBe(201);
  const refused = await write(second);
  expect([refused.status, refused.body.type]).toEqual([403, '/problems/forbidden']);
  expect([(await notesOf(second)).mayWrite, (await notesOf(clerk)).mayWrite]).toEqual([false, true]);
  expect((await notesOf(second)).items).toHaveLength(3);
});

test('nobody reads his own, nor what he does not hold', async () => {
  const { body: note } = await write(reviewer);
  for (const who of [reviewer, second, clerk]) {
    expect((await who.post(`/hand-over-notes/${note.id as string}/reading`)).status).toBe(403);
  }
  expect((await second.post(`/hand-over-notes/${crypto.randomUUID()}/reading`)).status).toBe(404);
});

test('the same key twice is one note, with another transfer a mistake', async () => {
  const key = aKey();
  const [one, same] = [await write(reviewer, WORDS, key), await write(reviewer, WORDS, key)];
  expect(same.body.id).toBe(one.body.id);
  expect((await notesOf(reviewer)).items).toHaveLength(1);
  const other = await anAcceptedTransfer(api.db, api.office);
  await stewardedBy(api.db, api.office.staff.reviewer, other);
  const reused = await reviewer.post(`/transfers/${other}/hand-over-notes`, { text: WORDS }, key);
  expect([reused.status, reused.body.type]).toEqual([409, '/problems/idempotency-key-reused']);
});

test('says nothing empty, and nothing about what is closed', async () => {
  const empty = await write(reviewer, '  ');
  expect([empty.status, empty.body.errors]).toMatchObject([422, [{ field: 'text', code: 'missing' }]]);
  await api.db
    .updateTable('transfers')
    .set({ closed_at: new Date(), closing: 'withdrawn' })
    .where('id', '=', id)
    .execute();
  const closed = await write(await api.as('manager'));
  expect([closed.status, closed.body.type]).toEqual([409, '/problems/transfer-closed']);
});

test('its words stand apart from the history, and the history goes on when they are destroyed', async () => {
  const { body: note } = await write(reviewer);
  await takeOver(second);
  await second.post(`/hand-over-notes/${note.id as string}/reading`);
  const { rows } = await sql<{ kind: string; payload: object }>`select kind, payload from events
    where transfer_id = ${id} and kind like 'handOver%' order by seq`.execute(api.db);
  expect(rows).toEqual([
    { kind: 'handOverWritten', payload: { noteId: note.id } },
    { kind: 'handOverRead', payload: { noteId: note.id } },
  ]);
  await sql`delete from sealed_texts where id = (select text_id from hand_over_notes where id = ${note.id})`.execute(
    api.db,
  );
  expect((await notesOf(clerk)).items).toMatchObject([{ text: '', readBy: { id: api.office.staff.reviewer2 } }]);
});

test('those that wait come page by page, each once, the newest first', async () => {
  for (let each = 0; each < 5; each += 1) await write(reviewer, `${WORDS} ${String(each)}`);
  await takeOver(second);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await second.get(`/hand-over-notes?limit=2${more}`);
    seen.push(...body.items.map((note: { id: string }) => note.id));
    cursor = body.next;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe((await second.get('/my-work')).body.handOverNotes);
  expect(seen.length).toBeGreaterThanOrEqual(5);
});
