/** A debit that the bank has worded otherwise: two people say that it pays a remittance, and then it is the bank's word for it. */
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { confirmApproval } from '../../../db/approvals/confirm.ts';
import { propose } from '../../../db/approvals/propose.ts';
import { listDebits } from '../../../db/credits/debits.ts';
import { listRemittances } from '../../../db/remittances/list.ts';
import type { Refusal } from '../../../domain/errors.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { testKeyring } from '../../builders/office.ts';
import { aPlan, comesBack, isDebited, isSent, referenceOf } from '../../builders/remittances.ts';
import { anAcceptedTransfer } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';

const { url: databaseUrl, db, office } = await ownOffice();
const tools = { keyring: testKeyring, hashPassword: () => Promise.resolve('') };
const { officeId, staff } = office;

/** Every debit is of it. */
const OURS = '622200001111';
let transferId: string;
let id: string;
beforeAll(() => standClockAt(db, '2026-11-25T10:00:00+08:00'));
beforeEach(async () => {
  transferId = await anAcceptedTransfer(db, office);
  id = await aPlan(db, office, { transferId, ourAccount: OURS });
  await isSent(db, office, id);
});

const found = async () =>
  (await listRemittances(db, testKeyring, { officeId, remittanceId: id }, { limit: 1 })).items[0]!;
const debitOf = async (entryId: string) =>
  (await listDebits(db, testKeyring, { officeId, entryId }, { limit: 1 })).items[0]!;
const joins = (entryId: string, proposedBy: string = staff.finance, remittanceId = id) =>
  propose(db, tools, { officeId, kind: 'joinDebit', proposal: { remittanceId, entryId }, proposedBy });
const confirms = (approvalId: string, byStaffId: string = staff.manager) =>
  confirmApproval(db, tools, { officeId, approvalId, byStaffId });
/** Under our reference, to an account that is not the payee's. */
const wordedOtherwise = (change: object = {}) =>
  isDebited(db, office, id, { payerAccount: '999', account: OURS, ...change });
const waitingForLocks = async () =>
  (await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db))
    .rows.length;
const shown = async (approvalId: string) =>
  (await db.selectFrom('approvals').select('changes').where('id', '=', approvalId).executeTakeFirstOrThrow()).changes;

test('confirms it as of the day of the debit, with both names, and nobody is asked about the debit any more', async () => {
  const { entryId, found: was } = await wordedOtherwise();
  expect(was).toBe('remittanceDiffers');
  expect(await debitOf(entryId)).toMatchObject({ state: 'open', remittanceId: id });
  await confirms(await joins(entryId));
  const { moves, ...end } = await found();
  expect(end).toMatchObject({ state: 'confirmed', place: 'counterpart', debitEntryId: entryId });
  expect(moves.at(-1)).toMatchObject({
    entryId,
    by: { displayName: 'finance' },
    confirmedBy: { displayName: 'manager' },
  });
  expect(await debitOf(entryId)).toMatchObject({ state: 'decided', found: 'remitted', remittanceId: id });
  expect(await checkInvariants({ databaseUrl })).toEqual([]);
});

test('takes what bears no reference of ours, where payee and amount are its own', async () => {
  const { entryId } = await wordedOtherwise({ memo: '转账', payerName: '样例市 社会保险中心' });
  await confirms(await joins(entryId));
  expect(await found()).toMatchObject({ state: 'confirmed' });
});

test('shows whoever confirms which references the bank has written', async () => {
  const [reference, { entryId }] = [await referenceOf(db, id), await wordedOtherwise()];
  expect(await shown(await joins(entryId))).toContainEqual({ field: 'reference', was: reference, becomes: reference });
});

test('notes the debit of one that came back before, and its history says by whom', async () => {
  await comesBack(db, office, id);
  const { entryId } = await wordedOtherwise();
  await confirms(await joins(entryId));
  expect(await found()).toMatchObject({ state: 'bounced', debitEntryId: entryId });
  const told = await db
    .selectFrom('events')
    .select(['by_staff_id', 'confirmed_by', 'payload'])
    .where('transfer_id', '=', transferId)
    .where('kind', '=', 'remittanceDebited')
    .execute();
  expect(told).toMatchObject([
    { by_staff_id: staff.finance, confirmed_by: staff.manager, payload: { remittanceId: id, entryId } },
  ]);
  expect(await checkInvariants({ databaseUrl })).toEqual([]);
});

