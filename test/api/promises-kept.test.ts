/** Promises to people of whom the office knows little: by which number they are reached, and that they can be kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { talks } from '../builders/contacts.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

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
