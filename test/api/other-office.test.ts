/** Several offices may share a ledger one day: nothing of one is seen, found, counted or changed by another. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashToken, newToken } from '../../api/door/authenticate.ts';
import { createSession } from '../../db/office/sessions.ts';
import { insertStaff } from '../../db/office/staff.ts';
import { ROLES } from '../../domain/roles.ts';
import { aLivedInOffice, type LivedInOffice } from '../builders/lived-in-office.ts';
import { aKey, caller, serveApp, type Caller } from '../support/api.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let ours: LivedInOffice;
let stop: () => void;
/** Somebody of our office and somebody of another one, both with every role. */
let colleague: Caller;
let stranger: Caller;

beforeAll(async () => {
  fresh = await freshDatabase();
  ours = await aLivedInOffice(fresh.db);
  await fresh.db
    .insertInto('offices')
    .values({ id: 'other-office', name: '另一中心', area_code: '110105', telephone: '010-67000000' })
    .execute();
  const served = await serveApp(fresh.db);
  stop = served.stop;
  const signedIn = async (officeId: string): Promise<Caller> => {
    const account = {
      officeId,
      username: `all-of-${officeId}`,
      displayName: officeId,
      roles: ROLES,
      mustChangePassword: false,
    };
    const token = newToken();
    await createSession(fresh.db, (await insertStaff(fresh.db, account))!, hashToken(token));
    return caller(served.url, { Authorization: `Bearer ${token}` });
  };
  colleague = await signedIn(ours.officeId);
  stranger = await signedIn('other-office');
});
afterAll(async () => {
  stop();
  await fresh.drop();
});

const LISTS = [
  '/transfers?state=all',
  '/letters',
  '/credits',
  '/credits/waiting',
  '/imports',
  '/tasks?state=all',
  '/absences',
  '/debits',
  '/remittances',
  '/letters?awaits=arrival',
];

test.each(LISTS)('%s shows a stranger nothing', async (path) => {
  expect((await stranger.get(path)).body.items).toEqual([]);
});

test('what the strangers do not see is there', async () => {
  for (const path of LISTS.slice(0, 3)) expect((await colleague.get(path)).body.items, path).not.toEqual([]);
});

test('a transfer can be neither read nor moved from elsewhere', async () => {
  const { waiting } = ours.transfers;
  for (const path of ['', '/progress', '/events']) {
    expect((await colleague.get(`/transfers/${waiting}${path}`)).status, path).toBe(200);
    expect((await stranger.get(`/transfers/${waiting}${path}`)).status, path).toBe(404);
  }
  const fact = { kind: 'counterpartContacted', channel: 'phone' };
  expect((await stranger.post(`/transfers/${waiting}/facts`, fact, aKey())).status).toBe(404);
  const file = new FormData();
  file.set('kind', 'application');
  file.set('file', new Blob(['%PDF-1.4 nothing in it']), 'a.pdf');
  expect((await stranger.raw(`/transfers/${waiting}/papers`, { method: 'POST', body: file })).status).toBe(404);
});

test('a transfer cannot be found from elsewhere by any of its numbers', async () => {
  const { caseNo } = (await colleague.get(`/transfers/${ours.transfers.waiting}`)).body as { caseNo: string };
  expect((await colleague.post('/transfers/search', { caseNo })).body.items).toHaveLength(1);
  expect((await stranger.post('/transfers/search', { caseNo })).body.items).toEqual([]);
  expect((await stranger.post('/transfers/search', { any: caseNo })).body.items).toEqual([]);
});

test('money, tasks and accounts cannot be touched from elsewhere', async () => {
  const [credit] = (await colleague.get('/credits')).body.items as { id: string; parts: { id: string }[] }[];
  const decision = { partId: credit!.parts[0]!.id, decision: 'confirm' };
  expect((await stranger.post(`/credits/${credit!.id}/matches`, decision, aKey())).status).toBe(404);
  const back = { partId: credit!.parts[0]!.id, reasonCode: 'F04' };
  expect((await stranger.post(`/credits/${credit!.id}/return`, back, aKey())).status).toBe(404);
  const [task] = (await colleague.get('/tasks')).body.items as { id: string }[];
  expect((await stranger.post(`/tasks/${task!.id}/closing`, { note: 'done' })).status).toBe(404);
  expect((await stranger.send('PATCH', `/staff/${ours.staff.clerk}`, { displayName: 'x' })).status).toBe(404);
  expect((await stranger.post('/absences', { staffId: ours.staff.clerk, fromDay: '2026-01-05' })).status).toBe(422);
});

test('a stranger is no second person: what is proposed here is not to be seen or decided there', async () => {
  const fact = { kind: 'corrected', correctsSeq: 1, note: 'x' };
  const facts = `/transfers/${ours.transfers.waiting}/facts`;
  expect((await stranger.post(facts, fact, aKey())).status).toBe(404);
  const { id } = (await colleague.post(facts, fact, aKey())).body as { id: string };
  expect((await stranger.get('/approvals')).body).toEqual({ toConfirm: [], proposed: [] });
  expect((await stranger.get(`/approvals/${id}`)).status).toBe(404);
  expect((await stranger.post(`/approvals/${id}/confirmation`)).status).toBe(404);
  expect((await stranger.post(`/approvals/${id}/refusal`, { note: 'x' })).status).toBe(404);
});

test('the figures of the one count nothing of the other', async () => {
  const figures = async (who: Caller) => (await who.get('/metrics/progress')).body as { open: number; closed: number };
  expect(await figures(colleague)).not.toMatchObject({ open: 0 });
  expect(await figures(stranger)).toMatchObject({ open: 0, closed: 0 });
  expect((await stranger.get('/metrics/money')).body).toMatchObject({ receivedFen: 0 });
});