test('is found for one that was paid anew before the bank told of its debit', async () => {
  await comesBack(db, office, id);
  const anew = await aPlan(db, office, { transferId, ourAccount: OURS, replacesId: id });
  const { entryId } = await wordedOtherwise();
  const waiting = async (awaitsDebit: boolean) =>
    (await listRemittances(db, testKeyring, { officeId, transferId, awaitsDebit }, { limit: 9 })).items.map(
      (one) => one.id,
    );
  expect([await waiting(true), await waiting(false)]).toEqual([[id], [anew]]);
  await confirms(await joins(entryId));
  expect(await waiting(true)).toEqual([]);
});

describe('is refused', () => {
  test('where the amount is another, or nothing but the amount is its own', async () => {
    const [more, other] = [
      await wordedOtherwise({ amountFen: 100_01 }),
      await wordedOtherwise({ memo: '货款', payerName: '样例公司' }),
    ];
    await expect(joins(more.entryId)).rejects.toMatchObject({
      refusal: 'amount-mismatch',
      extra: { expectedFen: 100_00, receivedFen: 100_01 },
    });
    await expect(joins(other.entryId)).rejects.toMatchObject({ refusal: 'not-due' });
    await expect(joins(randomUUID())).rejects.toMatchObject({ refusal: 'not-found' });
  });

  test('for what the debit names, where that is another one, of the same payee, amount and account', async () => {
    const twin = await aPlan(db, office, { transferId: await anAcceptedTransfer(db, office), ourAccount: OURS });
    await isSent(db, office, twin);
    const { entryId } = await wordedOtherwise({ memo: `养老转移 ${await referenceOf(db, twin)}` });
    await expect(joins(entryId)).rejects.toMatchObject({ refusal: 'not-due' });
    await confirms(await joins(entryId, staff.finance, twin));
    expect(await found()).toMatchObject({ state: 'sent' });
  });

  test('to who proposed it, to who credits accounts, and once it is paid', async () => {
    const { entryId } = await wordedOtherwise();
    const waiting = await joins(entryId);
    await expect(confirms(waiting, staff.finance)).rejects.toMatchObject({ refusal: 'separation-of-duties' });
    await isDebited(db, office, id);
    await expect(confirms(waiting)).rejects.toMatchObject({ refusal: 'changed-meanwhile' });
    await expect(joins(entryId)).rejects.toMatchObject({ refusal: 'already-decided' });
  });

  test('for a debit that two confirm for two remittances at one moment: the second is told', async () => {
    const another = await aPlan(db, office, { transferId: await anAcceptedTransfer(db, office), ourAccount: OURS });
    await isSent(db, office, another);
    const { entryId } = await wordedOtherwise({ memo: '转账', payerName: '样例市社会保险中心' });
    const waiting = [await joins(entryId), await joins(entryId, staff.finance, another)];
    const both = await db.transaction().execute(async (tx) => {
      await tx.selectFrom('bank_entries').select('id').where('id', '=', entryId).forUpdate().execute();
      const confirmed = Promise.allSettled(waiting.map((approvalId) => confirms(approvalId)));
      await vi.waitFor(async () => expect(await waitingForLocks()).toBe(2), { timeout: 5_000 });
      return { confirmed };
    });
    const ends = (await both.confirmed).map((end) =>
      end.status === 'rejected' ? (end.reason as Refusal).refusal : 'ok',
    );
    expect(ends.sort()).toEqual(['changed-meanwhile', 'ok']);
  });

  test('for a debit that pays another one', async () => {
    const { entryId } = await isDebited(db, office, id);
    const another = await aPlan(db, office, { transferId });
    await isSent(db, office, another);
    await expect(joins(entryId, staff.finance, another)).rejects.toMatchObject({ refusal: 'already-decided' });
  });
});
