/** How much each colleague has: each number as long as its list, this week apart from what is late and what waits; and who has whose. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewHeldWork } from '../../db/holding/review.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';
import { anAcceptedTransfer, heldBy, stewardedBy } from '../builders/walk.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let manager: Caller;
let today: string;
beforeAll(async () => {
  api = await startApi();
  manager = await api.as('manager');
  today = (await manager.get('/clock')).body.officeDate as string;
});
afterAll(() => api.stop());

const loads = async () => (await manager.get('/loads')).body;
const loadOf = async (id: string) =>
  (await loads()).colleagues.find(({ staff }: { staff: { id: string } }) => staff.id === id);
const count = async (address: string): Promise<number> => (await manager.get(`${address}&limit=200`)).body.items.length;
const due = (id: string, day: string) =>
  sql`update steps set due_on = ${day}::date, due_at = (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    where transfer_id = ${id} and closed_at is null`.execute(api.db);
/** The Sunday of the week, reckoned without the database. */
const sunday = (): string => addDays(today, (7 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7);

test('what is due from today to Sunday is neither late nor on hold, and each number is its list', async () => {
  const ids: string[] = [];
  for (let each = 0; each < 5; each += 1) ids.push(await anAcceptedTransfer(api.db, api.office));
  const owner = api.office.staff.reviewer;
  await heldBy(api.db, owner, ...ids);
  const [late, todays, sundays, next, held] = ids;
  await due(late!, addDays(today, -1));
  await due(todays!, today);
  await due(sundays!, sunday());
  await due(next!, addDays(sunday(), 1));
  await due(held!, today);
  await sql`update steps set held_since = office_now() where transfer_id = ${held}`.execute(api.db);
  expect(await loadOf(owner)).toMatchObject({ open: 5, dueThisWeek: 2, overdue: 1, held: 1, active: true });
  const asked = `/transfers?holderId=${owner}`;
  expect([await count(asked), await count(`${asked}&dueThisWeek=true`), await count(`${asked}&overdue=true`)]).toEqual([
    5, 2, 1,
  ]);
  expect(await count(`${asked}&dueThisWeek=false`)).toBe(3);
});

test('a transfer in no step is its steward’s', async () => {
  const { clerk } = api.office.staff;
  const before = (await loadOf(clerk)).open as number;
  const id = await anAcceptedTransfer(api.db, api.office);
  await stewardedBy(api.db, clerk, id);
  await sql`update steps set closed_at = office_now(), outcome = 'eligible' where transfer_id = ${id}`.execute(api.db);
  expect((await loadOf(clerk)).open).toBe(before + 1);
  expect(await count(`/transfers?holderId=${clerk}`)).toBe(before + 1);
  expect((await loadOf(clerk)).stewarded).toBe(await count(`/transfers?stewardId=${clerk}`));
});

test('tasks are counted by the same days as steps', async () => {
  const { finance } = api.office.staff;
  const task = (day: string) =>
    sql`insert into tasks (office_id, kind, owner_id, opened_at, due_on, natural_key)
      values (${api.office.officeId}, 'suspense', ${finance}, office_now(), ${day}::date, ${`made ${day}`})`.execute(
      api.db,
    );
  for (const day of [addDays(today, -1), today, addDays(sunday(), 1)]) await task(day);
  expect((await loadOf(finance)).tasks).toEqual({ open: 3, dueThisWeek: 1, overdue: 1 });
  const asked = `/tasks?ownerId=${finance}`;
  expect([await count(`${asked}&dueThisWeek=true`), await count(`${asked}&overdue=true`)]).toEqual([1, 1]);
  expect(await count(`${asked}&overdue=false`)).toBe(2);
});

test('who has whose while somebody is away: steps, tasks and transfers, each as long as its list; and nothing once he is back', async () => {
  const { reviewer, clerk } = api.office.staff;
  expect((await loads()).lent).toEqual([]);
  const standIn = ((await (await api.asNew(['reviewer'])).get('/me')).body as { id: string }).id;
  const added = await manager.post('/absences', { staffId: reviewer, standInId: standIn, fromDay: today });
  const ofClerk = await manager.post('/absences', { staffId: clerk, fromDay: today });
  expect([added.status, ofClerk.status]).toEqual([201, 201]);
  const { lent } = await loads();
  const steps = lent.find(({ of }: { of: { id: string } }) => of.id === reviewer);
  expect(steps).toMatchObject({ holder: { id: standIn }, tasks: 0 });
  expect(steps.steps).toBe(await count(`/transfers?holderId=${standIn}&lentById=${reviewer}`));
  expect(steps.steps).toBeGreaterThanOrEqual(5);
  const deputy = lent.find(
    ({ of, stewarded }: { of: { id: string }; stewarded: number }) => of.id === clerk && stewarded > 0,
  );
  expect(deputy.stewarded).toBe(await count(`/transfers?stewardId=${clerk}`));
  for (const { id } of [added.body, ofClerk.body]) await manager.send('DELETE', `/absences/${id as string}`);
  await reviewHeldWork(api.db);
  expect((await loads()).lent).toEqual([]);
});

test('whoever has left is listed as long as something is his', async () => {
  const gone = ((await (await api.asNew(['clerk'])).get('/me')).body as { id: string }).id;
  await sql`update staff set active = false where id = ${gone}`.execute(api.db);
  expect(await loadOf(gone)).toBeUndefined();
  const id = await anAcceptedTransfer(api.db, api.office);
  await stewardedBy(api.db, gone, id);
  expect(await loadOf(gone)).toMatchObject({ active: false, stewarded: 1 });
});
