/** Where the post of another office goes is put right by an administrator; what is the same already is no change. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let administrator: Caller;
beforeAll(async () => {
  api = await startApi();
  administrator = await api.as('manager');
});
afterAll(() => api.stop());

const correct = (body: object, areaCode = '310000', who = administrator) =>
  who.send('PATCH', `/counterparts/${areaCode}`, body);
const events = async () =>
  (
    await sql<{
      payload: object;
    }>`select payload from office_events where kind = 'counterpartCorrected' order by id`.execute(api.db)
  ).rows;

test('the directory says it at once, and the office’s history which fields, never what stood there', async () => {
  const { status, body } = await correct({ address: '样例路 8 号', postcode: '200000' });
  expect([status, body.address, body.postcode, body.name]).toEqual([
    200,
    '样例路 8 号',
    '200000',
    '样例市社会保险中心',
  ]);
  const { items } = (await administrator.get('/counterparts')).body;
  expect(items.find(({ areaCode }: { areaCode: string }) => areaCode === '310000')).toEqual(body);
  expect(await events()).toEqual([{ payload: { areaCode: '310000', changed: ['address', 'postcode'] } }]);
});

test('the same again changes nothing and is told of nowhere', async () => {
  expect((await correct({ address: '样例路 8 号', telephone: '' })).status).toBe(200);
  expect(await events()).toHaveLength(1);
});

test('every defect at once; no office, no change; and for administrators only', async () => {
  const { status, body } = await correct({ address: '', postcode: '20000', name: '另名' });
  expect([status, body.errors.length]).toEqual([422, 3]);
  expect((await correct({})).status).toBe(422);
  expect((await correct({ telephone: '1' }, '999999')).status).toBe(404);
  expect((await correct({ telephone: '1' }, '310000', await api.as('clerk'))).status).toBe(403);
});
