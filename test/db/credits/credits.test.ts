import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listCredits } from '../../../db/credits/list.ts';
import { receiveCredit, type NewCredit } from '../../../db/credits/receive.ts';
import { testKeyring } from '../../builders/office.ts';
import { aForm, aResidentId, anAcceptedTransfer, walk, type Walk } from '../../builders/walk.ts';
import { letterArrives, sendLetter } from '../../builders/posted-letter.ts';
import { ownOffice } from '../../support/own-office.ts';

const { db, office } = await ownOffice();

let serial = 0;
function pays(amountFen: number, memo: string, change: Partial<NewCredit> = {}) {
  const credit = {
    officeId: office.officeId,
    serial: `S${String(++serial)}`,
    bookedOn: '2026-01-05',
    amountFen,
    memo,
    payerName: '某付款单位',
    payerAccount: '0200',
    ...change,
  };
  return db.transaction().execute((tx) => receiveCredit(tx, testKeyring, credit));
}

interface Waiting {
  readonly id: string;
  readonly caseNo: string;
  readonly idNumber: string;
  readonly the: Walk;
}

/** A transfer whose letter has arrived; with a total its info form is in too. */
async function waits(name: string, totalFen?: number, idNumber = aResidentId()): Promise<Waiting> {
  const id = await anAcceptedTransfer(db, office, { person: { name, idNumber } });
  const the = walk(db, office, id);
  await sendLetter(the);
  await letterArrives(the);
  if (totalFen !== undefined) await the.say('clerk', { kind: 'infoFormReceived', form: aForm(totalFen) });
  const row = await db
    .selectFrom('cases')
    .innerJoin('transfers', 'transfers.case_id', 'cases.id')
    .select('case_no')
    .where('transfers.id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, caseNo: row.case_no, idNumber, the };
}

async function partsOf(creditId: string) {
  return db
    .selectFrom('credit_parts')
    .select(['amount_fen', 'state', 'reason', 'transfer_id', 'owner_id'])
    .where('credit_id', '=', creditId)
    .orderBy('amount_fen')
    .execute();
}

const openStep = async (id: string) =>
  (
    await db
      .selectFrom('steps')
      .select('outcome')
      .where('transfer_id', '=', id)
      .where('step', '=', 'formAndFunds')
      .executeTakeFirst()
  )?.outcome;

const tasksAbout = (creditId: string) =>
  db
    .selectFrom('tasks')
    .selectAll()
    .where('kind', '=', 'suspense')
    .where('closed_at', 'is', null)
    .where(sql<string>`about ->> 'creditId'`, '=', creditId)
    .execute();

test('the case number and the right amount complete the transfer', async () => {
  const { id, caseNo } = await waits('甲子丑', 100_00);
  const credit = await pays(100_00, `养老保险关系转移${caseNo}`);
  expect(credit).toMatchObject({ isNew: true, verdict: 'match', caseNos: [caseNo] });
  expect(await partsOf(credit.creditId)).toMatchObject([
    { state: 'matched', transfer_id: id, owner_id: office.staff.clerk },
  ]);
  expect(await openStep(id)).toBe('agreed');
});

test('the full ID number, or the name with its last six, names the transfer whoever pays', async () => {
  const one = await waits('甲子寅', 200_00);
  const other = await waits('甲子卯', 300_00);
  expect((await pays(200_00, `转移 ${one.idNumber}`)).verdict).toBe('match');
  expect((await pays(300_00, `转移基金-甲子卯-${other.idNumber.slice(-6)}`)).caseNos).toEqual([other.caseNo]);
});

test('a part that says so is matched, and the rest completes', async () => {
  const { id, caseNo } = await waits('甲子辰', 500_00);
  expect((await pays(200_00, `${caseNo} 个人账户`)).verdict).toBe('part');
  expect(await openStep(id)).toBeNull();
  expect((await pays(300_00, `${caseNo} 统筹`)).verdict).toBe('match');
  expect(await openStep(id)).toBe('agreed');
});

test('one payment for several named cases is split when the sum agrees, and waits in suspense when not', async () => {
  const [a, b] = [await waits('甲子巳', 10_00), await waits('甲子午', 20_00)];
  const wrong = await pays(31_00, `${a.caseNo} ${b.caseNo}`);
  expect(wrong).toMatchObject({ verdict: 'amountDiffers', caseNos: [a.caseNo, b.caseNo] });
  expect(await partsOf(wrong.creditId)).toMatchObject([
    { state: 'suspense', reason: 'F03', owner_id: office.staff.finance },
  ]);
  const split = await pays(30_00, `${a.caseNo} ${b.caseNo}`);
  expect(split.verdict).toBe('split');
  expect(await partsOf(split.creditId)).toMatchObject([
    { amount_fen: 10_00, state: 'matched', transfer_id: a.id },
    { amount_fen: 20_00, state: 'matched', transfer_id: b.id },
  ]);
  expect([await openStep(a.id), await openStep(b.id)]).toEqual(['agreed', 'agreed']);
});

test('a wrong amount stops: proposed to its transfer, which goes to finance', async () => {
  const { id, caseNo } = await waits('甲子未', 34_206_44);
  const credit = await pays(34_260_44, `${caseNo} 甲子未`);
  expect(credit.verdict).toBe('amountDiffers');
  expect(await partsOf(credit.creditId)).toMatchObject([
    { state: 'proposed', reason: 'F03', owner_id: office.staff.finance },
  ]);
  expect(await openStep(id)).toBe('differs');
});

test('name and amount are only proposed, and a person is asked', async () => {
  const { id, caseNo } = await waits('甲子申', 77_00);
  const credit = await pays(77_00, '养老转移 甲子申');
  expect(credit).toMatchObject({ verdict: 'propose', caseNos: [caseNo] });
  expect(await partsOf(credit.creditId)).toMatchObject([
    { state: 'proposed', reason: 'nameAndAmount', transfer_id: id },
  ]);
  expect(await openStep(id)).toBeNull();
  expect(await tasksAbout(credit.creditId)).toMatchObject([{ owner_id: office.staff.finance }]);
});

test('a second full payment is in suspense to go back, before the booking and after it', async () => {
  const { id, caseNo, the } = await waits('甲子酉', 55_00);
  await pays(55_00, caseNo);
  const again = await pays(55_00, caseNo);
  expect(again).toMatchObject({ verdict: 'paidTwice', caseNos: [caseNo] });
  expect(await partsOf(again.creditId)).toMatchObject([{ state: 'suspense', reason: 'F06', transfer_id: id }]);
  await the.open('entry');
  await the.say('entryClerk', { kind: 'entered' });
  await the.open('secondReview');
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
  await the.open('booking');
  await the.say('accountClerk', { kind: 'booked' });
  expect((await pays(55_00, caseNo)).verdict).toBe('paidTwice');
  const booked = await db.selectFrom('bookings').select('amount_fen').where('transfer_id', '=', id).executeTakeFirst();
  expect(booked?.amount_fen).toBe(55_00);
});

test('amount and area alone are a hint and nothing more', async () => {
  const { caseNo } = await waits('甲子戌', 99_00);
  const credit = await pays(99_00, '养老保险转移', { payerName: '样例市社会保险中心' });
  expect(credit).toMatchObject({ verdict: 'suspense', caseNos: [] });
  const filter = { officeId: office.officeId, verdict: 'suspense' } as const;
  const shown = (await listCredits(db, testKeyring, filter, { limit: 50 })).items.find(
    ({ id }) => id === credit.creditId,
  );
  expect(shown?.explanation).toMatchObject({ hints: [{ caseNo }] });
  expect(shown?.parts).toMatchObject([{ state: 'suspense', owner: { displayName: 'finance' } }]);
  expect(await tasksAbout(credit.creditId)).toHaveLength(1);
});

test('money before the form waits with its transfer, and is matched when the form agrees', async () => {
  const { id, caseNo, the } = await waits('甲子亥');
  const credit = await pays(42_00, caseNo);
  expect(credit.caseNos).toEqual([caseNo]);
  expect(await partsOf(credit.creditId)).toMatchObject([{ state: 'proposed', reason: 'F02', transfer_id: id }]);
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm(42_00) });
  expect(await partsOf(credit.creditId)).toMatchObject([{ state: 'matched' }]);
  expect(await openStep(id)).toBe('agreed');
});

