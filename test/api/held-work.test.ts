/** Who holds what he cannot do: with the reason, and taken over from there by who may. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewHeldWork } from '../../db/holding/review.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let manager: Caller;
let id: string;
beforeAll(async () => {
  api = await startApi();
  manager = await api.as('manager');
  id = await anAcceptedTransfer(api.db, api.office);
});
afterAll(() => api.stop());

const listed = async (who = manager, filter = '') => {
  const { status, body } = await who.get(`/held-work${filter}`);
  expect(status).toBe(200);
  expect(body.count).toBe(body.items.length);
  return body.items as Record<string, unknown>[];
};
const staff = () => api.office.staff;

test('nobody, as long as everybody may', async () => {
  expect(await listed()).toEqual([]);
});

test('whoever has not the role, until it went on; then the manager, when nobody has it', async () => {
  const [{ owner_id: owner } = { owner_id: '' }] = await api.db
    .selectFrom('steps')
    .select('owner_id')
    .where('transfer_id', '=', id)
    .execute();
  await sql`delete from staff_roles where staff_id = ${owner} and role = 'reviewer'`.execute(api.db);
  expect(await listed()).toMatchObject([
    { kind: 'step', why: 'notOfTheRole', holder: { id: owner }, role: 'reviewer', transferId: id, mayTakeOver: true },
  ]);
  await reviewHeldWork(api.db);
  expect(await listed()).toEqual([]);
  await sql`delete from staff_roles where role = 'reviewer'`.execute(api.db);
  await reviewHeldWork(api.db);
  expect(await listed()).toMatchObject([
    { kind: 'step', why: 'nobodyElse', holder: { id: staff().manager }, mayTakeOver: false },
  ]);
  expect(await listed(manager, '?why=away')).toEqual([]);
  // Another manager may have it from him, and then holds what nobody else may.
  const other = await api.asNew(['manager']);
  expect(await listed(other)).toMatchObject([{ holder: { id: staff().manager }, mayTakeOver: true }]);
  const taken = await other.post(`/transfers/${id}/facts`, { kind: 'takenOver' }, aKey());
  expect(taken.status).toBe(201);
  const { id: otherId } = (await other.get('/me')).body;
  expect(await listed(other)).toMatchObject([{ why: 'nobodyElse', holder: { id: otherId }, mayTakeOver: false }]);
  await sql`insert into staff_roles (staff_id, role) values (${staff().reviewer}, 'reviewer')`.execute(api.db);
  await reviewHeldWork(api.db);
  expect(await listed()).toEqual([]);
});

test('whoever is away, as steward with the deputy, and whoever has left', async () => {
  const absence = await manager.post('/absences', { staffId: staff().clerk, fromDay: await today() });
  expect(absence.status).toBe(201);
  await reviewHeldWork(api.db);
  const [stewardship] = await listed(manager, '?why=away');
  expect(stewardship).toMatchObject({
    kind: 'stewardship',
    holder: { id: staff().clerk },
    deputy: { id: expect.any(String) as string },
  });
  // Whoever opens the transfer, and the insured person, read who is in the steward's place.
  const { deputy } = stewardship as { deputy: { id: string } };
  await sql`update staff set post = '代理岗' where id = ${deputy.id}`.execute(api.db);
  expect((await manager.get(`/transfers/${id}/progress`)).body.deputy).toMatchObject({ id: deputy.id, post: '代理岗' });
  const { status_code: code } = await api.db
    .selectFrom('transfers')
    .select('status_code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const status = await api.anonymous.post(`/status/${code}`, { phoneLastFour: '0000' });
  expect([status.status, status.body.deputyPost]).toEqual([200, '代理岗']);
  await sql`update staff set active = false where id = ${staff().clerk}`.execute(api.db);
  expect(await listed()).toMatchObject([{ kind: 'stewardship', why: 'gone', holder: { id: staff().clerk } }]);
  await reviewHeldWork(api.db);
  expect(await listed()).toEqual([]);
});

test('page by page, and for the manager only', async () => {
  await sql`delete from staff_roles where role = 'reviewer'`.execute(api.db);
  for (let each = 0; each < 3; each += 1) await anAcceptedTransfer(api.db, api.office, { byStaffId: staff().manager });
  const first = (await manager.get('/held-work?limit=2')).body;
  const rest = (await manager.get(`/held-work?limit=2&cursor=${first.next as string}`)).body;
  const ids = [...first.items, ...rest.items].map(({ kind, transferId }) => `${kind} ${transferId}`);
  expect(new Set(ids).size).toBe(4);
  expect(first.count).toBeGreaterThanOrEqual(4);
  expect((await (await api.as('letterClerk')).get('/held-work')).status).toBe(403);
});

async function today(): Promise<string> {
  return (await manager.get('/clock')).body.officeDate as string;
}
