/** Money that leaves again: finance has work at once, and nothing of it is booked. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { decideMatch } from '../../../db/credits/decide.ts';
import { readMoneyBoard } from '../../../db/metrics/money-board.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { bankRow } from '../../builders/bank-files.ts';
import { stepsOf, transferOf } from '../../builders/imports.ts';
import { testKeyring } from '../../builders/office.ts';
import type { Entry } from '../../builders/statements.ts';
import { walk } from '../../builders/walk.ts';
import { ref, takingStatements, type Person } from './taking-statements.ts';

const { url: databaseUrl, db, office, awaits, take, takeXml, statesOf, personOf } = await takingStatements();

const tasksOf = async (serial: string) => {
  const { rows } = await sql<{
    kind: string;
    transfer_id: string | null;
    about: Record<string, unknown>;
    role: string;
  }>`
    select tasks.kind, transfer_id, about, username as role from tasks join staff on staff.id = owner_id
    where tasks.kind = 'moneyOut' and about ->> 'serial' = ${serial} and closed_at is null order by transfer_id`.execute(
    db,
  );
  return rows;
};

/** Closes what finance has settled. */
const settle = (serial: string) =>
  sql`update tasks set closed_at = office_now() where kind = 'moneyOut' and about ->> 'serial' = ${serial}`.execute(db);

const partsOf = async (serial: string) => {
  const { rows } = await sql<{ id: string; credit_id: string; state: string; amount_fen: number }>`
    select part.id, credit_id, state, part.amount_fen from credit_parts part join credits on credits.id = credit_id
    where serial = ${serial} order by part.amount_fen`.execute(db);
  return rows;
};

async function toTheBooking(transferId: string) {
  const the = walk(db, office, transferId);
  await the.say('entryClerk', { kind: 'entered' });
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
  return the;
}

const paid = (n: number, yuan: string, memo: string, more: Partial<Entry> = {}): Entry => ({
  ref: ref(n),
  yuan,
  memo,
  ...more,
});
const takenBack = (n: number, yuan: string, memo: string, more: Partial<Entry> = {}): Entry =>
  paid(n, yuan, memo, { mark: 'DBIT', reversal: true, ...more });