test('money for a transfer that has ended belongs to nobody: it goes back', async () => {
  const { caseNo, the } = await waits('乙子丑', 42_00);
  await the.say('manager', { kind: 'closedWithoutTransfer', reasonCode: 'L06' });
  const late = await pays(42_00, caseNo);
  expect(late.verdict).toBe('suspense');
  expect(await partsOf(late.creditId)).toMatchObject([{ state: 'suspense', reason: 'F07', transfer_id: null }]);
});

test('a serial number is the same money whenever it comes', async () => {
  const { caseNo } = await waits('乙子寅', 12_00);
  const first = await pays(12_00, caseNo, { serial: 'SAME' });
  const again = await pays(12_00, caseNo, { serial: 'SAME' });
  expect(again).toEqual({ ...first, isNew: false });
  expect(await db.selectFrom('credits').select('id').where('serial', '=', 'SAME').execute()).toHaveLength(1);
});

test('payer, account and memo are sealed, and the explanation names nobody', async () => {
  const { caseNo } = await waits('乙子卯', 12_00);
  const { creditId } = await pays(12_00, `乙子卯 ${caseNo}`);
  const row = await db.selectFrom('credits').selectAll().where('id', '=', creditId).executeTakeFirstOrThrow();
  expect(JSON.stringify(row.explanation)).not.toContain('乙子卯');
  expect(testKeyring.openText(row.memo_sealed)).toBe(`乙子卯 ${caseNo}`);
  expect(Buffer.concat([row.payer_sealed!, row.memo_sealed!, row.payer_account_sealed!]).toString('utf8')).not.toMatch(
    /单位|乙子卯/,
  );
});

test('the database refuses parts that do not sum to their credit', async () => {
  const { creditId } = await pays(12_00, '谁也不认识');
  await expect(
    db.updateTable('credit_parts').set({ amount_fen: 11_99 }).where('credit_id', '=', creditId).execute(),
  ).rejects.toThrow(/do not sum/);
});
