import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { residentId } from '../builders/persons.ts';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  await standClockAt(api.db, '2026-11-26T10:00:00+08:00');
});
afterAll(() => api.stop());

const pensioner = (answers: object = {}) => ({
  person: { name: '样例领', idNumber: residentId('1955-03-01', 7), mobile: '13900000000' },
  counterpartAreaCode: '310000',
  drawsPension: true,
  ...answers,
});

describe('a request that is not taken up', () => {
  test('is answered in writing, under a number, and kept; nothing is accepted', async () => {
    const { status, body } = await clerk.post('/refusals', {
      application: pensioner(),
      reasonCode: 'A02',
      note: '已告知',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      refusalNo: 'BY20261100001',
      kind: 'notTakenUp',
      reasonCode: 'A02',
      ground: '国办发〔2009〕66号第二条',
      personName: '样例领',
      note: '已告知',
      transferId: null,
      by: { displayName: 'clerk' },
    });
    expect((await clerk.get(`/refusals/${body.id}`)).body).toEqual(body);
    const { rows } = await sql<{ n: number; text: string }>`select (select count(*)::int from transfers) as n,
      string_agg(to_jsonb(r)::text, '') || (select string_agg(payload::text, '') from office_events) as text from refusals r`.execute(
      api.db,
    );
    expect(rows[0]!.n).toBe(0);
    for (const text of ['样例领', '已告知', '19550301', '13900000000']) expect(rows[0]!.text).not.toContain(text);
  });

  test('once for one key, whatever is clicked twice', async () => {
    const key = aKey();
    const body = { application: pensioner(), reasonCode: 'A02' };
    const [first, again] = [await clerk.post('/refusals', body, key), await clerk.post('/refusals', body, key)];
    expect(again.body).toEqual(first.body);
    expect((await clerk.post('/refusals', { ...body, note: 'x' }, key)).body.type).toBe(
      '/problems/idempotency-key-reused',
    );
  });

  test('has a reason that its answers give, and a person who is written rightly', async () => {
    const wrong = { ...pensioner({ drawsPension: false, localHukou: true }), person: { name: '7', idNumber: '1' } };
    const { status, body } = await clerk.post('/refusals', { application: wrong, reasonCode: 'A02' });
    expect(status).toBe(422);
    expect(body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual([
      'application.person.name tooShort',
      'application.person.idNumber length',
      'reasonCode notGiven',
    ]);
    expect((await clerk.post('/refusals', { application: pensioner(), reasonCode: 'A03' })).status).toBe(422);
    const finance = await api.as('finance');
    expect((await finance.post('/refusals', { application: pensioner(), reasonCode: 'A02' })).status).toBe(403);
  });
});

test('a transfer that is not approved has a number of the other series', async () => {
  const id = await anAcceptedTransfer(api.db, api.office, { person: { name: '样例审', idNumber: aResidentId() } });
  const reviewer = await api.as('reviewer');
  const said = await reviewer.post(
    `/transfers/${id}/facts`,
    { kind: 'reviewed', outcome: 'refused', reasonCode: 'A01' },
    aKey(),
  );
  expect(said.status).toBe(201);
  const { body } = await clerk.get(`/transfers/${id}`);
  expect(body.refusal.refusalNo).toBe('WT20261100001');
  const paper = await clerk.get(`/refusals/${body.refusal.id}`);
  expect(paper.body).toMatchObject({
    kind: 'notApproved',
    personName: '样例审',
    transferId: id,
    by: { displayName: 'reviewer' },
  });
});

test('refusals are listed the newest first, page by page, by kind', async () => {
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await clerk.get(`/refusals?kind=notTakenUp&limit=1${cursor}`);
    seen.push(...body.items.map(({ refusalNo }: { refusalNo: string }) => refusalNo));
    if (!body.next) break;
    cursor = `&cursor=${body.next}`;
  }
  expect(seen.sort()).toEqual(['BY20261100001', 'BY20261100002']);
});

test('refusals are listed by the office days of a period, both included', async () => {
  const listed = async (query: string): Promise<string[]> =>
    (await clerk.get(`/refusals?${query}`)).body.items.map(({ refusalNo }: { refusalNo: string }) => refusalNo).sort();
  const all = ['BY20261100001', 'BY20261100002', 'WT20261100001'];
  expect(await listed('from=2026-11-26&to=2026-11-26')).toEqual(all);
  expect(await listed('kind=notApproved&from=2026-11-01')).toEqual(['WT20261100001']);
  expect(await listed('to=2026-11-25')).toEqual([]);
  expect(await listed('from=2026-11-27')).toEqual([]);
  const swapped = await clerk.get('/refusals?from=2026-11-27&to=2026-11-26');
  expect([swapped.status, swapped.body.errors[0].field]).toEqual([422, 'to']);
});

test('what comes three times in one moment under one key is refused once, and no number is lost', async () => {
  const key = aKey();
  const body = { application: pensioner(), reasonCode: 'A02' };
  // A connection for each: otherwise one waits for the other, and finds it done.
  await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.1)`.execute(api.db)));
  const answers = await Promise.all([1, 2, 3].map(() => clerk.post('/refusals', body, key)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const next = await clerk.post('/refusals', body);
  expect(placeOf(next)).toBe(placeOf(answers[0]!) + 1);
});

const placeOf = ({ body }: { body: { refusalNo: string } }): number => Number(body.refusalNo.slice(-5));
