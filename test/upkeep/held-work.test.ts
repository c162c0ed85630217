/** Roles and absences as they are changed at the counter, and what the worker makes of them while nobody asks. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../../observability/logger.ts';
import { startUpkeep } from '../../upkeep/jobs.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { eventually } from '../support/eventually.ts';
import { postedLetter } from '../builders/posted-letter.ts';
import { standClockAt } from '../builders/office-clock.ts';

let api: TestApi;
let manager: Caller;
let upkeep: { stop(): Promise<void> };
beforeAll(async () => {
  api = await startApi();
  manager = await api.as('manager');
  await setDay('2026-03-09');
  const logger = createLogger({ level: 'silent', process: 'test' });
  upkeep = startUpkeep({ db: api.db, logger }, 200);
});
afterAll(async () => {
  await upkeep.stop();
  await api.stop();
});

const setDay = (day: string) => standClockAt(api.db, `${day}T10:00:00+08:00`);
const holderOf = async (id: string): Promise<string> =>
  (await manager.get(`/transfers/${id}/progress`)).body.holder.staff.id as string;
const becomes = (id: string, staffId: string) =>
  eventually(async () => {
    if ((await holderOf(id)) !== staffId) throw new Error(`${id} is still with ${await holderOf(id)}`);
    return true;
  });
const accepted = () => anAcceptedTransfer(api.db, api.office, { occurredAt: new Date('2026-03-09T09:00:00+08:00') });

test('a letter clerk who is one no more does not keep the letters', async () => {
  const { letterClerk, letterClerk2 } = api.office.staff;
  const id = await accepted();
  await walk(api.db, api.office, id).say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  const holder = await holderOf(id);
  const who = holder === letterClerk ? 'letterClerk' : 'letterClerk2';
  expect((await manager.send('PATCH', `/staff/${holder}`, { roles: ['reviewer'] })).status).toBe(200);
  // At once, not only when the worker looks.
  expect(await holderOf(id)).toBe(holder === letterClerk ? letterClerk2 : letterClerk);
  const sent = postedLetter();
  expect((await (await api.as(who)).post(`/transfers/${id}/facts`, sent, aKey())).status).toBe(403);
  expect((await manager.send('PATCH', `/staff/${holder}`, { roles: ['letterClerk'] })).status).toBe(200);
});

test('an absence that was booked ahead begins and ends by itself', async () => {
  const id = await accepted();
  const owner = await holderOf(id);
  const standInId = [api.office.staff.reviewer, api.office.staff.reviewer2].find((one) => one !== owner)!;
  const days = { fromDay: '2026-03-12', untilDay: '2026-03-15' };
  const booked = await manager.post('/absences', { staffId: owner, standInId, ...days });
  expect(booked.body).toMatchObject({ movedSteps: 0, deputy: null });
  await setDay('2026-03-13');
  await becomes(id, standInId);
  await setDay('2026-03-16');
  await becomes(id, owner);
  expect((await manager.get('/absences')).body.items).toEqual([]);
});

test('bad input: over already, of a stand-in who is away himself, of everybody', async () => {
  await setDay('2026-03-09');
  const id = await accepted();
  const owner = await holderOf(id);
  const post = async (staffId: string, more: object) => (await manager.post('/absences', { staffId, ...more })).status;
  expect(await post(owner, { fromDay: '2026-03-02', untilDay: '2026-03-06' })).toBe(201);
  expect(await holderOf(id)).toBe(owner);
  const standInId = [api.office.staff.reviewer, api.office.staff.reviewer2].find((one) => one !== owner)!;
  expect(await post(standInId, { fromDay: '2026-03-08', untilDay: '2026-03-09' })).toBe(201);
  expect(await post(owner, { standInId, fromDay: '2026-03-08', untilDay: '2026-03-10' })).toBe(201);
  expect(await holderOf(id)).toBe(api.office.staff.manager);
  await setDay('2026-03-10');
  await becomes(id, standInId);
  await setDay('2026-03-11');
  await becomes(id, owner);
});
