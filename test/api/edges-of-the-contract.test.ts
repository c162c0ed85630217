/** Found by the fuzzer: what lies just outside the contract, or just inside, is answered by name and never by a fault. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aForm, aResidentId } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

const application = () => ({
  person: { name: '样例甲', idNumber: aResidentId() },
  counterpartAreaCode: '310000',
});

test('a method that an address does not take is answered with those that it takes', async () => {
  const answer = await clerk.send('DELETE', '/transfers');
  expect([answer.status, answer.headers.get('Allow')?.split(', ').sort()]).toEqual([405, ['GET', 'POST']]);
});

test('a form whose parts have no name is the sender’s fault', async () => {
  const { id } = (await clerk.post('/transfers', application())).body.transfer;
  const boundary = 'a-boundary';
  const answer = await clerk.raw(`/transfers/${id}/papers`, {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: `--${boundary}\r\nContent-Disposition form-data\r\n\r\nx\r\n--${boundary}--\r\n`,
  });
  expect([answer.status, fieldsOf(answer)]).toEqual([422, ['body: malformed']]);
});

test.each(['0911-06-16T07:35:53.6Z', '2026-00-00T00:00:00Z', '2026-01-05T00:00:60Z', '2026-01-05T00:00:00-23:21'])(
  'an acceptance at %s is refused',
  async (occurredAt) => {
    const answer = await clerk.post('/transfers', { ...application(), occurredAt });
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['occurredAt: form']]);
  },
);

test.each(['2000-00-00T00:00:00Z', '2066-05-24T00:07:02.242-23:21', '0001-01-01T00:00:00Z'])(
  'figures as known at %s are refused',
  async (knownAt) => {
    const query = new URLSearchParams({ direction: 'in', from: '2026-01-01', to: '2026-01-31', knownAt });
    const answer = await clerk.get(`/metrics/completion?${query.toString()}`);
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['knownAt: form']]);
  },
);

test('figures up to the last day of the calendar are answered, as of today', async () => {
  const period = '/metrics/completion?direction=in&from=2000-01-01&to=2099-12-31';
  expect((await clerk.get(period)).status).toBe(200);
  expect(fieldsOf(await clerk.get(`${period}&asOf=2099-12-31`))).toEqual(['asOf: future']);
});

test('an info form with the largest amounts is taken in', async () => {
  const { id } = (await clerk.post('/transfers', application())).body.transfer;
  const most = 1_000_000_000_000;
  const form = aForm(most);
  const years = form.years.map((year) => ({ ...year, baseFen: most, creditedFen: most, balanceFen: most }));
  const body = { kind: 'infoFormReceived', form: { ...form, pooledFundFen: most, years } };
  expect((await clerk.post(`/transfers/${id}/facts`, body, aKey())).status).toBe(201);
  const tooMuch = { ...body, form: { ...body.form, totalFen: most + 1 } };
  expect(fieldsOf(await clerk.post(`/transfers/${id}/facts`, tooMuch, aKey()))).toEqual(['form.totalFen: outOfRange']);
});

test('a number that no row can have is refused, in an address and in a fact', async () => {
  const { id } = (await clerk.post('/transfers', application())).body.transfer;
  const most = 2_147_483_647;
  expect((await clerk.get(`/transfers/${id}/events?after=${most}`)).status).toBe(200);
  expect(fieldsOf(await clerk.get(`/transfers/${id}/events?after=${most + 1}`))).toEqual(['after: outOfRange']);
  const nowhere = `/imports/${crypto.randomUUID()}/lines?after=${most + 1}`;
  expect(fieldsOf(await (await api.as('finance')).get(nowhere))).toEqual(['after: outOfRange']);
  const facts = [
    [{ kind: 'corrected', correctsSeq: most, note: 'x' }, 'correctsSeq: unknown'],
    [{ kind: 'corrected', correctsSeq: most + 1, note: 'x' }, 'correctsSeq: outOfRange'],
    [{ kind: 'decided', ordinal: most + 1, outcome: 'eligible' }, 'ordinal: outOfRange'],
  ] as const;
  for (const [body, defect] of facts) {
    expect(fieldsOf(await clerk.post(`/transfers/${id}/facts`, body, aKey()))).toEqual([defect]);
  }
});

test.each([
  ['/credits', ['2026-02-31', '00000000-0000-4000-8000-000000000000']],
  ['/credits/waiting', ['2026-02-31', '00000000-0000-4000-8000-000000000000']],
  ['/tasks', ['2026-13-01', '00000000-0000-4000-8000-000000000000']],
  ['/transfers', ['due', '2026-02-30 16:00:00+00', '00000000-0000-4000-8000-000000000000']],
  ['/transfers', ['due', '2026-02-13 25:00:00+00', '00000000-0000-4000-8000-000000000000']],
])('a cursor that we never wrote is refused at %s: %j', async (path, key) => {
  const manager = await api.as('manager');
  const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
  expect(fieldsOf(await manager.get(`${path}?cursor=${cursor}`))).toEqual(['cursor: form']);
});
