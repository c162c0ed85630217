/** Where the post of another office goes is put right by an administrator; what is the same already is no change. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentEntryOf } from '../../db/documents/readers/addressee.ts';
import { testKeyring } from '../builders/office.ts';
import { aResidentId } from '../builders/walk.ts';
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

describe('an agency that is no more', () => {
  const entry = (area_code: string, name: string) =>
    api.db.insertInto('counterparts').values({ area_code, name, channel: 'ems', address: '样例路 9 号' }).execute();
  const application = {
    person: { name: '样例甲', idNumber: aResidentId() },
    counterpartAreaCode: '440100',
  };
  beforeAll(async () => {
    await entry('440100', '旧样例中心');
    await entry('440300', '新样例中心');
  });

  test('has a successor that is of the directory, its last day, and leads to no circle', async () => {
    const refused = async (body: object) => {
      const answer = await correct(body, '440100');
      return [
        answer.status,
        ...answer.body.errors.map(({ field, code }: Record<string, string>) => `${field} ${code}`),
      ];
    };
    expect(await refused({ successor: '990000' })).toEqual([
      422,
      'successor successorWithoutEnd',
      'successor successorUnknown',
    ]);
    expect(await refused({ successor: '440100', validUntil: '2009-12-31' })).toEqual([
      422,
      'validUntil endsBeforeItBegins',
      'successor successorCircle',
    ]);
  });

  test('is refused at the counter with who goes on for it, and its letters go there', async () => {
    const { status, body } = await correct({ validUntil: '2020-12-31', successor: '440300' }, '440100');
    expect([status, body.validUntil, body.successor]).toEqual([
      200,
      '2020-12-31',
      { areaCode: '440300', name: '新样例中心' },
    ]);
    const checked = await (await api.as('clerk')).post('/checks/transfer', application);
    expect([checked.status, checked.body.errors]).toEqual([
      422,
      [
        {
          field: 'counterpartAreaCode',
          code: 'agencySucceeded',
          message: '旧样例中心 is no more: 新样例中心 440300 goes on for it.',
          named: '新样例中心 440300',
        },
      ],
    ]);
    const { id } = await api.db
      .selectFrom('counterparts')
      .select('id')
      .where('area_code', '=', '440100')
      .executeTakeFirstOrThrow();
    expect(await currentEntryOf(api.db, id)).toMatchObject({ areaCode: '440300', address: '样例路 9 号' });
  });

  test('stands in the whole directory, and not among those of today', async () => {
    const codes = async (query: string): Promise<string[]> =>
      (await administrator.get(`/counterparts${query}`)).body.items.map(
        ({ areaCode }: { areaCode: string }) => areaCode,
      );
    expect(await codes('')).not.toContain('440100');
    expect(await codes('?all=true')).toContain('440100');
  });

  test('whose successor is no more either leads to nobody', async () => {
    expect((await correct({ validUntil: '2021-12-31' }, '440300')).status).toBe(200);
    const checked = await (await api.as('clerk')).post('/checks/transfer', application);
    expect(checked.body.errors).toMatchObject([{ code: 'agencyAbolished' }]);
  });
});

test('its account is sealed, and shown to whoever decides about money alone', async () => {
  const number = '6222000000000012345';
  await api.db
    .updateTable('counterparts')
    .set({ account_sealed: testKeyring.sealText(number), account_bank: '样例银行' })
    .where('area_code', '=', '310000')
    .execute();
  const { text } = await administrator.get('/counterparts');
  expect([text.includes(number), text.includes('"hasAccount":true')]).toEqual([false, true]);
  const finance = await api.as('finance');
  expect((await finance.get('/counterparts/310000/account')).body).toEqual({
    number,
    holder: '样例市社会保险中心',
    bank: '样例银行',
  });
  expect((await finance.get('/counterparts/440300/account')).status).toBe(404);
  expect((await (await api.as('clerk')).get('/counterparts/310000/account')).status).toBe(403);
});
