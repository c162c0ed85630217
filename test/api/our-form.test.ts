/** Our info form of a transfer-out, from the rows of contributions: computed, signed by two, printed with its rows, replaced after a dispute. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from '../../invariants/check.ts';
import { aYear } from '../builders/contributions.ts';
import { AGREED, aFormOut, APPROVED, aTransferOut, CHECKED, outHand, SENT } from '../builders/letters-in.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';
import { textOf } from '../support/pdf.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  await standClockAt(api.db, '2026-01-06T10:00:00+08:00');
});
afterAll(async () => {
  const found = await checkInvariants({ databaseUrl: api.databaseUrl });
  expect(found.filter(({ invariant }) => invariant !== 'outbox-drained')).toEqual([]);
  await api.stop();
});

const TRANSFERRED_ON = '2026-01-06';
const plain = ({ interestFen, ...row }: ReturnType<typeof aYear>) =>
  interestFen === null ? row : { ...row, interestFen };
const enter = (id: string, rows: readonly ReturnType<typeof aYear>[]) =>
  clerk.post(`/transfers/${id}/contributions`, { rows: rows.map(plain) });

/** As the clerk sees it before it is signed. */
async function computed(id: string) {
  const { form } = (await clerk.get(`/transfers/${id}/contributions?transferredOn=${TRANSFERRED_ON}`)).body;
  const { accountTotalFen, pooledFundFen, totalFen } = form;
  return {
    kind: 'infoFormIssued',
    formNo: 'XX-7',
    accountTotalFen,
    pooledFundFen,
    totalFen,
    fromContributions: { transferredOn: TRANSFERRED_ON },
  };
}

async function withRows(...rows: ReturnType<typeof aYear>[]): Promise<string> {
  const id = await aTransferOut(api);
  expect((await enter(id, rows)).status).toBe(200);
  await outHand(api, id).said('clerk', CHECKED);
  return id;
}

const paper = async (id: string, kind: string, more: object = {}): Promise<string> => {
  const made = await clerk.post(`/transfers/${id}/documents`, { kind, ...more }, aKey());
  expect([kind, made.status, made.body.detail]).toEqual([kind, 201, undefined]);
  return textOf((await clerk.bytes(`/documents/${made.body.id as string}/file`)).body);
};

test('is the one that follows from the rows, kept with them, and printed as ours', async () => {
  const id = await withRows(aYear(2023, { interestFen: 20_644 }), aYear(2024, { toMonth: '202405' }));
  const the = outHand(api, id);
  const issued = await computed(id);
  expect(await the.said('entryClerk', issued)).toBe('formReview');

  const read = await the.read();

  expect(read.infoForms).toMatchObject([
    { state: 'issued', formNo: 'XX-7', transferredOn: TRANSFERRED_ON, totalFen: issued.totalFen },
  ]);
  // Nothing that we ourselves would send back.
  expect(read.infoForms[0].flags.filter(({ severity }: { severity: string }) => severity === 'defect')).toEqual([]);
  expect(read.infoForms[0].years.map(({ fromMonth }: { fromMonth: string }) => fromMonth)).toContain('202301');
  expect(read.answer).toEqual({
    formNo: 'XX-7',
    accountTotalFen: issued.accountTotalFen,
    pooledFundFen: issued.pooledFundFen,
    totalFen: issued.totalFen,
    sentFen: 0,
    dueFen: issued.totalFen,
  });
  const text = await paper(id, 'infoForm');
  for (const part of ['本表由本机构依据参保缴费记录出具', '样例市社会保险中心（区划310000）', 'XX-7', '2023-01'])
    expect(text).toContain(part);
  expect(text).not.toContain('收到）登记');
});

test('is refused where the rows say something else than what was seen, or nothing', async () => {
  const id = await withRows(aYear(2023, { interestFen: 20_644 }));
  const seen = await computed(id);
  await enter(id, [aYear(2024)]);
  const stale = await outHand(api, id).say('entryClerk', seen);
  expect([stale.status, fieldsOf(stale)]).toEqual([
    422,
    ['accountTotalFen: rowsDiffer', 'pooledFundFen: rowsDiffer', 'totalFen: rowsDiffer'],
  ]);
  const ahead = { ...(await computed(id)), fromContributions: { transferredOn: '2026-01-07' } };
  expect(fieldsOf(await outHand(api, id).say('entryClerk', ahead))).toEqual([
    'fromContributions.transferredOn: future',
  ]);
  const bare = await aTransferOut(api);
  await outHand(api, bare).said('clerk', CHECKED);
  const none = { ...aFormOut(), fromContributions: { transferredOn: TRANSFERRED_ON } };
  expect(fieldsOf(await outHand(api, bare).say('entryClerk', none))).toEqual(['fromContributions: noForm']);
});

