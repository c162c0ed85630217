/** Money out over HTTP: planned, applied for, funded, released by another, sent, and ended by the bank’s file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bankRow } from '../builders/bank-files.ts';
import { takeIn } from '../builders/imports.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { AGREED, aFormOut, APPROVED, aTransferOut, CHECKED, outHand } from '../builders/letters-in.ts';
import { PAYEE_ACCOUNT } from '../builders/remittances.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let finance: Caller;
let manager: Caller;
beforeAll(async () => {
  api = await startApi();
  await standClockAt(api.db, '2026-11-26T10:00:00+08:00');
  [finance, manager] = await Promise.all([api.as('finance'), api.as('manager')]);
});
afterAll(() => api.stop());

const PLAN = {
  counterpartAreaCode: '310000',
  payeeName: '样例市社会保险中心',
  payeeAccount: '0200 0000-0000 0000 000',
  amountFen: 34_206_44,
  accountFen: 13_806_44,
  pooledFen: 20_400_00,
};
const typeOf = ({ status, body }: Answer) => [status, (body as { type?: string }).type];

async function planned(change: object = {}, who: Caller = finance) {
  const transferId = await anAcceptedTransfer(api.db, api.office);
  const answer = await who.post('/remittances', { ...PLAN, transferId, ...change }, aKey());
  expect(answer.status, answer.text).toBe(201);
  return answer.body as { id: string; reference: string; transferId: string };
}
const says = (id: string, kind: string, more: object = {}, who: Caller = finance) =>
  who.post(`/remittances/${id}/facts`, { kind, ...more }, aKey());
const read = async (id: string) => (await finance.get(`/remittances?id=${id}`)).body.items[0];

async function sent(id: string): Promise<void> {
  await says(id, 'applied');
  await says(id, 'funded');
  const { body } = await finance.post(`/remittances/${id}/release`, {}, aKey());
  expect((await manager.post(`/approvals/${body.id as string}/confirmation`)).status).toBe(200);
  expect((await says(id, 'sent')).status).toBe(201);
}

let serial = 0;
const row = (mark: '贷' | '借', memo: string, yuan = '34206.44') =>
  bankRow({ serial: `HKS${String(++serial)}`, yuan, memo, mark, bookedOn: '2026-11-26', payer: '样例市社会保险中心' });

test('a remittance goes from the plan to the bank’s word, and each sum of the equation says where it is', async () => {
  const { id, reference } = await planned();
  expect(reference).toMatch(/^HK202611\d{5}$/);
  expect(await read(id)).toMatchObject({
    state: 'planned',
    place: 'fiscalAccount',
    payeeAccount: PAYEE_ACCOUNT,
    otherFen: 0,
  });
  await sent(id);
  const { outgo: under } = (await finance.get('/metrics/money')).body;
  expect(under).toMatchObject({ sentFen: PLAN.amountFen, conserved: true });
  const file = [row('借', `养老转移 ${reference}`)];
  expect(await takeIn(api.db, api.office, 'bankStatement', file)).toMatchObject({ accepted: 1 });
  expect(await read(id)).toMatchObject({ state: 'confirmed', place: 'counterpart', overdue: false });
  const [debit] = (await finance.get('/debits?state=decided')).body.items;
  expect(debit).toMatchObject({ found: 'remitted', remittanceId: id, tasks: [] });
  expect((await finance.get('/metrics/money')).body.outgo).toMatchObject({ sentFen: 0, conserved: true });
  expect(await takeIn(api.db, api.office, 'bankStatement', file)).toMatchObject({ unchanged: 1 });
});

test('one that bounced is no money received, and is paid anew to another account', async () => {
  const { id, reference, transferId } = await planned();
  await sent(id);
  const before = (await finance.get('/metrics/money')).body;
  const back = row('贷', `退汇 ${reference} 账号不符`);
  expect(await takeIn(api.db, api.office, 'bankStatement', [row('借', reference), back])).toMatchObject({
    accepted: 2,
  });
  expect(await takeIn(api.db, api.office, 'bankStatement', [back])).toMatchObject({ unchanged: 1 });
  const after = (await finance.get('/metrics/money')).body;
  expect(after.receivedFen).toBe(before.receivedFen);
  expect(after.outgo.bouncedFen).toBe(PLAN.amountFen);
  const [task] = (await finance.get('/tasks?kind=bouncedRemittance')).body.items;
  expect(task).toMatchObject({ transferId, about: { remittanceId: id } });
  const anew = await finance.post('/remittances', { ...PLAN, payeeAccount: '0201', replacesId: id }, aKey());
  expect(anew.body).toMatchObject({ state: 'funded', transferId, replacesId: id });
  const { outgo } = (await finance.get('/metrics/money')).body;
  expect(outgo).toMatchObject({ bouncedFen: 0, fundedFen: PLAN.amountFen, conserved: true });
  expect((await finance.get('/tasks?kind=bouncedRemittance')).body.items).toEqual([]);
});

describe('a release takes a second person', () => {
  test('who reads to whom it goes, and neither proposed nor planned it', async () => {
    const { id } = await planned({}, manager);
    await says(id, 'applied');
    expect(fieldsOf(await says(id, 'funded', { month: '2026-12' }))).toEqual(['note: missing']);
    await says(id, 'funded', { month: '2026-12', note: '本月计划额度已用完' });
    const proposed = await finance.post(`/remittances/${id}/release`, { note: '本月第一批' }, aKey());
    expect(proposed.status).toBe(202);
    expect(proposed.body.changes).toContainEqual({ field: 'payeeAccount', was: null, becomes: PAYEE_ACCOUNT });
    expect(proposed.body.changes).toContainEqual({ field: 'fundsMonth', was: '2026-11', becomes: '2026-12' });
    expect((await read(id)).releaseApprovalId).toBe(proposed.body.id);
    const confirms = (who: Caller) => who.post(`/approvals/${proposed.body.id as string}/confirmation`);
    expect(typeOf(await confirms(finance))).toEqual([409, '/problems/separation-of-duties']);
    expect(typeOf(await confirms(manager))).toEqual([409, '/problems/separation-of-duties']);
    expect(await read(id)).toMatchObject({ state: 'funded', ofAnotherMonth: true });
    const another = await api.asNew(['finance']);
    expect((await confirms(another)).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'released', releaseApprovalId: null });
  });

  test('and before the funds are there it is not even proposed', async () => {
    const { id } = await planned();
    const early = await finance.post(`/remittances/${id}/release`, {}, aKey());
    expect(typeOf(early)).toEqual([409, '/problems/already-decided']);
    expect(typeOf(await says(id, 'sent'))).toEqual([409, '/problems/already-decided']);
  });
});

test('the same request twice is one remittance and one move; another under its key is refused', async () => {
  const transferId = await anAcceptedTransfer(api.db, api.office);
  const key = aKey();
  const first = await finance.post('/remittances', { ...PLAN, transferId }, key);
  expect((await finance.post('/remittances', { ...PLAN, transferId }, key)).body.id).toBe(first.body.id);
  const other = await finance.post('/remittances', { ...PLAN, transferId, payeeName: '别处' }, key);
  expect(typeOf(other)).toEqual([409, '/problems/idempotency-key-reused']);
  const at = `/remittances/${first.body.id as string}/facts`;
  const moved = aKey();
  for (let time = 0; time < 2; time++) expect((await finance.post(at, { kind: 'applied' }, moved)).status).toBe(201);
  expect((await read(first.body.id)).moves).toHaveLength(2);
});

test('what is wrong with a plan is said all at once', async () => {
  const body = {
    ...PLAN,
    counterpartAreaCode: '999999',
    payeeAccount: '--',
    pooledFen: 1,
    otherFen: 0,
    source: 'incomeAccount',
  };
  const answer = await finance.post('/remittances', body, aKey());
  expect(answer.status).toBe(422);
  expect(fieldsOf(answer).sort()).toEqual([
    'amountFen: sumDiffers',
    'counterpartAreaCode: unknown',
    'payeeAccount: form',
    'transferId: missing',
  ]);
  const { id } = await planned();
  const [late, early] = ['2026-11-27T10:00:00+08:00', '2026-11-25T10:00:00+08:00'];
  expect(fieldsOf(await says(id, 'applied', { occurredAt: late }))).toEqual(['occurredAt: future']);
  expect(fieldsOf(await says(id, 'applied', { occurredAt: early, month: '2026-11' })).sort()).toEqual([
    'month: form',
    'occurredAt: beforeStep',
  ]);
});

test('the list is asked by state, place, owner and what is open, page by page', async () => {
  const { id } = await planned();
  const ids = async (query: string) =>
    (await finance.get(`/remittances?limit=200&${query}`)).body.items.map((one: { id: string }) => one.id);
  expect(await ids('state=planned&place=fiscalAccount&open=true')).toContain(id);
  expect(await ids(`ownerId=${api.office.staff.finance}&overdue=false`)).toContain(id);
  expect(await ids(`ownerId=${api.office.staff.manager}`)).not.toContain(id);
  expect(await ids('place=inTransit')).not.toContain(id);
  await says(id, 'withdrawn');
  expect(await ids('open=true')).not.toContain(id);
  const first = (await finance.get('/remittances?limit=1')).body;
  const second = (await finance.get(`/remittances?limit=1&cursor=${first.next as string}`)).body;
  expect(second.items[0].id).not.toBe(first.items[0].id);
});

test('the bank’s word closes the step of a transfer-out that waits for its money, once all of it has left', async () => {
  const { transferId, readTransfer } = await aTransferThatWaitsForItsMoney();
  const [account, pooled] = [await ofTransferOut(20_000_00), await ofTransferOut(5_000_00)];
  await takeIn(api.db, api.office, 'bankStatement', [row('借', account.reference, '20000.00')]);
  expect((await readTransfer()).openStep).toMatchObject({ step: 'remitting' });
  await takeIn(api.db, api.office, 'bankStatement', [row('借', pooled.reference, '5000.00')]);
  expect((await readTransfer()).openStep).toMatchObject({ step: 'formSending' });
  const { items } = (await finance.get(`/transfers/${transferId}/events?limit=200`)).body;
  const told = items.find(({ kind }: { kind: string }) => kind === 'fundSent');
  expect(told).toMatchObject({ source: 'bank', by: null, payload: { amountFen: 25_000_00 } });
  // It comes back: the money is finance’s work, and the step stays done.
  await takeIn(api.db, api.office, 'bankStatement', [row('贷', `退汇 ${pooled.reference}`, '5000.00')]);
  expect((await finance.get(`/tasks?kind=bouncedRemittance&transferId=${transferId}`)).body.items).toHaveLength(1);
  expect((await readTransfer()).openStep).toMatchObject({ step: 'formSending' });
  // What was told to have left is paid anew; it is not once more to be paid.
  const anew = { ...PLAN, replacesId: pooled.id, counterpartAreaCode: undefined, amountFen: 5_000_00 };
  const again = await finance.post('/remittances', { ...anew, accountFen: undefined, pooledFen: undefined }, aKey());
  expect(again.status, again.text).toBe(201);

  async function ofTransferOut(amountFen: number) {
    const begun = await planned({ transferId, amountFen, accountFen: amountFen, pooledFen: 0 });
    await sent(begun.id);
    return begun;
  }
});

test('no more is planned than the form says and is not on its way', async () => {
  const { transferId } = await aTransferThatWaitsForItsMoney();
  const plans = (yuan: number) => {
    const amounts = { amountFen: yuan * 100, accountFen: yuan * 100, pooledFen: 0 };
    return finance.post('/remittances', { ...PLAN, transferId, ...amounts }, aKey());
  };
  const tooMuch = ['amountFen: moreThanDue'];
  expect(fieldsOf(await plans(25_001))).toEqual(tooMuch);
  const first = await plans(20_000);
  expect(first.status, first.text).toBe(201);
  expect(fieldsOf(await plans(20_000))).toEqual(tooMuch);
  expect((await plans(5_000)).status).toBe(201);
});

/** 25,000.00 by its form. */
async function aTransferThatWaitsForItsMoney() {
  const transferId = await aTransferOut(api, { arrivedAt: '2026-11-25T09:30:00+08:00', letterDated: '2026-11-20' });
  const { said, read: readTransfer } = outHand(api, transferId);
  for (const [who, fact] of [
    ['clerk', CHECKED],
    ['entryClerk', aFormOut(20_000_00, 5_000_00)],
    ['reviewer', APPROVED],
    ['finance', AGREED],
  ] as const)
    await said(who, fact);
  return { transferId, readTransfer };
}
