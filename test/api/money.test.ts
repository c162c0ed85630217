import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiveCredit } from '../../db/credits/receive.ts';
import { testKeyring } from '../builders/office.ts';
import { aForm, aResidentId, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';
import { sendLetter } from '../builders/posted-letter.ts';

let api: TestApi;
let finance: Caller;
beforeAll(async () => {
  api = await startApi();
  finance = await api.as('finance');
});
afterAll(() => api.stop());

let serial = 0;
async function pays(amountFen: number, memo: string) {
  const credit = {
    officeId: api.office.officeId,
    serial: `A${String(++serial)}`,
    bookedOn: '2026-01-05',
    amountFen,
    memo,
  };
  await api.db
    .transaction()
    .execute((tx) => receiveCredit(tx, testKeyring, { ...credit, payerName: '某单位', payerAccount: '01' }));
  return (await finance.get(`/credits?serial=${credit.serial}`)).body.items[0];
}

async function waits(name: string, totalFen: number): Promise<string> {
  const transferId = await anAcceptedTransfer(api.db, api.office, { person: { name, idNumber: aResidentId() } });
  const the = walk(api.db, api.office, transferId);
  await sendLetter(the);
  await the.open('delivery');
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(totalFen) });
  await the.open('formAndFunds');
  return transferId;
}

test('finance sees where every fen is, confirms a proposal, and is answered the same when asking again', async () => {
  const transferId = await waits('戊子丑', 61_00);
  const credit = await pays(61_00, '转移 戊子丑');
  expect(credit).toMatchObject({
    verdict: 'propose',
    payerName: '某单位',
    memo: '转移 戊子丑',
    parts: [{ state: 'proposed', transferId }],
  });
  const body = { partId: credit.parts[0].id, decision: 'confirm' };
  const key = aKey();
  const decided = await finance.post(`/credits/${credit.id}/matches`, body, key);
  expect(decided.status).toBe(201);
  expect(decided.body.parts).toMatchObject([{ state: 'matched', transferId }]);
  expect((await finance.post(`/credits/${credit.id}/matches`, body, key)).body).toEqual(decided.body);
  const other = await finance.post(`/credits/${credit.id}/matches`, { ...body, note: 'other' }, key);
  expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-key-reused']);
  expect((await finance.get('/credits?state=matched')).body.items.map(({ id }: { id: string }) => id)).toContain(
    credit.id,
  );
});

test('money in suspense goes to its transfer, or back', async () => {
  const transferId = await waits('戊子寅', 10_00);
  const credit = await pays(25_00, '看不懂');
  const partId = credit.parts[0].id;
  const missing = await finance.post(`/credits/${credit.id}/matches`, { partId, decision: 'match' }, aKey());
  expect(fieldsOf(missing)).toEqual(['transferId: missing']);
  const matched = await finance.post(
    `/credits/${credit.id}/matches`,
    { partId, decision: 'match', transferId, amountFen: 10_00 },
    aKey(),
  );
  expect(matched.status).toBe(201);
  const again = await finance.post(
    `/credits/${credit.id}/matches`,
    { partId, decision: 'match', transferId, amountFen: 1_00 },
    aKey(),
  );
  expect([again.status, again.body.type]).toEqual([409, '/problems/amount-mismatch']);
  const back = await finance.post(`/credits/${credit.id}/return`, { partId, reasonCode: 'F07' }, aKey());
  expect([back.status, back.body]).toMatchObject([202, { kind: 'returnCredit', state: 'waiting' }]);
  await (await api.as('manager')).post(`/approvals/${back.body.id}/confirmation`);
  const after = (await finance.get(`/credits?serial=${credit.serial}`)).body.items[0];
  expect(
    after.parts
      .map(({ state, amountFen }: { state: string; amountFen: number }) => `${state} ${String(amountFen)}`)
      .sort(),
  ).toEqual(['matched 1000', 'returned 1500']);
});

test('others read money and decide nothing; without a key nothing is decided', async () => {
  const credit = await pays(5_00, '看不懂');
  const clerk = await api.as('clerk');
  expect((await clerk.get('/credits')).status).toBe(200);
  const body = { partId: credit.parts[0].id, reasonCode: 'F07' };
  expect((await clerk.post(`/credits/${credit.id}/return`, body, aKey())).status).toBe(403);
  expect((await finance.post(`/credits/${credit.id}/return`, body)).status).toBeGreaterThanOrEqual(400);
  expect((await finance.get(`/credits?serial=${credit.serial}`)).body.items[0].parts).toMatchObject([
    { state: 'suspense' },
  ]);
});

test('credits are read page by page, newest first, each once', async () => {
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await finance.get(`/credits?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (!body.next) break;
    cursor = body.next;
  }
  const all = (await finance.get('/credits?limit=200')).body.items.map(({ id }: { id: string }) => id);
  expect(seen).toEqual(all);
  expect(new Set(seen).size).toBe(seen.length);
  expect(fieldsOf(await finance.get('/credits?cursor=nonsense'))).toEqual(['cursor: form']);
});
