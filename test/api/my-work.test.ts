/** What is mine to do, counted as the lists show it; what came back, with what for; what has waited longest, each once over all pages. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aResidentId, stewardedBy } from '../builders/walk.ts';
import { aKey, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
/** May do every step of the desk. */
let one: Caller;
let oneId: string;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  one = await api.asNew(['manager']);
  oneId = (await one.get('/me')).body.id as string;
});
afterAll(() => api.stop());

const accepts = async (by: Caller): Promise<string> => {
  const person = { name: '样例工', idNumber: aResidentId(), mobile: '13900000000' };
  return (await by.post('/transfers', { person, counterpartAreaCode: '310000' })).body.transfer.id as string;
};
const says = async (by: Caller, id: string, fact: object): Promise<Answer> => {
  const answer = await by.post(`/transfers/${id}/facts`, fact, aKey());
  expect(answer.status, answer.text).toBe(201);
  return answer;
};
const work = async (who: Caller) => (await who.get('/my-work')).body;
const idsOf = async (query: string): Promise<string[]> =>
  (await one.get(`/transfers?limit=200&${query}`)).body.items.map(({ id }: { id: string }) => id);

test('counts what the lists show: steps, what is held and late, transfers stewarded, tasks, proposals', async () => {
  expect(await work(one)).toMatchObject({ steps: { open: 0 }, stewarded: 0, tasks: { open: 0 }, toConfirm: 0 });
  const [first, second] = [await accepts(one), await accepts(one)];
  const foreign = await accepts(clerk);
  await stewardedBy(api.db, oneId, first, second);
  await stewardedBy(api.db, api.office.staff.clerk, foreign);
  for (const id of [first, foreign]) await says(one, id, { kind: 'takenOver' });
  await says(one, first, { kind: 'held', reasonCode: 'H01', reviewOn: '2099-01-05' }).catch(() => undefined);
  await api.db
    .updateTable('steps')
    .set({ due_at: new Date('2020-01-01') })
    .where('transfer_id', '=', foreign)
    .execute();
  await api.db.updateTable('tasks').set({ owner_id: oneId }).execute();
  const { steps, stewarded, tasks } = await work(one);
  const { items } = (await one.get(`/tasks?ownerId=${oneId}`)).body;
  expect([steps.open, steps.overdue, steps.held]).toEqual([
    (await idsOf(`ownerId=${oneId}`)).length,
    (await idsOf(`ownerId=${oneId}&overdue=true`)).length,
    (await idsOf(`ownerId=${oneId}&held=true`)).length,
  ]);
  expect(steps.overdue).toBe(1);
  expect(stewarded).toBe((await idsOf(`stewardId=${oneId}`)).length);
  expect((await idsOf(`stewardId=${oneId}`)).sort()).toEqual([first, second].sort());
  expect(tasks.open).toBe(items.length);
  await clerk.send('PATCH', `/transfers/${second}/identity`, { name: '样例更' }, aKey());
  expect((await work(one)).toConfirm).toBe((await one.get('/approvals')).body.toConfirm.length);
  expect((await work(one)).toConfirm).toBe(1);
});

test('what came back is marked with what for, counted and listed apart', async () => {
  const id = await accepts(clerk);
  const reviewer = await api.asNew(['manager']);
  await says(reviewer, id, { kind: 'reviewed', outcome: 'eligible' });
  await says(one, id, { kind: 'letterSent', channel: 'ems', waybill: '7300000000001' });
  const before = (await work(one)).steps.sentBack as number;
  await says(one, id, { kind: 'letterReturned', reasonCode: 'M02' });
  await says(one, id, { kind: 'takenOver' }).catch(() => undefined);
  const { steps, sentBack } = await work(one);
  expect(steps.sentBack).toBe(before + 1);
  expect(sentBack).toEqual([{ transferId: id, step: 'delivery', outcome: 'returned', reasonCode: 'M02' }]);
  expect(await idsOf(`ownerId=${oneId}&sentBack=true`)).toEqual([id]);
  expect(await idsOf(`ownerId=${oneId}&sentBack=false`)).not.toContain(id);
});

test('what was accepted first stands first, in a step or in none, each once over all pages', async () => {
  for (let n = 0; n < 5; n++) await accepts(clerk);
  const all = await api.db.selectFrom('transfers').select('id').where('closed_at', 'is', null).execute();
  const found: string[] = [];
  let cursor = '';
  do {
    const { body } = await one.get(`/transfers?order=oldest&limit=2${cursor && `&cursor=${cursor}`}`);
    found.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = (body.next as string | null) ?? '';
  } while (cursor);
  expect(found.toSorted()).toEqual(all.map(({ id }) => id).sort());
  const accepted = await Promise.all(found.map(async (id) => (await one.get(`/transfers/${id}`)).body.acceptedAt));
  expect(accepted).toEqual(accepted.toSorted());
  const mine = await idsOf(`holderId=${oneId}`);
  expect((await idsOf(`order=oldest&holderId=${oneId}`)).sort()).toEqual(mine.sort());
});

test('is not for who has no desk', async () => {
  expect((await (await api.asNew(['administrator'])).get('/my-work')).status).toBe(403);
});
