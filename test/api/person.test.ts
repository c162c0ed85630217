/** The page of a person: every transfer, what waits, what they were told, by what they were known before. And the one box that finds them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiveCredit } from '../../db/credits/receive.ts';
import { testKeyring } from '../builders/office.ts';
import { residentId } from '../builders/persons.ts';
import { aResidentId, stewardedBy } from '../builders/walk.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

const accepts = async (person: object, more: object = {}) => {
  const { status, body, text } = await clerk.post('/transfers', { person, counterpartAreaCode: '310000', ...more });
  expect(status, text).toBe(201);
  return { id: body.transfer.id as string, caseNo: body.transfer.caseNo as string };
};
const says = (id: string, fact: object) => clerk.post(`/transfers/${id}/facts`, fact, aKey());
const personOf = async (id: string) => (await clerk.get(`/transfers/${id}/person`)).body;
interface One {
  transfer: { id: string; closedAt: string | null };
}

describe('the person', () => {
  let earlier: string;
  let now: string;
  const person = { name: '样例人', idNumber: residentId('1988-03-09', 811), mobile: '13977770001' };
  beforeAll(async () => {
    earlier = (await accepts(person)).id;
    await says(earlier, { kind: 'withdrawn' });
    const agent = { name: '样例代', telephone: '13977770009', relation: '子女' };
    now = (await accepts(person, { agent, employer: { name: '样例公司' }, insuredHere: true })).id;
    await stewardedBy(api.db, api.office.staff.clerk, earlier, now);
    await clerk.send('PATCH', `/transfers/${now}/contact`, { mobile: '13977770002', identitySeen: true });
    await says(now, { kind: 'held', reasonCode: 'H01', reviewOn: '2026-12-30' });
  });

  test('is the same by whichever transfer: what is open first, with who holds it and what waits', async () => {
    const [byNow, byEarlier] = [await personOf(now), await personOf(earlier)];
    // Of who acts for them the number is that of the transfer by which it was asked.
    expect({ ...byEarlier, inFull: null }).toEqual({ ...byNow, inFull: null });
    expect([byNow.inFull.agentTelephone, byEarlier.inFull.agentTelephone]).toEqual(['13977770009', null]);
    expect(byNow.transfers.map(({ transfer }: One) => transfer.id)).toEqual([now, earlier]);
    const [open, closed] = byNow.transfers;
    expect(open).toMatchObject({
      progress: { holder: { as: 'stepOwner', staff: open.transfer.openStep.owner }, next: 'liaisonLetter' },
      employer: '样例公司',
      application: { insuredHere: true, agent: { name: '样例代', telephoneMasked: '*******0009' } },
      tasks: [{ kind: 'tellPerson', reasonCode: 'H01' }],
      slip: { nextStep: 'review' },
    });
    expect(open.slip.statusCode).toBe(open.statusCode);
    expect(closed).toMatchObject({ progress: { holder: null, closing: 'withdrawn' }, slip: null, tasks: [] });
    expect(byNow).toMatchObject({ name: '样例人', sex: 'male', passportOf: null, mobileMasked: '*******0002' });
  });

  test('is known by what was before, masked, and says truly what became of each notice', async () => {
    const { earlier: before, transfers } = await personOf(now);
    expect(before).toMatchObject([{ field: 'mobile', was: '*******0001' }]);
    const notices = transfers[0].notices as { kind: string; state: string }[];
    expect(notices.map(({ kind }) => kind)).toContain('contactChanged');
    expect(new Set(notices.map(({ state }) => state))).toEqual(new Set(['queued']));
  });

  test('of another office is nobody', async () => {
    await sql`insert into offices select (jsonb_populate_record(o, '{"id": "other"}')).* from offices o`.execute(
      api.db,
    );
    await api.db.updateTable('transfers').set({ office_id: 'other' }).where('id', '=', earlier).execute();
    expect((await clerk.get(`/transfers/${earlier}/person`)).status).toBe(404);
    expect((await personOf(now)).transfers).toHaveLength(1);
  });
});

describe('the one box', () => {
  const search = async (any: string) => (await clerk.post('/transfers/search', { any })).body;
  const ids = async (any: string): Promise<string[]> => (await search(any)).items.map(({ id }: { id: string }) => id);
  let one: { id: string; caseNo: string };
  let other: { id: string; caseNo: string };
  const idNumber = residentId('1987-06-15', 813);
  const end = idNumber.slice(-4);

  beforeAll(async () => {
    one = await accepts({ name: '样例寻', idNumber, mobile: '13988881234' });
    other = await accepts({ name: '样例寻', idNumber: aResidentId(), mobile: `1398888${end.replace('X', '0')}` });
  });

  test('reads the last digits of a case number, of an ID and of a mobile, and a whole number too', async () => {
    expect(await ids(one.caseNo)).toEqual([one.id]);
    expect(await ids(one.caseNo.slice(-5))).toEqual([one.id]);
    expect(await ids(String(Number(one.caseNo.slice(-5))))).toEqual([one.id]);
    expect(await ids(one.caseNo.slice(2))).toEqual([one.id]);
    expect(await ids('1234')).toEqual([one.id]);
    expect(await ids(end.toLowerCase())).toContain(one.id);
    expect((await search(end)).persons.find((who: { by: string[] }) => who.by.includes('idLastFour'))).toMatchObject({
      idNumberMasked: expect.stringMatching(new RegExp(`${end}$`)),
      transferIds: [one.id],
    });
    expect(await ids('99999')).toEqual([]);
  });

  test('finds the money by the bank’s serial, once it belongs to somebody', async () => {
    const credit = {
      officeId: api.office.officeId,
      serial: 'BK-2026/77',
      bookedOn: '2026-01-05',
      amountFen: 100,
      memo: '',
    };
    await api.db
      .transaction()
      .execute((tx) => receiveCredit(tx, testKeyring, { ...credit, payerName: '付款人', payerAccount: '01' }));
    expect(await ids('BK-2026/77')).toEqual([]);
    await api.db.updateTable('credit_parts').set({ transfer_id: other.id, state: 'proposed' }).execute();
    expect(await ids(' bk-2026/77 ')).toEqual([other.id]);
  });

  test('tells two of one name apart, each with what is theirs', async () => {
    const { persons, items } = await search('样例寻');
    expect(items).toHaveLength(2);
    expect(persons.map(({ name, by }: { name: string; by: string[] }) => [name, by])).toEqual([
      ['样例寻', ['name']],
      ['样例寻', ['name']],
    ]);
    expect(new Set(persons.map(({ idNumberMasked }: { idNumberMasked: string }) => idNumberMasked)).size).toBe(2);
    expect(JSON.stringify(persons)).not.toContain(idNumber);
  });

  test('what a whole number names stands before last digits, what is open before what is closed', async () => {
    const number = '13988885678';
    const [oldest, closed, open] = [
      await accepts({ name: '样例序', idNumber: aResidentId(), mobile: number }),
      await accepts({ name: '样例序', idNumber: aResidentId(), mobile: '13988880001' }),
      await accepts({ name: '样例序', idNumber: aResidentId(), mobile: '13988880002' }),
    ];
    await says(closed.id, { kind: 'withdrawn' });
    expect(await ids('样例序')).toEqual([open.id, oldest.id, closed.id]);
    // The code of one, read as a serial of the bank, is the other's money.
    const { statusCode } = (await clerk.get(`/transfers/${closed.id}`)).body;
    await api.db
      .updateTable('credits')
      .set({ serial: statusCode as string })
      .execute();
    expect(await ids(statusCode as string)).toEqual([closed.id, other.id]);
  });

  test('several that it finds are noted as seen, by what they were looked for', async () => {
    await search('1234');
    await api.lookUps.flush();
    const { kind, transfer_ids: seen } = await api.db
      .selectFrom('look_ups')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect([kind, seen]).toEqual(['caseNoEnd,idLastFour,phoneLastFour,bankSerial', [one.id]]);
  });
});
