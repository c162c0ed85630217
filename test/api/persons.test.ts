import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aResidentId } from '../builders/walk.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

const accepted = async (mobile: string, change: object = {}) => {
  const person = { name: '样例改', idNumber: aResidentId(), mobile };
  const { body } = await clerk.post('/transfers', { person, counterpartAreaCode: '310000', ...change });
  return { id: body.transfer.id as string, code: body.slip.statusCode as string };
};
const statusOf = (code: string, phoneLastFour: string) =>
  clerk.post(`/status/${code}`, { phoneLastFour }).then(({ status }) => status);
const noticesOf = async (id: string): Promise<{ kind: string; recipient: string; channel: string }[]> =>
  (await clerk.get(`/transfers/${id}`)).body.notices.filter(({ kind }: { kind: string }) => kind === 'contactChanged');
const eventsOf = async (id: string): Promise<{ kind: string; payload: object }[]> =>
  (await clerk.get(`/transfers/${id}/events`)).body.items;

describe('a mistyped mobile', () => {
  test('is corrected by one clerk who saw the ID; status page and SMS follow, and the old number is told', async () => {
    const { id, code } = await accepted('13900007777');
    const { status, body } = await clerk.send('PATCH', `/transfers/${id}/contact`, {
      mobile: '139 0000 8888',
      identitySeen: true,
    });
    expect([status, body.person?.mobileMasked]).toEqual([200, '*******8888']);
    expect([await statusOf(code, '8888'), await statusOf(code, '7777')]).toEqual([200, 404]);
    expect((await noticesOf(id)).map(({ recipient, channel }) => [recipient, channel]).sort()).toEqual([
      ['formerNumber', 'sms'],
      ['person', 'sms'],
    ]);
    const told = (await eventsOf(id)).filter(({ kind }) => kind === 'contactChanged');
    expect(told).toMatchObject([{ by: { displayName: 'clerk' }, payload: { fields: ['mobile'] } }]);
    expect(body.person.changes).toMatchObject([{ field: 'mobile', byName: 'clerk', confirmedByName: null }]);
    const found = await clerk.post('/transfers/search', { mobile: '13900008888' });
    expect(found.body.items.map((one: { id: string }) => one.id)).toContain(id);
    const gone = await clerk.post('/transfers/search', { mobile: '13900007777' });
    expect(gone.body.items).toEqual([]);
  });

  test('leaves neither number in any row that is not sealed, nor in the log', async () => {
    const { id } = await accepted('13911117777');
    await clerk.send('PATCH', `/transfers/${id}/contact`, { mobile: '13911118888', identitySeen: true });
    const { rows } = await sql<{ text: string }>`select coalesce(string_agg(e::text, ''), '') || coalesce(
      (select string_agg(to_jsonb(n)::text, '') from notices n), '') as text from events e`.execute(api.db);
    for (const number of ['13911117777', '13911118888']) {
      expect(rows[0]!.text).not.toContain(number);
      expect(api.log.join('\n')).not.toContain(number);
    }
  });

  test('said again changes nothing and is told to nobody', async () => {
    const { id } = await accepted('13900001111');
    const same = { mobile: '+86 139-0000-1111', identitySeen: true };
    expect((await clerk.send('PATCH', `/transfers/${id}/contact`, same)).body.person.changes).toEqual([]);
    expect(await noticesOf(id)).toEqual([]);
  });

  test('wants the ID to be seen, a number that is one, and something to change', async () => {
    const { id } = await accepted('13900002222');
    const wrong = await clerk.send('PATCH', `/transfers/${id}/contact`, { mobile: '1390000', identitySeen: true });
    expect(wrong.body.errors).toMatchObject([{ field: 'mobile', code: 'telephone' }]);
    const unseen = await clerk.send('PATCH', `/transfers/${id}/contact`, {
      mobile: '13900003333',
      identitySeen: false,
    });
    expect([unseen.status, unseen.body.errors?.[0]?.field]).toEqual([422, 'identitySeen']);
    expect((await clerk.send('PATCH', `/transfers/${id}/contact`, { identitySeen: true })).status).toBe(422);
    const finance = await api.as('finance');
    expect(
      (await finance.send('PATCH', `/transfers/${id}/contact`, { mobile: '13900003333', identitySeen: true })).status,
    ).toBe(403);
  });

  test('may turn out to be none, or a landline: then nobody hears of it but who had the number', async () => {
    const { id } = await accepted('13900004444');
    await clerk.send('PATCH', `/transfers/${id}/contact`, {
      mobile: '010-66001234',
      address: '  样例路 1 号\u200B ',
      identitySeen: true,
    });
    expect((await noticesOf(id)).map(({ recipient }) => recipient)).toEqual(['formerNumber']);
    const { body } = await clerk.send('PATCH', `/transfers/${id}/contact`, { mobile: null, identitySeen: true });
    expect(body.person).toMatchObject({ mobileMasked: null, address: '样例路 1 号' });
    expect(body.person.changes.map(({ field }: { field: string }) => field)).toEqual(['mobile', 'address', 'mobile']);
  });
});

test('a status code that a stranger saw is renewed, and the old one ends at once', async () => {
  const { id, code } = await accepted('13900005555');
  const { status, body } = await clerk.post(`/transfers/${id}/status-code`, {});
  expect(status).toBe(201);
  expect(body.statusCode).not.toBe(code);
  expect([await statusOf(code, '5555'), await statusOf(body.statusCode, '5555')]).toEqual([404, 200]);
  expect((await eventsOf(id)).at(-1)).toMatchObject({ kind: 'statusCodeRenewed', payload: {} });
  expect((await clerk.post('/transfers/00000000-0000-4000-8000-000000000000/status-code', {})).status).toBe(404);
});
