import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { residentId } from '../builders/persons.ts';
import { aResidentId } from '../builders/walk.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  await standClockAt(api.db, '2026-11-26T10:00:00+08:00');
  await sql`insert into counterparts (area_code, name, channel) values ('110108', '样例区社保', 'ems')`.execute(api.db);
});
afterAll(() => api.stop());

let sequence = 0;
/** A man with an odd sequence, a woman with an even one. */
const born = (day: string, sex: 'male' | 'female' = 'male') =>
  residentId(day, (sequence += 2) + (sex === 'male' ? 1 : 0));
const apply = async (idNumber: string, answers: object = {}, person: object = {}) => {
  const body = {
    person: { name: '样例问', idNumber, mobile: '13900000000', ...person },
    counterpartAreaCode: '310000',
    ...answers,
  };
  const answer = await clerk.post('/transfers', body);
  const defects: { field: string; code: string }[] = answer.body.errors ?? [];
  return { ...answer, said: defects.map(({ field, code }) => `${field} ${code}`).sort() };
};

describe('the counter', () => {
  test('refuses nobody for an answer that it did not ask for, and takes none for granted', async () => {
    const old = await apply(born('1955-03-01'));
    expect(old.status).toBe(422);
    expect(old.said).toEqual(['benefitPlaceHere asked', 'drawsPension asked', 'localHukou asked']);
    expect((await apply(born('1955-03-01'), { localHukou: true, drawsPension: true })).said).toEqual([
      'drawsPension A02',
    ]);
    expect((await apply(born('1955-03-01'), { localHukou: true, drawsPension: false })).status).toBe(201);
    expect((await apply(born('1990-03-01'))).status).toBe(201);
  });

  test('says gates, questions and mistakes of writing together', async () => {
    const { said } = await apply(
      born('1970-03-01'),
      { localHukou: false, insuredHere: false },
      { name: '7', mobile: '12' },
    );
    expect(said).toEqual(['insuredHere A01', 'localHukou A03', 'person.mobile telephone', 'person.name tooShort']);
    const malformed = await apply(born('1970-03-01'), { localHukou: false, counterpartAreaCode: 7 });
    expect(malformed.said).toEqual(['counterpartAreaCode type', 'localHukou A03']);
  });

  test('keeps the number of the waiting line with the acceptance, and takes nothing else for one', async () => {
    const { body } = await apply(born('1990-03-01'), { queueNumber: 'A012' });
    const { items } = (await clerk.get(`/transfers/${String(body.transfer.id)}/events`)).body;
    expect(items[0]).toMatchObject({ kind: 'accepted', payload: { queueNumber: 'A012' } });
    expect((await apply(born('1990-03-01'), { queueNumber: '样例甲' }, { name: '7' })).said).toEqual([
      'person.name tooShort',
      'queueNumber form',
    ]);
    expect((await apply(born('1990-03-01'), { queueNumber: '110102199912310357' })).said).toEqual([
      'queueNumber tooLong',
    ]);
  });

  test('counts the age on the day on which the relation here began, by the dated rule', async () => {
    const idNumber = born('1974-06-01');
    const elsewhere = { localHukou: false };
    expect((await apply(idNumber, elsewhere)).said).toEqual(['localHukou A03']);
    expect((await apply(idNumber, { ...elsewhere, firstInsuredHereOn: '2024-06-01' })).said).toEqual([
      'localHukou A03',
    ]);
    expect((await apply(idNumber, { ...elsewhere, firstInsuredHereOn: '2024-05-31' })).status).toBe(201);
    await sql`update rules set value = '{"male": 53, "female": 43}' where name = 'temporaryAccountAge'`.execute(api.db);
    expect((await apply(born('1974-06-01'), elsewhere)).status).toBe(201);
    const { body } = await clerk.post('/checks/person', { name: '样例甲', idNumber });
    expect(body.temporaryAccountAge).toBe(false);
    await sql`update rules set value = '{"male": 50, "female": 40}' where name = 'temporaryAccountAge'`.execute(api.db);
  });

  test('transfers nothing inside the province, unless the rule of the province says so', async () => {
    const inside = { counterpartAreaCode: '110108' };
    expect((await apply(aResidentId(), inside)).said).toEqual(['counterpartAreaCode A08']);
    expect((await apply(aResidentId(), { ...inside, scheme: 'military' })).status).toBe(201);
    await sql`insert into regional_rules (rule_version, region, name, value, source)
      values ('2010-66', '11', 'noTransferInsideProvince', 'false', 'a test')`.execute(api.db);
    expect((await apply(aResidentId(), inside)).status).toBe(201);
    await sql`delete from regional_rules where region = '11'`.execute(api.db);
  });

  test('takes a passport where the rules do, and finds its person by its number', async () => {
    const passport = { passportOf: 'DEU', bornOn: '1990-05-01', sex: 'female' };
    const { status, body } = await apply('e1234567', {}, passport);
    expect(status).toBe(201);
    const found = await clerk.post('/transfers/search', { idNumber: 'E1234567' });
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([body.transfer.id]);
    expect((await apply('E1234567', {}, passport)).status).toBe(409);
    expect((await apply('E1234567', {}, { ...passport, passportOf: 'FRA' })).status).toBe(201);
    await sql`update rules set value = 'false' where name = 'passports'`.execute(api.db);
    expect((await apply('E7654321', {}, passport)).said).toEqual(['person.passportOf notAllowed']);
    await sql`update rules set value = 'true' where name = 'passports'`.execute(api.db);
  });
});

test('who acts for the person is named, or nobody does', async () => {
  const unnamed = { agent: { name: ' ', telephone: '12', relation: '配偶' } };
  expect((await apply(aResidentId(), unnamed)).said).toEqual(['agent.name missing', 'agent.telephone telephone']);
  expect((await apply(aResidentId(), { agent: { name: '代办某' } })).status).toBe(201);
});

test('what the case said is kept and shown, agent and employer apart, and nothing of it lies open', async () => {
  const said = {
    localHukou: false,
    approvedMove: true,
    firstInsuredHereOn: '2020-02-01',
    insuredHere: true,
    drawsPension: false,
    migrantWorker: true,
    proofs: ['approvalPaper', 'entrustment'],
    employer: { name: '样例单位九', telephone: '010-66009999' },
    agent: { name: '代办某', telephone: '13700001111', relation: '配偶' },
  };
  const { body } = await apply(aResidentId(), said, { address: '样例路 9 号', oldIdNumber: 'usa 1100 900101 03' });
  const { body: detail } = await clerk.get(`/transfers/${body.transfer.id}`);
  const { employer, agent, ...answers } = said;
  expect(detail.person).toMatchObject({ employer: employer.name, address: '样例路 9 号' });
  expect(detail.application).toMatchObject({
    ...answers,
    benefitPlaceHere: null,
    oldIdNumberMasked: 'USA********0103',
    employerTelephoneMasked: '*******9999',
    agent: { name: agent.name, relation: agent.relation, telephoneMasked: '*******1111' },
    said: { name: '样例问', mobileMasked: '*******0000' },
  });
  // The agent asks with their own number.
  expect((await clerk.post(`/status/${body.slip.statusCode}`, { phoneLastFour: '1111' })).status).toBe(200);
  const { rows } = await sql<{
    text: string;
  }>`select string_agg(to_jsonb(a)::text, '') as text from applications a`.execute(api.db);
  for (const text of ['样例', '代办', '配偶', '13700001111', '66009999', 'USA1100'])
    expect(rows[0]!.text).not.toContain(text);
});
