/** A posting may hold several letters; a number that is known is a question, never a failure and never a guess. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { receiveScans } from '../../../db/courier/scans.ts';
import { listLettersOf } from '../../../db/letters/list.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { testKeyring } from '../../builders/office.ts';
import { anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { openStepOf } from '../../builders/ledger-rows.ts';

const { url: databaseUrl, db, office } = await ownOffice();
beforeAll(async () => {
  await standClockAt(db, '2026-03-11T10:00:00+08:00');
  await db.insertInto('counterparts').values({ area_code: '320000', name: '另一社保中心', channel: 'ems' }).execute();
});

let number = 4_500_000_000_000;
const aWaybill = () => String(++number);

async function eligible(counterpartAreaCode = '310000') {
  const occurredAt = new Date('2026-03-02T09:00:00+08:00');
  const id = await anAcceptedTransfer(db, office, { occurredAt, counterpartAreaCode });
  const the = walk(db, office, id);
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  return { id, the };
}
const letter = (waybill: string, postedOn: string, more: object = {}) =>
  ({ kind: 'letterSent', channel: 'ems', waybill, postedOn, ...more }) as const;
const courierSays = (waybill: string, code: string) =>
  receiveScans(db, testKeyring, {
    officeId: office.officeId,
    source: 'webhook',
    scans: [{ waybill, scannedAt: new Date('2026-03-09T15:00:00+08:00'), code, text: '' }],
  });
const stepOf = async (id: string) => (await openStepOf(db, id))?.step;

test.each([
  ['on the same day', '2026-03-05'],
  ['on the next day', '2026-03-06'],
  ['with a day that was noted late', '2026-03-04'],
])('a number known with another person asks %s, and both are settled by one scan', async (_name, postedOn) => {
  const waybill = aWaybill();
  const [first, second] = [await eligible(), await eligible()];
  await first.the.say('letterClerk', letter(waybill, '2026-03-05'));
  const { case_no: caseNo } = await db
    .selectFrom('transfers')
    .innerJoin('cases', 'cases.id', 'transfers.case_id')
    .select('case_no')
    .where('transfers.id', '=', first.id)
    .executeTakeFirstOrThrow();
  await expect(second.the.say('letterClerk', letter(waybill, postedOn))).rejects.toMatchObject({
    refusal: 'waybill-known',
    extra: { transferId: first.id, caseNo, postedOn: '2026-03-05', mayBeSame: true },
  });
  await second.the.say('letterClerk', letter(waybill, postedOn, { sameEnvelope: true }));
  await courierSays(waybill, '704');
  for (const { id } of [first, second]) {
    expect(await listLettersOf(db, testKeyring, id)).toMatchObject([
      { waybill, postedOn: '2026-03-05', state: 'delivered', scans: [{ code: '704' }] },
    ]);
    expect(await stepOf(id)).toBe('formAndFunds');
  }
});

test('a letter that is recorded after its envelope was scanned is settled too', async () => {
  const waybill = aWaybill();
  const [first, second] = [await eligible(), await eligible()];
  await first.the.say('letterClerk', letter(waybill, '2026-03-05'));
  await courierSays(waybill, '704');
  await second.the.say('letterClerk', letter(waybill, '2026-03-05', { sameEnvelope: true }));
  expect(await stepOf(second.id)).toBe('formAndFunds');
});

test('an envelope goes to one office, holds one letter of a case, and left after the case was accepted', async () => {
  const waybill = aWaybill();
  const first = await eligible();
  await first.the.say('letterClerk', letter(waybill, '2026-03-05'));
  const same = { sameEnvelope: true };
  const elsewhere = await eligible('320000');
  const asks = { refusal: 'waybill-known', extra: { mayBeSame: false } };
  await expect(elsewhere.the.say('letterClerk', letter(waybill, '2026-03-05', same))).rejects.toMatchObject(asks);
  await expect(first.the.say('letterClerk', letter(waybill, '2026-03-06', same))).rejects.toMatchObject(asks);
  const later = await anAcceptedTransfer(db, office, { occurredAt: new Date('2026-03-09T09:00:00+08:00') });
  const the = walk(db, office, later);
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await expect(the.say('letterClerk', letter(waybill, '2026-03-10', same))).rejects.toMatchObject({
    defects: [{ field: 'waybill', code: 'beforeAcceptance' }],
  });
});

test('two clerks who type one number at the same instant: one is asked', async () => {
  const waybill = aWaybill();
  const both = [await eligible(), await eligible()];
  const answers = await Promise.allSettled(
    both.map(({ the }) => the.say('letterClerk', letter(waybill, '2026-03-05'))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { refusal: 'waybill-known' } });
  await sql`update outbox set sent_at = clock_timestamp()`.execute(db);
  const found = await checkInvariants({ databaseUrl });
  expect(found.filter(({ invariant }) => invariant !== 'deadline-armed')).toEqual([]);
});