describe('a reversal', () => {
  test('of matched money takes it from its transfer, is a task with the sum, and nothing is booked', async () => {
    const [one] = await awaits('1001.00');
    await takeXml([paid(1, '1001.00', `养老转移${one!}`)]);
    const { id } = await transferOf(db, one!);
    expect(await stepsOf(db, id)).toContain('entry 1 open');
    await takeXml([takenBack(2, '1001.00', `冲正 养老转移${one!}`)]);
    expect(await statesOf(one!)).toEqual(['reversed']);
    expect(await tasksOf(ref(2))).toMatchObject([
      { transfer_id: id, role: 'finance', about: { amountFen: 100_100, found: 'reversed', isReversal: true } },
    ]);
    const the = await toTheBooking(id);
    await expect(the.say('accountClerk', { kind: 'booked' })).rejects.toThrow(/finance must settle/);
    await settle(ref(2));
    await expect(the.say('accountClerk', { kind: 'booked' })).rejects.toThrow(/taken money of this transfer back/);
    // It comes again, and this time it stays.
    await takeXml([paid(3, '1001.00', `${one!} 重汇`)]);
    expect((await the.say('accountClerk', { kind: 'booked' })).closed?.outcome).toBe('booked');
    expect(await statesOf(one!)).toEqual(['booked', 'reversed']);
  });

  test('of booked money is a task with the sum; the booking stands', async () => {
    const [one] = await awaits('700.00');
    await takeXml([paid(1, '700.00', one!)]);
    const { id } = await transferOf(db, one!);
    await (await toTheBooking(id)).say('accountClerk', { kind: 'booked' });
    expect((await takeXml([takenBack(2, '700.00', `冲正${one!}`)])).lines).toEqual([
      ['accepted', null, 'reversal', 'debit'],
    ]);
    expect(await statesOf(one!)).toEqual(['booked']);
    expect(await tasksOf(ref(2))).toMatchObject([{ transfer_id: id, about: { amountFen: 70_000, found: 'booked' } }]);
  });

  test('of a share takes that share, and leaves the others', async () => {
    const [one, two] = await awaits('10.00', '20.00');
    await takeXml([paid(1, '30.00', `${one!} ${two!}`)]);
    await takeXml([takenBack(2, '20.00', `退汇 ${two!}`)]);
    expect([await statesOf(one!), await statesOf(two!)]).toEqual([['matched'], ['reversed']]);
  });

  test.each([
    ['several payments of a case at once', ['20.01', '30.02'], '50.03'],
    ['more than was paid', ['71.01'], '72.01'],
  ])('of %s stops the case, and a person says what it takes back', async (_, paidYuan, yuan) => {
    const sum = paidYuan.reduce((total, one) => total + Number(one), 0).toFixed(2);
    const [one] = await awaits(sum);
    await takeXml(paidYuan.map((part, index) => paid(index + 1, part, `${one!} 部分`)));
    await takeXml([takenBack(9, yuan, `冲正${one!}`)]);
    const { id } = await transferOf(db, one!);
    expect(await statesOf(one!)).toEqual(paidYuan.map(() => 'matched'));
    expect(await tasksOf(ref(9))).toMatchObject([{ transfer_id: id, about: { found: 'severalCandidates' } }]);
    await expect((await toTheBooking(id)).say('accountClerk', { kind: 'booked' })).rejects.toThrow(
      /finance must settle/,
    );
  });

  test.each([
    ['the name', ['91.01', '92.01'], '183.02', ({ name }: Person) => `冲正${name}养老转移`],
    ['the ID number', ['93.01', '94.01'], '187.02', ({ idNumber }: Person) => `冲正 ${idNumber}`],
  ])('that has only %s of a person stops his case where no payment has that sum', async (_, paidYuan, yuan, memo) => {
    const [one] = await awaits(yuan);
    await takeXml(paidYuan.map((part, index) => paid(index + 1, part, `${one!} 部分`)));
    const { id } = await transferOf(db, one!);
    await takeXml([takenBack(9, yuan, memo(await personOf(one!)), { payer: '样例银行' })]);
    expect(await statesOf(one!)).toEqual(['matched', 'matched']);
    expect((await tasksOf(ref(9))).map(({ transfer_id: of }) => of)).toContain(id);
  });

  test('is known by its reference, by who paid, and by a red amount', async () => {
    await take([
      bankRow({ serial: ref(1), yuan: '301.00', memo: '来账' }),
      bankRow({ serial: ref(1), yuan: '301.00', memo: '冲正', mark: '借' }),
    ]);
    expect(await partsOf(ref(1))).toMatchObject([{ state: 'reversed' }]);
    await take([bankRow({ serial: ref(2), yuan: '302.00', memo: '来账', payer: '样例县中心' })]);
    await take(
      [bankRow({ serial: ref(3), yuan: '-302.00', memo: '', payer: '样例县中心' })].map((row) => ({
        ...row,
        附言: '红字',
      })),
    );
    expect(await partsOf(ref(2))).toMatchObject([{ state: 'reversed' }]);
  });

  test('that may mean either of two stops both, and a person says which', async () => {
    const [one, two] = await awaits('55.00', '55.00');
    await takeXml([paid(1, '55.00', one!), paid(2, '55.00', two!)]);
    await takeXml([takenBack(3, '55.00', '冲正')]);
    expect([await statesOf(one!), await statesOf(two!)]).toEqual([['matched'], ['matched']]);
    const tasks = await tasksOf(ref(3));
    expect(tasks.map(({ about }) => about['found'])).toEqual(['severalCandidates', 'severalCandidates']);
    const the = await toTheBooking((await transferOf(db, one!)).id);
    await expect(the.say('accountClerk', { kind: 'booked' })).rejects.toThrow(/finance must settle/);
    const [part] = await partsOf(ref(2));
    const said = {
      officeId: office.officeId,
      creditId: part!.credit_id,
      partId: part!.id,
      byStaffId: office.staff.finance,
      bodyHash: Buffer.from('x'),
    };
    const entryId = tasks[0]!.about['entryId'] as string;
    await decideMatch(db, testKeyring, { ...said, decision: 'reverse', entryId, idempotencyKey: `${ref(3)}-1` });
    expect([await statesOf(one!), await statesOf(two!)]).toEqual([['matched'], ['reversed']]);
    await settle(ref(3));
    expect((await the.say('accountClerk', { kind: 'booked' })).closed?.outcome).toBe('booked');
    // It was the other one after all: back to suspense, and the debit is free again.
    await decideMatch(db, testKeyring, { ...said, decision: 'reject', idempotencyKey: `${ref(3)}-2` });
    expect(await partsOf(ref(2))).toMatchObject([{ state: 'suspense' }]);
  });

  test('that comes before its credit waits for it', async () => {
    const [one] = await awaits('66.00');
    await takeXml([takenBack(2, '66.00', `冲正${one!}`)]);
    expect((await takeXml([paid(1, '66.00', one!)])).lines).toEqual([['accepted', 'suspense']]);
    expect(await statesOf(one!)).toEqual([]);
    expect(await partsOf(ref(1))).toMatchObject([{ state: 'reversed' }]);
  });

  test('that names another case than the money that is like it stops both cases, and takes nothing', async () => {
    const [one, two] = await awaits('81.00', '80.00');
    await takeXml([paid(1, '81.00', one!), paid(2, '80.00', two!)]);
    await takeXml([takenBack(3, '81.00', `冲正${two!}`)]);
    expect([await statesOf(one!), await statesOf(two!)]).toEqual([['matched'], ['matched']]);
    const ids = await Promise.all([one!, two!].map(async (caseNo) => (await transferOf(db, caseNo)).id));
    const tasks = await tasksOf(ref(3));
    expect(tasks.map(({ transfer_id: id, about }) => [id, about['found']])).toEqual(
      ids.sort().map((id) => [id, 'severalCandidates']),
    );
  });

  test('that names a case without money takes none of another', async () => {
    const [one, two] = await awaits('83.00', '84.00');
    await takeXml([paid(1, '83.00', one!)]);
    await takeXml([takenBack(1, '83.00', `冲正${two!}`)]);
    expect(await statesOf(one!)).toEqual(['matched']);
    expect(await tasksOf(ref(1))).toMatchObject([
      { transfer_id: (await transferOf(db, one!)).id, about: { found: 'severalCandidates' } },
    ]);
  });

  test('that names a number of the bank’s own takes what is like it', async () => {
    const [one] = await awaits('85.00');
    await takeXml([paid(1, '85.00', one!)]);
    await takeXml([takenBack(2, '85.00', '冲正 YW20261126001')]);
    expect(await statesOf(one!)).toEqual(['reversed']);
  });

  test.each([
    ['names none', '86.00', () => '冲正'],
    ['names another', '88.00', (two: string) => `冲正${two}`],
  ])('that waits and %s asks about a later credit that names a case, and takes nothing', async (_, yuan, memo) => {
    const payer = `样例${yuan}中心`;
    const [one, two] = await awaits(yuan, '87.00');
    await takeXml([takenBack(1, yuan, memo(two!), { payer })]);
    await takeXml([paid(2, yuan, one!, { payer })]);
    expect(await partsOf(ref(2))).toMatchObject([{ state: 'suspense' }]);
    expect(await tasksOf(ref(1))).toMatchObject([{ about: { found: 'nothing' } }]);
  });

  test('of our own payment is money that waits for a person', async () => {
    const [one] = await awaits('67.00');
    expect((await takeXml([paid(1, '67.00', one!, { reversal: true })])).lines).toEqual([
      ['accepted', 'suspense', 'reversal'],
    ]);
    expect(await statesOf(one!)).toEqual([]);
  });
});

test('a debit that takes nothing back is finance’s work, and touches no money of that amount', async () => {
  const [one] = await awaits('15.00');
  await takeXml([paid(1, '15.00', one!)]);
  await takeXml([paid(2, '15.00', '手续费', { mark: 'DBIT', payer: '样例银行' })]);
  expect(await statesOf(one!)).toEqual(['matched']);
  expect(await tasksOf(ref(2))).toMatchObject([
    { transfer_id: null, role: 'finance', about: { found: 'nothing', amountFen: 1500 } },
  ]);
});

test('the board counts what was taken back, and every promise of the ledger holds', async () => {
  const board = await readMoneyBoard(db, office.officeId);
  expect([board.conserved, board.reversedFen > 0]).toEqual([true, true]);
  expect(await checkInvariants({ databaseUrl })).toEqual([]);
});
