/** The manager gives open steps to a colleague: which can go is said before, by the rules of the act itself, and nothing is moved by asking. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postedLetter } from '../builders/posted-letter.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let manager: Caller;
let today: string;
beforeAll(async () => {
  api = await startApi();
  manager = await api.as('manager');
  today = (await manager.get('/clock')).body.officeDate as string;
});
afterAll(() => api.stop());

const accepted = () => anAcceptedTransfer(api.db, api.office);
const give = (id: string, toStaffId: string, who = manager) =>
  who.post(`/transfers/${id}/facts`, { kind: 'takenOver', toStaffId }, aKey());
const check = (transferIds: readonly string[], toStaffId: string, who = manager) =>
  who.post('/checks/handing', { transferIds, toStaffId });
const idOf = async (who: Caller): Promise<string> => (await who.get('/me')).body.id as string;
const ownerOf = async (id: string): Promise<string> =>
  (await manager.get(`/transfers/${id}/progress`)).body.holder.staff.id as string;
const events = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from events`.execute(api.db);
  return rows[0]!.count;
};

test('what the check says is what becomes of it, and asking moves nothing', async () => {
  const ids = [await accepted(), await accepted(), await accepted()];
  const [own, closed] = ids;
  const to = await idOf(await api.asNew(['reviewer']));
  await sql`update steps set owner_id = ${to} where transfer_id = ${own}`.execute(api.db);
  await api.db
    .updateTable('transfers')
    .set({ closed_at: new Date(), closing: 'withdrawn' })
    .where('id', '=', closed!)
    .execute();
  const before = await events();
  const { status, body } = await check(ids, to);
  expect([status, body.items.map(({ refusal }: { refusal: string | null }) => refusal)]).toEqual([
    200,
    ['already-decided', 'transfer-closed', null],
  ]);
  expect(await events()).toBe(before);
  for (const { transferId, refusal } of body.items as { transferId: string; refusal: string | null }[]) {
    const given = await give(transferId, to);
    expect(given.status === 201 ? null : given.body.type).toBe(refusal === null ? null : `/problems/${refusal}`);
  }
  expect(await ownerOf(ids[2]!)).toBe(to);
});

test('who is given it is told with who gave it, and it counts as decided by hand by the giver', async () => {
  const id = await accepted();
  const to = await idOf(await api.asNew(['reviewer']));
  expect((await give(id, to)).status).toBe(201);
  const { rows } = await sql<{ staff_id: string; why: string; by_staff_id: string }>`
    select staff_id, why, by_staff_id from responsibilities
    where transfer_id = ${id} and kind = 'step' and until is null`.execute(api.db);
  expect(rows).toEqual([{ staff_id: to, why: 'reassigned', by_staff_id: api.office.staff.manager }]);
  const { body } = await manager.get(`/manual-decisions?from=${today}&to=${today}&kind=takenOver`);
  expect(body.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        transferId: id,
        by: expect.objectContaining({ id: api.office.staff.manager }) as object,
      }),
    ]),
  );
});

test('not to who lacks the role, nor who did what must be apart, nor who is away, nor by who is no manager', async () => {
  const id = await accepted();
  const { finance, letterClerk2, reviewer2 } = api.office.staff;
  expect((await check([id], finance)).body.items).toEqual([{ transferId: id, refusal: 'forbidden' }]);
  expect((await give(id, finance)).body.type).toBe('/problems/forbidden');
  await manager.post('/absences', { staffId: letterClerk2, fromDay: today });
  const away = await check([id], letterClerk2);
  expect([away.status, away.body.errors]).toMatchObject([422, [{ field: 'toStaffId', code: 'away' }]]);
  const unknown = await give(id, crypto.randomUUID());
  expect(unknown.body.errors).toMatchObject([{ field: 'toStaffId', code: 'unknown' }]);
  const clerk = await api.as('reviewer');
  expect((await give(id, reviewer2, clerk)).body.type).toBe('/problems/forbidden');
  expect((await check([id], reviewer2, clerk)).status).toBe(403);
  const administrator = await api.asNew(['administrator']);
  expect((await check([id], reviewer2, administrator)).body.items).toEqual([{ transferId: id, refusal: 'forbidden' }]);
  const unknownCase = await check([crypto.randomUUID()], reviewer2);
  expect(unknownCase.body.items).toMatchObject([{ refusal: 'not-found' }]);
});

test('nobody is given the review of what he has entered himself', async () => {
  const id = await accepted();
  const the = walk(api.db, api.office, id);
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.say('letterClerk', postedLetter());
  await the.say(null, { kind: 'letterDelivered' });
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(3_420_644) });
  await the.say(null, await agreeingMoney(api.db, api.office, id, 3_420_644));
  await the.say('reviewer2', { kind: 'entered' });
  const { reviewer, reviewer2 } = api.office.staff;
  expect((await check([id], reviewer2)).body.items).toEqual([{ transferId: id, refusal: 'separation-of-duties' }]);
  expect((await check([id], reviewer)).body.items).toEqual([{ transferId: id, refusal: 'already-decided' }]);
});
