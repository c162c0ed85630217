/** What the office would say of an application, before it counts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aResidentId } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

const anApplication = (person: object = {}) => ({
  person: { name: '样例甲', idNumber: aResidentId(), ...person },
  counterpartAreaCode: '310000',
});
const count = async (): Promise<number> => (await clerk.get('/transfers?state=all&limit=200')).body.items.length;

test('what fits is told so, and nothing is recorded', async () => {
  const before = await count();
  const answer = await clerk.post('/checks/transfer', anApplication());
  expect([answer.status, answer.body]).toEqual([200, { questions: [] }]);
  expect(await count()).toBe(before);
});

test('every defect is named at once, as accepting it names them', async () => {
  const application = {
    ...anApplication({ name: '7', mobile: '12' }),
    counterpartAreaCode: '999999',
    drawsPension: true,
  };
  const checked = await clerk.post('/checks/transfer', application);
  const accepted = await clerk.post('/transfers', application, aKey());
  expect([checked.status, fieldsOf(checked)]).toEqual([422, fieldsOf(accepted)]);
  expect(fieldsOf(checked).length).toBeGreaterThan(3);
  expect(fieldsOf(await clerk.post('/checks/transfer', { person: {} }))).toEqual(
    fieldsOf(await clerk.post('/transfers', { person: {} }, aKey())),
  );
});

test('an open transfer is named, but not to who has just accepted it and never heard', async () => {
  const application = anApplication();
  const key = aKey();
  const accepted = await clerk.post('/transfers', application, key);
  expect(accepted.status).toBe(201);
  const another = await clerk.post('/checks/transfer', application, aKey());
  expect([another.status, another.body.type, another.body.transferId]).toEqual([
    409,
    '/problems/duplicate-transfer',
    accepted.body.transfer.id,
  ]);
  expect((await clerk.post('/checks/transfer', application, key)).status).toBe(200);
  expect((await clerk.post('/transfers', application, key)).body.transfer.id).toBe(accepted.body.transfer.id);
});

test('what is to be asked before is said before', async () => {
  const application = anApplication();
  await clerk.post('/transfers', application, aKey());
  await api.db
    .insertInto('counterparts')
    .values({ area_code: '330100', name: '另一样例中心', channel: 'ems' })
    .execute();
  const elsewhere = {
    ...application,
    counterpartAreaCode: '330100',
    person: { ...application.person, name: '样例乙' },
  };
  const { body } = await clerk.post('/checks/transfer', elsewhere);
  expect(body.questions).toEqual(['nameDiffers']);
});

test('only who accepts may ask', async () => {
  expect((await (await api.asNew(['reviewer'])).post('/checks/transfer', anApplication())).status).toBe(403);
});
