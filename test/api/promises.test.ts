/** What people are promised: one owner, one clock, kept by a talk, broken by its instant; and what is counted of both. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clockActivities } from '../../activities/clocks.ts';
import { moveTaskLimits } from '../../db/holding/task-changes.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { talks } from '../builders/contacts.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

const MADE = '2026-03-10T10:00:00+08:00';
const FRIDAY = '2026-03-13T17:00:00+08:00';

let api: TestApi;
let clerk: Caller;
let manager: Caller;
beforeAll(async () => {
  api = await startApi();
  [clerk, manager] = [await api.as('clerk'), await api.as('manager')];
  await standClockAt(api.db, MADE);
});
afterAll(() => api.stop());

const wrong = (answer: Answer): string[] => fieldsOf(answer).map((one) => one.split(':')[0]!);
const aPerson = (mobile: string | undefined = '13900000000') =>
  anAcceptedTransfer(api.db, api.office, {
    person: { name: '样例甲', idNumber: aResidentId(), ...(mobile && { mobile }) },
  });
const promises = (transferId: string | undefined, promise: object = {}, more: object = {}) =>
  talks(clerk, { transferId, outcome: 'promised', promise: { channel: 'phone', dueAt: FRIDAY, ...promise }, ...more });
const promisesOf = async (id: string) => (await clerk.get(`/promises?transferId=${id}`)).body.items;
const tasksOf = async (kind: string, id: string) =>
  (await clerk.get(`/tasks?kind=${kind}&transferId=${id}&state=all`)).body.items;
const ring = () =>
  clockActivities({ db: api.db, alive: () => undefined }).attendClocks({
    officeId: api.office.officeId,
    kind: 'promise',
  });
const broken = async () => {
  const findings = await checkInvariants({ databaseUrl: api.databaseUrl });
  return findings.filter(({ invariant }) => invariant.startsWith('promise'));
};

describe('a promise', () => {
  test('is a task of whoever made it, or of whom they name, until the day that was said', async () => {
    const [mine, other] = [await aPerson(), await aPerson()];
    const { status, body } = await promises(mine, { text: '周五前回电' });
    expect(status).toBe(201);
    expect(body.promise).toMatchObject({
      state: 'open',
      text: '周五前回电',
      phoneMasked: '*******0000',
      owner: { displayName: 'clerk' },
    });
    expect(await tasksOf('promise', mine)).toMatchObject([
      { dueOn: '2026-03-13', owner: { displayName: 'clerk' }, closedAt: null },
    ]);
    await promises(other, { ownerId: api.office.staff.letterClerk });
    expect(await tasksOf('promise', other)).toMatchObject([{ owner: { displayName: 'letterClerk' } }]);
    expect((await clerk.get('/promises?mine=true')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      body.promise.id,
    ]);
    expect(await broken()).toEqual([]);
  });

  test('needs a telephone where it is to be kept by one, an instant ahead, and somebody who works here', async () => {
    const none = await aPerson('');
    const bad = { ownerId: crypto.randomUUID(), dueAt: '2026-03-09T10:00:00+08:00' };
    expect(wrong(await promises(none, bad))).toEqual(['promise.dueAt', 'promise.ownerId', 'promise.phone']);
    expect(wrong(await promises(undefined))).toEqual(['promise.phone']);
    const { body } = await promises(undefined, { phone: '010-6655 0000' });
    expect(body.promise).toMatchObject({ phone: '01066550000', personName: null });
    expect((await promises(none, { channel: 'letter' })).status).toBe(201);
    expect(wrong(await talks(clerk, { outcome: 'promised' }))).toEqual(['promise']);
  });

  test('is kept by a talk in time, which ends its task; by hand it does not end', async () => {
    const id = await aPerson();
    const { promise } = (await promises(id)).body;
    const [task] = await tasksOf('promise', id);
    expect((await manager.post(`/tasks/${task.id}/closing`, { note: 'x' })).status).toBe(403);
    const other = await aPerson();
    const kept = { direction: 'out', channel: 'phone', keepsPromiseId: promise.id };
    expect(wrong(await talks(clerk, { ...kept, transferId: other }))).toEqual(['keepsPromiseId']);
    const { body } = await talks(clerk, { ...kept, transferId: id });
    expect(await promisesOf(id)).toMatchObject([{ state: 'kept', keptContactId: body.id }]);
    expect((await tasksOf('promise', id))[0].closedAt).not.toBeNull();
    expect((await talks(clerk, { ...kept, transferId: id })).body.type).toBe('/problems/already-decided');
    expect(await broken()).toEqual([]);
  });

  test('does not move with the calendar: it was said to somebody', async () => {
    const id = await aPerson();
    await promises(id);
    const days = (kind: 'rest' | 'work') => ({
      days: new Map([['2026-03-12', kind]]),
      publishedFrom: '2026-01-01',
      publishedUntil: '2026-12-31',
    });
    await api.db.transaction().execute((tx) => moveTaskLimits(tx, days('work') as never, days('rest') as never));
    expect(await tasksOf('promise', id)).toMatchObject([{ dueOn: '2026-03-13' }]);
  });
});

describe('when its instant has passed', () => {
  let late: string;
  let early: string;
  beforeAll(async () => {
    [late, early] = [await aPerson(), await aPerson()];
    await promises(late, { dueAt: '2026-03-11T10:00:00+08:00' });
    const { promise } = (await promises(early, { dueAt: '2026-03-11T10:00:00+08:00' })).body;
    await talks(clerk, { direction: 'out', channel: 'phone', keepsPromiseId: promise.id, transferId: early });
    await standClockAt(api.db, '2026-03-11T10:00:01+08:00');
  });

  test('it is broken though nobody has looked, and the manager hears of it once', async () => {
    expect(await promisesOf(late)).toMatchObject([{ state: 'broken', keptAt: null }]);
    const sleeps = await Promise.all([ring(), ring()]);
    expect(sleeps[0].sleepMs).toBeGreaterThan(60_000);
    expect(await tasksOf('brokenPromise', late)).toMatchObject([{ owner: { displayName: 'manager' } }]);
    expect(await tasksOf('brokenPromise', early)).toEqual([]);
    const events = (await clerk.get(`/transfers/${late}/events?limit=100`)).body.items.map(
      ({ kind }: { kind: string }) => kind,
    );
    expect(events.filter((kind: string) => kind === 'promiseBroken')).toHaveLength(1);
    expect(await broken()).toEqual([]);
  });

  test('it can still be kept, and stays broken; both tasks end', async () => {
    const [{ id }] = await promisesOf(late);
    await talks(clerk, { direction: 'out', channel: 'phone', keepsPromiseId: id, transferId: late });
    expect(await promisesOf(late)).toMatchObject([{ state: 'broken', keptAt: '2026-03-11T02:00:01.000Z' }]);
    for (const kind of ['promise', 'brokenPromise']) expect((await tasksOf(kind, late))[0].closedAt).not.toBeNull();
    expect(await broken()).toEqual([]);
  });
});

test('what is counted opens exactly what it counts', async () => {
  const span = 'from=2026-03-01&to=2026-03-31';
  const { total, topics, months, promises: counted } = (await manager.get(`/metrics/contacts?${span}`)).body;
  const listed = async (more: string) => (await manager.get(`/contacts?${span}&limit=200${more}`)).body.items.length;
  for (const [figure, count] of Object.entries(total))
    expect([figure, count]).toEqual([figure, await listed(`&figure=${figure}`)]);
  for (const { topic, ...counts } of topics)
    for (const [figure, count] of Object.entries(counts))
      expect([topic, figure, count]).toEqual([topic, figure, await listed(`&topic=${topic}&figure=${figure}`)]);
  expect(months).toEqual([{ month: '2026-03', ...total }]);
  for (const [state, count] of Object.entries(counted)) {
    const { items } = (await manager.get(`/promises?${span}&limit=200&state=${state}`)).body;
    expect([state, items.length]).toEqual([state, count]);
  }
  expect(counted).toMatchObject({ broken: 1, kept: 2 });
  expect(total.solvedAtOnce).toBeLessThan(total.toSolve);
});