test('is replaced by the corrected one after a dispute; what has left is counted on', async () => {
  const id = await withRows(aYear(2023, { interestFen: 20_644 }));
  const the = outHand(api, id);
  const first = await computed(id);
  await the.said('entryClerk', first);
  await the.said('reviewer', APPROVED);
  await the.said('finance', AGREED);
  await the.said('finance', { kind: 'fundSent', amountFen: first.totalFen });
  await the.said('letterClerk', SENT);
  await the.said('clerk', { kind: 'disputeReceived', reasonCode: 'F03' });
  await enter(id, [aYear(2024)]);
  const second = await computed(id);
  expect(await the.said('entryClerk', second)).toBe('formReview');
  const { infoForms, answer } = await the.read();
  expect(infoForms.map(({ state }: { state: string }) => state)).toEqual(['superseded', 'issued']);
  expect(answer).toMatchObject({ sentFen: first.totalFen, dueFen: second.totalFen - first.totalFen });
});

test('has its three lines alone where the core system has told nothing, and no paper with rows', async () => {
  const the = outHand(api, await aTransferOut(api));
  await the.said('clerk', CHECKED);
  await the.said('entryClerk', aFormOut());
  const { id, infoForms, answer } = await the.read();
  expect(infoForms).toEqual([]);
  expect(answer).toMatchObject({ totalFen: 25_000_00, dueFen: 25_000_00 });
  const made = await clerk.post(`/transfers/${id as string}/documents`, { kind: 'infoForm' }, aKey());
  expect(made.body.type).toBe('/problems/not-due');
});

test('what goes with it is printed too: slip, notice of what stays, and a letter that goes back', async () => {
  const id = await aTransferOut(api, { letterNo: '沪转-88' });
  const the = outHand(api, id);
  const threeYearsAtOnce = aYear(2023, { nature: 'lumpSum', paidOn: '2023-12-20' });
  const more = [2021, 2022].map((year) => aYear(year, { nature: 'lumpSum', paidOn: '2023-12-20' }));
  expect((await enter(id, [...more, threeYearsAtOnce, aYear(2024)])).status).toBe(200);
  await the.said('clerk', { ...CHECKED, reasonCode: 'L09' });
  const notice = await paper(id, 'untransferableNotice');
  for (const part of ['一次性缴费超3年缺文书', '2023年12月20日', '36', '缺少相关文书']) expect(notice).toContain(part);
  const issued = await computed(id);
  await the.said('entryClerk', issued);
  await the.said('reviewer', APPROVED);
  const slip = await paper(id, 'remittanceSlip');
  for (const part of ['沪转-88', 'XX-7', '本次划转']) expect(slip).toContain(part);
  expect(slip).not.toContain('划转日期');
  await the.said('finance', AGREED);
  await the.said('finance', { kind: 'fundSent', amountFen: issued.totalFen });
  const afterwards = await paper(id, 'remittanceSlip', { anew: true });
  for (const part of ['划转日期', '-HK', '第2版']) expect(afterwards).toContain(part);

  await api.db.updateTable('counterparts').set({ address: '样例路1号' }).where('area_code', '=', '310000').execute();
  const back = await aTransferOut(api, { letterNo: '沪转-89' });
  const early = await clerk.post(`/transfers/${back}/documents`, { kind: 'letterReturn' }, aKey());
  expect(early.body.type).toBe('/problems/not-due');
  await outHand(api, back).said('clerk', { kind: 'letterSentBack', reasonCode: 'L01', note: '请核对身份证号' });
  const returned = await paper(back, 'letterReturn');
  for (const part of ['沪转-89', '查无此人', '请核对身份证号', '样例市社会保险中心：'])
    expect(returned).toContain(part);
});

test('counts in the monthly sheet as what moved, once the relation here has ended', async () => {
  const id = await withRows(aYear(2023, { interestFen: 20_644 }));
  const the = outHand(api, id);
  const issued = await computed(id);
  const manager = await api.as('manager');
  const sheet = async () =>
    (await manager.get('/metrics/month-sheet?direction=out&from=2026-01-01&to=2026-01-31')).body as {
      accountFen: number;
      pooledFen: number;
    };
  const before = await sheet();
  await the.said('entryClerk', issued);
  await the.said('reviewer', APPROVED);
  await the.said('finance', AGREED);
  await the.said('finance', { kind: 'fundSent', amountFen: issued.totalFen });
  await the.said('letterClerk', SENT);
  expect((await sheet()).accountFen).toBe(before.accountFen);
  expect(await the.said('clerk', { kind: 'relationEnded' })).toBeNull();
  expect(await sheet()).toMatchObject({
    accountFen: before.accountFen + issued.accountTotalFen,
    pooledFen: before.pooledFen + issued.pooledFundFen,
  });
});
