/** Money about which a person must decide, as finance reads it: oldest first, why, for whom, and what of it waits for a second person. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiveCredit } from '../../db/credits/receive.ts';
import { receiveMoneyOut } from '../../db/credits/money-out.ts';
import { testKeyring } from '../builders/office.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aForm, aResidentId, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { letterArrives, sendLetter } from '../builders/posted-letter.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let finance: Caller;
let transferId: string;
let caseNo: string;

const pays = (serial: string, bookedOn: string, amountFen: number, memo: string) =>
  api.db.transaction().execute((tx) =>
    receiveCredit(tx, testKeyring, {
      officeId: api.office.officeId,
      account: '1',
      serial,
      bookedOn,
      amountFen,
      memo,
      payerName: '某单位',
      payerAccount: '01',
    }),
  );
const waiting = async (question = '') => (await finance.get(`/credits/waiting?limit=50${question}`)).body.items;
const serials = async (question = '') =>
  (await waiting(question)).map(({ credit }: { credit: { serial: string } }) => credit.serial);

beforeAll(async () => {
  api = await startApi();
  finance = await api.as('finance');
  await standClockAt(api.db, '2026-11-26T10:00:00+08:00');
  transferId = await anAcceptedTransfer(api.db, api.office, { person: { name: '戊子辰', idNumber: aResidentId() } });
  caseNo = (await finance.get(`/transfers/${transferId}`)).body.caseNo as string;
  const the = walk(api.db, api.office, transferId);
  await sendLetter(the);
  await letterArrives(the);
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(100_00) });
  await pays('W2', '2026-11-24', 95_00, caseNo);
  await pays('W1', '2026-11-20', 7_00, '看不懂');
  await pays('W3', '2026-11-25', 8_00, '看不懂');
});
afterAll(() => api.stop());

test('it comes oldest first, page by page, each with its case and why', async () => {
  expect(await serials()).toEqual(['W1', 'W2', 'W3']);
  const { items, next } = (await finance.get('/credits/waiting?limit=2')).body;
  expect(items).toHaveLength(2);
  expect((await finance.get(`/credits/waiting?limit=2&cursor=${next as string}`)).body).toMatchObject({
    items: [{ credit: { serial: 'W3' } }],
    next: null,
  });
  expect(await waiting('&state=proposed')).toMatchObject([
    {
      credit: {
        payerName: '某单位',
        verdict: 'amountDiffers',
        explanation: {
          key: 'caseNumber',
          reasons: ['shortNotMarked'],
          cases: [{ caseNo, transferId }],
          hints: [],
          differenceFen: -5_00,
        },
      },
      part: { state: 'proposed', transferId, amountFen: 95_00, reason: 'F03' },
      returning: null,
    },
  ]);
});

test('it is found by its owner, its transfer, and itself', async () => {
  const [first] = await waiting();
  expect(await serials(`&partId=${first.part.id as string}`)).toEqual(['W1']);
  expect(await serials(`&transferId=${transferId}`)).toEqual(['W2']);
  expect(await serials(`&ownerId=${first.part.owner.id as string}`)).toContain('W1');
  expect(await serials(`&ownerId=${api.office.staff.clerk}`)).toEqual([]);
});

test('what goes back says who has proposed it, until another has decided', async () => {
  const [{ credit, part }] = await waiting();
  const proposed = await finance.post(`/credits/${credit.id}/return`, { partId: part.id, reasonCode: 'F07' }, aKey());
  expect(proposed.status).toBe(202);
  expect((await waiting(`&partId=${part.id as string}`))[0].returning).toMatchObject({
    approvalId: proposed.body.id,
    proposedBy: { id: api.office.staff.finance },
    until: proposed.body.until,
  });
  await (await api.as('manager')).post(`/approvals/${proposed.body.id as string}/confirmation`);
  expect(await serials()).toEqual(['W2', 'W3']);
});

test('part of it is given to its case, and the rest waits as the same part', async () => {
  const [{ credit, part }] = await waiting('&state=suspense');
  const decision = { partId: part.id, decision: 'match', transferId, amountFen: 3_00 };
  expect((await finance.post(`/credits/${credit.id}/matches`, decision, aKey())).status).toBe(201);
  expect((await waiting(`&partId=${part.id as string}`))[0].part).toMatchObject({ id: part.id, amountFen: 5_00 });
});

test('a debit leads to what it may have taken', async () => {
  await pays('T1', '2026-11-20', 55_00, '来账');
  await pays('T2', '2026-11-20', 55_00, '来账');
  await api.db.transaction().execute((tx) =>
    receiveMoneyOut(tx, testKeyring, {
      officeId: api.office.officeId,
      account: '1',
      direction: 'debit',
      serial: 'D1',
      twin: 1,
      bookedOn: '2026-11-25',
      amountFen: 55_00,
      payerName: '某单位',
      payerAccount: '',
      memo: '冲正',
      isReversal: true,
    }),
  );
  const [debit] = (await finance.get('/debits')).body.items;
  expect((await finance.get(`/debits?entryId=${debit.id as string}`)).body.items).toMatchObject([{ serial: 'D1' }]);
  expect((await finance.get(`/debits?entryId=${crypto.randomUUID()}`)).body.items).toEqual([]);
  const { items } = (await finance.get(`/credits?entryId=${debit.id as string}`)).body;
  const found = items.map(({ serial }: { serial: string }) => serial).sort();
  expect(found).toEqual(['T1', 'T2']);
  expect((await finance.get(`/credits?entryId=${crypto.randomUUID()}`)).body.items).toEqual([]);
});

test('a credit is read that says nothing of why, or what only a later release has words for', async () => {
  const explain = async (serial: string, explanation: object) => {
    await api.db
      .updateTable('credits')
      .set({ explanation: JSON.stringify(explanation) })
      .where('serial', '=', serial)
      .execute();
    const { status, body } = await finance.get(`/credits?serial=${serial}`);
    return status === 200 ? body.items[0].explanation : body;
  };
  await pays('X1', '2026-11-26', 100, '往来款');
  const nothing = { key: 'none', reasons: [], cases: [], hints: [], differenceFen: null };
  expect(await explain('X1', {})).toEqual(nothing);
  const later = { key: 'byStars', reasons: ['starsAgree', 'nobodyNamed'], cases: [], hints: [], moon: 'full' };
  expect(await explain('X1', later)).toEqual({ ...nothing, reasons: ['nobodyNamed'] });
});
