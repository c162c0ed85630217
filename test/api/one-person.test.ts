import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aResidentId } from '../builders/walk.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  await sql`insert into counterparts (area_code, name, channel) values ('440100', '样例市社保二', 'ems')`.execute(
    api.db,
  );
});
afterAll(() => api.stop());

const apply = async (person: object, counterpartAreaCode = '310000', more: object = {}) => {
  const { status, body } = await clerk.post('/transfers', { person, counterpartAreaCode, ...more });
  return { status, body, id: body.transfer?.id as string, questions: body.questions as string[] };
};
const detailOf = async (id: string) => (await clerk.get(`/transfers/${id}`)).body;
const personIds = async (...transferIds: string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select distinct person_id as id from cases
    where id in (select case_id from transfers where id = any(${transferIds}::uuid[]))`.execute(api.db);
  return rows.map(({ id }) => id);
};

describe('one person has one row', () => {
  test('over all their cases, however the number is written; what each case said stays with it', async () => {
    const idNumber = aResidentId();
    const first = await apply({ name: '样例一', idNumber, mobile: '13922220001' }, '310000', {
      employer: { name: '样例单位一' },
    });
    const second = await apply(
      { name: ' 样例\u200B一 ', idNumber: `'${idNumber.toLowerCase()}`, mobile: '13922220001' },
      '440100',
      { employer: { name: '样例单位二' } },
    );
    expect([second.status, second.questions]).toEqual([201, []]);
    expect(await personIds(first.id, second.id)).toHaveLength(1);
    expect([(await detailOf(first.id)).person.employer, (await detailOf(second.id)).person.employer]).toEqual([
      '样例单位一',
      '样例单位二',
    ]);
  });

  test('another mobile counts from today for all of them, and the one before is told; another name waits for two people', async () => {
    const idNumber = aResidentId();
    const first = await apply({ name: '样例二', idNumber, mobile: '13922220002' });
    const second = await apply({ name: '样例贰', idNumber, mobile: '13922220003' }, '440100');
    expect(second.questions).toEqual(['nameDiffers', 'mobileChanged']);
    const [one, other] = [await detailOf(first.id), await detailOf(second.id)];
    for (const { person } of [one, other])
      expect(person).toMatchObject({ name: '样例二', mobileMasked: '*******0003' });
    expect(other.application.said).toMatchObject({ name: '样例贰', mobileMasked: '*******0003' });
    expect(one.application.said).toMatchObject({ name: '样例二', mobileMasked: '*******0002' });
    expect(one.person.changes).toMatchObject([{ field: 'mobile', byName: 'clerk' }]);
    const told = other.notices.filter(({ recipient }: { recipient: string }) => recipient === 'formerNumber');
    expect(told).toHaveLength(1);
    const byOld = await clerk.post('/transfers/search', { mobile: '13922220002' });
    expect(byOld.body.items).toEqual([]);
  });

  test('without a mobile this time, the one before stays', async () => {
    const idNumber = aResidentId();
    await apply({ name: '样例三', idNumber, mobile: '13922220004' });
    const second = await apply({ name: '样例三', idNumber }, '440100');
    expect((await detailOf(second.id)).person.mobileMasked).toBe('*******0004');
    expect((await detailOf(second.id)).notices).toMatchObject([{ kind: 'acceptance', channel: 'sms' }]);
  });

  test('at ten counters at once', async () => {
    const idNumber = aResidentId();
    const areas = ['310000', '440100'];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => apply({ name: '样例十', idNumber, mobile: '13922220010' }, areas[at % 2])),
    );
    const accepted = answers.filter(({ status }) => status === 201);
    expect(accepted).toHaveLength(2);
    expect(await personIds(...accepted.map(({ id }) => id))).toHaveLength(1);
  });
});

test('two persons may have one mobile, and it is asked about', async () => {
  const mobile = '13922220005';
  const one = await apply({ name: '样例四', idNumber: aResidentId(), mobile });
  const other = await apply({ name: '样例五', idNumber: aResidentId(), mobile });
  expect([one.questions, other.status, other.questions]).toEqual([[], 201, ['mobileShared']]);
  expect(await personIds(one.id, other.id)).toHaveLength(2);
});

test('the same request again asks the same', async () => {
  const body = {
    person: { name: '样例六', idNumber: aResidentId(), mobile: '13922220005' },
    counterpartAreaCode: '310000',
  };
  const key = { 'Idempotency-Key': 'once-and-again-0001' };
  const [first, again] = [await clerk.post('/transfers', body, key), await clerk.post('/transfers', body, key)];
  expect([again.status, again.body.questions]).toEqual([200, first.body.questions]);
  expect(first.body.questions).toEqual(['mobileShared']);
});

test('an open transfer under the number before is the same transfer', async () => {
  const oldIdNumber = aResidentId();
  await apply({ name: '样例七', idNumber: oldIdNumber });
  const person = { name: '样例七', idNumber: aResidentId(), oldIdNumber };
  expect((await apply(person)).status).toBe(409);
  expect((await apply(person, '440100')).questions).toEqual(['formerNumberKnown']);
});
