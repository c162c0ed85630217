import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrongCheckDigit } from '../builders/persons.ts';
import { aTransferOut } from '../builders/letters-in.ts';
import { aResidentId } from '../builders/walk.ts';
import { startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let second: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  second = await api.as('reviewer');
  await sql`insert into counterparts (area_code, name, channel) values ('440100', '样例市社保二', 'ems')`.execute(
    api.db,
  );
});
afterAll(() => api.stop());

const accepted = async (
  person: { name: string; idNumber: string },
  counterpartAreaCode = '310000',
): Promise<string> => {
  const { body } = await clerk.post('/transfers', {
    person: { ...person, mobile: '13900000000' },
    counterpartAreaCode,
  });
  return body.transfer.id;
};
const propose = (id: string, body: object) => clerk.send('PATCH', `/transfers/${id}/identity`, body);
const confirm = ({ body }: Answer, who = second) => who.post(`/approvals/${body.id}/confirmation`);
const detailOf = async (id: string) => (await clerk.get(`/transfers/${id}`)).body;
const found = async (any: object): Promise<string[]> =>
  (await clerk.post('/transfers/search', any)).body.items.map(({ id }: { id: string }) => id);
const personOf = async (id: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select person_id as id from cases
    where id = (select case_id from transfers where id = ${id})`.execute(api.db);
  return rows[0]!.id;
};

describe('name and number of a person', () => {
  test('are put right by two people, at every case, with a trace', async () => {
    const [wrong, right] = [aResidentId(), aResidentId()];
    const id = await accepted({ name: '样例错', idNumber: wrong });
    const other = await accepted({ name: '样例错', idNumber: wrong }, '440100');
    const proposed = await propose(id, { name: '样例对', idNumber: right, note: '与身份证不符' });
    expect(proposed.status).toBe(202);
    expect(proposed.body).toMatchObject({
      kind: 'personIdentity',
      changes: [
        { field: 'name', was: '样例错', becomes: '样例对' },
        { field: 'idNumber', was: wrong, becomes: right },
      ],
    });
    expect((await detailOf(id)).person.name).toBe('样例错');
    expect((await confirm(proposed, clerk)).status).toBe(409);
    expect((await confirm(proposed, await api.as('finance'))).status).toBe(403);
    expect((await confirm(proposed)).status).toBe(200);
    for (const one of [id, other]) {
      expect((await detailOf(one)).person).toMatchObject({
        name: '样例对',
        idNumberMasked: expect.stringMatching(right.slice(-4)),
      });
    }
    expect((await detailOf(other)).person.changes).toMatchObject([
      { field: 'name', byName: 'clerk', confirmedByName: 'reviewer' },
      { field: 'idNumber', byName: 'clerk', confirmedByName: 'reviewer' },
    ]);
    expect((await detailOf(id)).application.said.name).toBe('样例错');
    expect([await found({ idNumber: wrong }), (await found({ idNumber: right })).sort()]).toEqual([
      [],
      [id, other].sort(),
    ]);
    const events = (await clerk.get(`/transfers/${id}/events`)).body.items;
    expect(events.find(({ kind }: { kind: string }) => kind === 'identityCorrected')).toMatchObject({
      by: { displayName: 'clerk' },
      confirmedBy: { displayName: 'reviewer' },
      payload: { fields: ['name', 'idNumber'] },
    });
  });

  test('lie sealed while they wait', async () => {
    const id = await accepted({ name: '样例封', idNumber: aResidentId() });
    const next = aResidentId();
    await propose(id, { name: '样例封好', idNumber: next });
    const { rows } = await sql<{
      text: string;
    }>`select string_agg(to_jsonb(a)::text, '') as text from approvals a`.execute(api.db);
    for (const text of ['样例封', next]) expect(rows[0]!.text).not.toContain(text);
    expect(api.log.join('\n')).not.toContain(next);
  });

  test('are refused at once, all of it, when they cannot be right or change nothing', async () => {
    const idNumber = aResidentId();
    const id = await accepted({ name: '样例同', idNumber });
    const codes = async (body: object) =>
      (await propose(id, body)).body.errors?.map(
        ({ field, code }: { field: string; code: string }) => `${field} ${code}`,
      );
    expect(await codes({ name: '7', idNumber: wrongCheckDigit(idNumber) })).toEqual([
      'name tooShort',
      'idNumber checkDigit',
    ]);
    expect(await codes({ name: '样例\u200B同', idNumber: ` ${idNumber}` })).toEqual(['name unchanged']);
    expect(await codes({ sex: 'male' })).toEqual(['idNumber missing']);
    expect((await clerk.send('PATCH', `/transfers/${id}/identity`, {})).status).toBe(422);
  });

  test('end as overtaken when the person has changed meanwhile', async () => {
    const id = await accepted({ name: '样例甲', idNumber: aResidentId() });
    const proposed = await propose(id, { name: '样例乙' });
    expect((await propose(id, { name: '样例丙' })).body.type).toBe('/problems/already-proposed');
    await sql`update persons set name_sealed = (select name_sealed from persons where id <> ${await personOf(id)} limit 1)
      where id = ${await personOf(id)}`.execute(api.db);
    expect((await confirm(proposed)).body.type).toBe('/problems/changed-meanwhile');
  });
});

describe('two persons who are one', () => {
  test('are found by the right number, and all their cases come to one row', async () => {
    const [typo, right] = [aResidentId(), aResidentId()];
    const mistyped = await accepted({ name: '样例一人', idNumber: typo });
    const known = await accepted({ name: '样例一人', idNumber: right }, '440100');
    const proposed = await propose(mistyped, { idNumber: right });
    expect(proposed.body.changes.at(-1)).toEqual({ field: 'samePerson', was: false, becomes: true });
    expect((await confirm(proposed)).status).toBe(200);
    expect(await personOf(mistyped)).toBe(await personOf(known));
    expect((await found({ idNumber: right })).sort()).toEqual([mistyped, known].sort());
    const again = await clerk.post('/transfers', {
      person: { name: '样例一人', idNumber: right },
      counterpartAreaCode: '310000',
    });
    expect(again.body).toMatchObject({ type: '/problems/duplicate-transfer', transferId: mistyped });
  });

  test('are joined by two people who say so; nobody is joined with themselves', async () => {
    const one = await accepted({ name: '样例旧证', idNumber: aResidentId() });
    const other = await accepted({ name: '样例新证', idNumber: aResidentId() }, '440100');
    const join = (transferId: string) => clerk.post(`/transfers/${one}/same-person`, { transferId });
    expect((await join(one)).body.type).toBe('/problems/same-person');
    const proposed = await join(other);
    expect(proposed.status).toBe(202);
    expect((await confirm(proposed)).status).toBe(200);
    expect(await personOf(other)).toBe(await personOf(one));
    expect((await join(other)).body.type).toBe('/problems/same-person');
  });

  test('with an open transfer each from one office stay two until one of them ends', async () => {
    const one = await accepted({ name: '样例两笔', idNumber: aResidentId() });
    const other = await accepted({ name: '样例两笔', idNumber: aResidentId() });
    const { status, body } = await clerk.post(`/transfers/${one}/same-person`, { transferId: other });
    expect([status, body.type, body.transferId]).toEqual([409, '/problems/duplicate-transfer', other]);
  });

  test('asked for by one region in two letters stay two as well; a transfer the other way bars nothing', async () => {
    const [one, other] = [await aTransferOut(api), await aTransferOut(api)];
    const join = (id: string, transferId: string) => clerk.post(`/transfers/${id}/same-person`, { transferId });
    const { status, body } = await join(one, other);
    expect([status, body.type, body.transferId]).toEqual([409, '/problems/duplicate-transfer', other]);
    const back = await accepted({ name: '样例转', idNumber: aResidentId() });
    expect((await join(one, back)).status).toBe(202);
  });
});
