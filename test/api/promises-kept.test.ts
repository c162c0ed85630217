/** Promises to people of whom the office knows little: by which number they are reached, and that they can be kept. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviewHeldWork } from '../../db/holding/review.ts';
import { bodyHash } from '../../api/handling/canonical-json.ts';
import { escalatePromise } from '../../db/contacts/promises.ts';
import { aTalk, recorded, talks } from '../builders/contacts.ts';
import { testKeyring } from '../builders/office.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

const FRIDAY = '2026-03-13T17:00:00+08:00';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  await standClockAt(api.db, '2026-03-10T10:00:00+08:00');
});
afterAll(() => api.stop());

const wrong = (answer: Answer): string[] => fieldsOf(answer).map((one) => one.split(':')[0]!);
const promises = (more: object = {}, promise: object = {}) =>
  talks(clerk, { outcome: 'promised', promise: { channel: 'phone', dueAt: FRIDAY, ...promise }, ...more });
const keeps = (keepsPromiseId: string, more: object = {}) =>
  talks(clerk, { direction: 'out', channel: 'phone', keepsPromiseId, ...more });
const aPerson = (idNumber = aResidentId()) =>
  anAcceptedTransfer(api.db, api.office, { person: { name: '样例甲', idNumber, mobile: '13900000000' } });

describe('the number from which they called', () => {
  test('is kept with the promise where it is not that of the person', async () => {
    const idNumber = aResidentId();
    await aPerson(idNumber);
    const phoneOf = async (more: object, promise: object = {}) =>
      (await promises(more, promise)).body.promise.phone as string | null;
    expect(await phoneOf({ caller: { mobile: '139 2222 0000' } })).toBe('13922220000');
    expect(await phoneOf({ caller: { idNumber, mobile: '13922220001' } })).toBe('13922220001');
    expect(await phoneOf({ caller: { idNumber, mobile: '13922220001' } }, { channel: 'sms' })).toBe('13922220001');
    expect(await phoneOf({ caller: { idNumber, mobile: '13922220001' } }, { phone: '13922220002' })).toBe(
      '13922220002',
    );
    for (const known of ['13900000000', '139 0000 0000'])
      expect(await phoneOf({ caller: { idNumber, mobile: known } })).toBeNull();
    expect(await phoneOf({ caller: { idNumber, mobile: '010-66550000' } }, { channel: 'sms' })).toBeNull();
    expect(await phoneOf({ caller: { mobile: '13922220000' } }, { channel: 'letter' })).toBeNull();
  });

  test('is the person’s own where they are new', async () => {
    const caller = { name: '样例丙', idNumber: aResidentId(), mobile: '13922220003' };
    expect((await promises({ caller })).body.promise).toMatchObject({ phone: null, phoneMasked: '*******0003' });
  });
});

describe('a promise to a newcomer', () => {
  test('is kept by a talk that names nothing but the promise', async () => {
    const caller = { name: '样例丁', idNumber: aResidentId(), mobile: '13922220004' };
    const { promise } = (await promises({ caller })).body;
    const kept = (await keeps(promise.id)).body;
    expect(kept).toMatchObject({ party: 'person', personName: '样例丁' });
    const { items } = (await clerk.get('/promises?limit=200')).body;
    const found = items.find(({ id }: { id: string }) => id === promise.id);
    expect(found).toMatchObject({ state: 'kept', keptContactId: kept.id });
    expect((await keeps(promise.id)).body.type).toBe('/problems/already-decided');
  });

  test('is not kept by a talk with somebody else', async () => {
    const caller = { name: '样例戊', idNumber: aResidentId(), mobile: '13922220005' };
    const { promise } = (await promises({ caller })).body;
    expect(wrong(await keeps(promise.id, { transferId: await aPerson() }))).toEqual(['keepsPromiseId']);
  });
});

test('a promise stays with whoever made it, at whatever desk, as long as they are there', async () => {
  const id = await aPerson();
  const finance = await api.asNew(['finance']);
  await talks(finance, { transferId: id, outcome: 'promised', promise: { channel: 'phone', dueAt: FRIDAY } });
  const ownerOf = async () => {
    const { rows } = await sql<{ owner: string }>`select owner_id as owner from tasks
      where transfer_id = ${id}::uuid and kind = 'promise'`.execute(api.db);
    return rows[0]!.owner;
  };
  const before = await ownerOf();
  await reviewHeldWork(api.db);
  expect(await ownerOf()).toBe(before);
  const manager = await api.as('manager');
  const { items } = (await manager.get('/held-work?limit=200')).body;
  expect(items.filter(({ taskKind }: { taskKind: string }) => taskKind === 'promise')).toEqual([]);
  await sql`update staff_roles set role = 'administrator' where staff_id = ${before}::uuid`.execute(api.db);
  await reviewHeldWork(api.db);
  expect(await ownerOf()).not.toBe(before);
});

describe('a talk that is written down later', () => {
  test('keeps nothing that was promised after it', async () => {
    const transferId = await aPerson();
    const { promise } = (await promises({ transferId })).body;
    const before = { transferId, occurredAt: '2026-03-10T09:59:00+08:00' };
    expect(wrong(await keeps(promise.id, before))).toEqual(['occurredAt']);
  });

  test('does not mend what is broken, whether the manager has heard of it or not', async () => {
    const [heard, unheard] = [await aPerson(), await aPerson()];
    const dueAt = '2026-03-10T12:00:00+08:00';
    const ids = [heard, unheard].map(async (transferId) => (await promises({ transferId }, { dueAt })).body.promise.id);
    const [first, second] = await Promise.all(ids);
    await standClockAt(api.db, '2026-03-10T12:00:01+08:00');
    await escalatePromise(api.db, first);
    const inTime = { occurredAt: '2026-03-10T11:00:00+08:00' };
    expect((await keeps(first, { ...inTime, transferId: heard })).status).toBe(201);
    expect((await keeps(second, { ...inTime, transferId: unheard })).status).toBe(201);
    for (const id of [heard, unheard])
      expect((await clerk.get(`/promises?transferId=${id}`)).body.items).toMatchObject([{ state: 'broken' }]);
  });
});

test('the hash of what was sent is keyed, and there is none where it cannot be sent again', async () => {
  const body = aTalk({ caller: { idNumber: aResidentId() } });
  const { id } = (await clerk.post('/contacts', body, aKey())).body;
  const hashOf = async (contactId: string) =>
    (
      await sql<{ hash: Buffer | null }>`select body_hash as hash from contacts where id = ${contactId}::uuid`.execute(
        api.db,
      )
    ).rows[0]!.hash;
  expect(await hashOf(id)).toEqual(testKeyring.hash('contactBody', bodyHash(body).toString('hex')).hash);
  expect(await hashOf(await recorded(api.db, api.office))).toBeNull();
});
