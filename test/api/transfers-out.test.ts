/** A transfer-out from the letter that arrives to the end of the relation here, over HTTP. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '../../invariants/check.ts';
import { AGREED, aFormOut, APPROVED, aTransferOut, CHECKED, outHand, SENT } from '../builders/letters-in.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  await standClockAt(api.db, '2026-01-06T10:00:00+08:00');
});
afterAll(async () => {
  // Nothing that was promised is broken by what was done here. Nobody relays.
  const found = await checkInvariants({ databaseUrl: api.databaseUrl });
  expect(found.filter(({ invariant }) => invariant !== 'outbox-drained')).toEqual([]);
  await api.stop();
});

/** Those that are open. */
const tasksOf = async (id: string, kind: string) =>
  (await clerk.get(`/tasks?transferId=${id}&kind=${kind}`)).body.items as {
    id: string;
    dueOn: string;
    closedAt: string | null;
  }[];

async function untilTheRelationEnds(id: string) {
  const the = outHand(api, id);
  expect(await the.said('clerk', CHECKED)).toBe('formIssue');
  expect(await the.said('entryClerk', aFormOut())).toBe('formReview');
  expect(await the.said('reviewer', APPROVED)).toBe('remittanceCheck');
  expect(await the.said('finance', AGREED)).toBe('remitting');
  expect(await the.said('finance', { kind: 'fundSent', amountFen: 25_000_00 })).toBe('formSending');
  expect(await the.said('letterClerk', SENT)).toBe('relationEnd');
  return the;
}

test('goes straight from the letter to the end of the relation, each step with its owner and the day of the law', async () => {
  const id = await aTransferOut(api);
  const begun = await outHand(api, id).read();
  expect(begun).toMatchObject({
    direction: 'out',
    procedure: 'out/employee/2019-94',
    caseNo: expect.stringMatching(/^OT202601\d{5}$/),
    // 15 working days from the arrival.
    openStep: { step: 'letterCheck', dueOn: '2026-01-26', owner: { displayName: 'clerk' } },
  });
  const the = await untilTheRelationEnds(id);
  expect((await the.read()).openStep.dueOn).toBe('2026-01-26');
  expect(await the.said('clerk', { kind: 'relationEnded' })).toBeNull();
  const ended = await the.read();
  expect(ended).toMatchObject({ closing: 'completed', attempts: [{ attempt: 1, ending: 'closed' }] });
  // The other office tells the person: no message leaves here, and nobody owes one.
  const { rows } = await sql<{
    decision: string;
  }>`select decision from notice_decisions where transfer_id = ${id}`.execute(api.db);
  expect(rows).toEqual([{ decision: 'notSent' }]);
  expect(ended.tasks).toEqual([]);
});

test('waits for the arrears, told in writing, and goes on once they are settled', async () => {
  const id = await aTransferOut(api);
  const the = outHand(api, id);
  await the.said('clerk', { kind: 'held', reasonCode: 'L04', reviewOn: '2026-01-20' });
  const [duty] = await tasksOf(id, 'tellPerson');
  expect(duty).toMatchObject({ closedAt: null });
  await the.said('clerk', { kind: 'personTold', taskId: duty!.id, channel: 'letter' });
  expect(await tasksOf(id, 'tellPerson')).toEqual([]);
  await the.said('clerk', { kind: 'resumed' });
  const through = await untilTheRelationEnds(id);
  expect(await through.said('clerk', { kind: 'relationEnded' })).toBeNull();
});

describe('a letter that goes back', () => {
  test('ends the transfer with its reason, at any check before the money', async () => {
    const ids = [await aTransferOut(api), await aTransferOut(api), await aTransferOut(api)] as const;
    const [first, second, third] = ids.map((id) => outHand(api, id));
    expect(await first!.said('clerk', { kind: 'letterSentBack', reasonCode: 'L01' })).toBeNull();
    await second!.said('clerk', CHECKED);
    expect(await second!.said('entryClerk', { kind: 'letterSentBack', reasonCode: 'L11' })).toBeNull();
    await third!.said('clerk', CHECKED);
    await third!.said('entryClerk', aFormOut());
    await third!.said('reviewer', APPROVED);
    expect(await third!.said('finance', { kind: 'letterSentBack', reasonCode: 'L10' })).toBeNull();
    for (const [index, reasonCode] of ['L01', 'L11', 'L10'].entries())
      expect(await outHand(api, ids[index]!).read()).toMatchObject({
        closing: 'letterSentBack',
        closingReason: reasonCode,
        tasks: [],
      });
  });

  test('does so for a reason that an old place has, and never once money has left', async () => {
    const id = await aTransferOut(api);
    const none = await outHand(api, id).say('clerk', { kind: 'letterSentBack', reasonCode: 'A01' });
    expect([none.status, none.body.errors[0].field]).toEqual([422, 'reasonCode']);
    const the = await untilTheRelationEnds(id);
    const late = await the.say('clerk', { kind: 'letterSentBack', reasonCode: 'L01' });
    expect(late.body).toMatchObject({ type: '/problems/step-not-open', openStep: 'relationEnd' });
    for (const kind of ['withdrawn', 'closedWithoutTransfer'])
      expect((await the.say('clerk', { kind, reasonCode: 'W02' })).body.type).toBe('/problems/counterpart-accepted');
  });
});

test('who made the form out does not sign it, and what the second person sends back is made out again', async () => {
  const the = outHand(api, await aTransferOut(api));
  await the.said('clerk', CHECKED);
  // This colleague has both roles.
  await the.said('reviewer2', aFormOut());
  expect((await the.say('reviewer2', APPROVED)).body.type).toBe('/problems/separation-of-duties');
  const back = { kind: 'secondReviewed', outcome: 'sentBack', reasonCode: 'S05' };
  expect(await the.said('reviewer', back)).toBe('formIssue');
  expect(await the.said('entryClerk', aFormOut(10_000_00))).toBe('formReview');
  expect(await the.said('reviewer', APPROVED)).toBe('remittanceCheck');
});

test('the money that leaves is what the form says, and the form adds up', async () => {
  const the = outHand(api, await aTransferOut(api));
  await the.said('clerk', CHECKED);
  const wrong = await the.say('entryClerk', { ...aFormOut(), totalFen: 1 });
  expect([wrong.status, wrong.body.errors[0]]).toMatchObject([422, { field: 'totalFen', code: 'sum' }]);
  await the.said('entryClerk', aFormOut());
  await the.said('reviewer', APPROVED);
  const covered = await the.say('finance', { kind: 'remittanceChecked', outcome: 'covered' });
  expect(covered.body).toMatchObject({ type: '/problems/amount-mismatch', expectedFen: 25_000_00 });
  await the.said('finance', AGREED);
  const less = await the.say('finance', { kind: 'fundSent', amountFen: 24_999_99 });
  expect(less.body).toMatchObject({
    type: '/problems/amount-mismatch',
    expectedFen: 25_000_00,
    receivedFen: 24_999_99,
  });
});

test('what cannot move is told in writing within ten working days of the letter, beside the step; the rest moves', async () => {
  const id = await aTransferOut(api);
  const the = outHand(api, id);
  expect(await the.said('clerk', { ...CHECKED, reasonCode: 'L09' })).toBe('formIssue');
  expect(await tasksOf(id, 'untransferableNotice')).toMatchObject([{ dueOn: '2026-01-19', closedAt: null }]);
  await the.said('clerk', { kind: 'untransferableTold', channel: 'letter' });
  expect(await tasksOf(id, 'untransferableNotice')).toEqual([]);
  const again = await the.say('clerk', { kind: 'untransferableTold', channel: 'letter' });
  expect(again.body.type).toBe('/problems/already-decided');
});

describe('a dispute of the other office', () => {
  test('corrects the form, pays what is missing, and sends it again as a new attempt', async () => {
    const id = await aTransferOut(api);
    const the = await untilTheRelationEnds(id);
    expect(await the.said('clerk', { kind: 'disputeReceived', reasonCode: 'F03' })).toBe('formCorrection');
    expect(await the.said('entryClerk', aFormOut(20_000_00, 6_000_00))).toBe('formReview');
    expect(await the.said('reviewer', APPROVED)).toBe('remittanceRecheck');
    expect(await the.said('finance', AGREED)).toBe('remitting');
    expect(await the.said('finance', { kind: 'fundSent', amountFen: 1_000_00 })).toBe('formReissue');
    expect(await the.said('letterClerk', { kind: 'infoFormReissued', channel: 'ems', waybill: '1111111111110' })).toBe(
      'relationEnd',
    );
    expect(await the.said('clerk', { kind: 'relationEnded' })).toBeNull();
    expect(await the.read()).toMatchObject({
      closing: 'completed',
      attempts: [
        { attempt: 1, ending: 'returned', reasonCode: 'F03' },
        { attempt: 2, ending: 'closed' },
      ],
    });
  });

  test('pays nothing where only the form was wrong', async () => {
    const the = await untilTheRelationEnds(await aTransferOut(api));
    await the.said('clerk', { kind: 'disputeReceived', reasonCode: 'D01' });
    await the.said('entryClerk', aFormOut(15_000_00, 10_000_00));
    await the.said('reviewer', APPROVED);
    const wrong = await the.say('finance', AGREED);
    expect(wrong.body).toMatchObject({ type: '/problems/amount-mismatch', expectedFen: 0 });
    expect(await the.said('finance', { kind: 'remittanceChecked', outcome: 'covered' })).toBe('formReissue');
  });

  test('that comes after the end is kept, with an owner', async () => {
    const id = await aTransferOut(api);
    const the = await untilTheRelationEnds(id);
    await the.said('clerk', { kind: 'relationEnded' });
    const late = await the.say('clerk', { kind: 'disputeReceived', reasonCode: 'F03' });
    expect([late.status, late.body.parked]).toEqual([201, true]);
    expect(await tasksOf(id, 'lateFact')).toMatchObject([{ closedAt: null }]);
  });
});

test('counts in the rate of the period by form and money, and leaves the cohort when its letter went back in time', async () => {
  const fresh = await startApi();
  await standClockAt(fresh.db, '2026-01-06T10:00:00+08:00');
  const [done, back] = [await aTransferOut(fresh), await aTransferOut(fresh)];
  await aTransferOut(fresh);
  const the = outHand(fresh, done);
  const facts = [
    ['clerk', CHECKED],
    ['entryClerk', aFormOut()],
    ['reviewer', APPROVED],
    ['finance', AGREED],
    ['finance', { kind: 'fundSent', amountFen: 25_000_00 }],
    ['letterClerk', SENT],
  ] as const;
  for (const [who, fact] of facts) await the.said(who, fact);
  await outHand(fresh, back).said('clerk', { kind: 'letterSentBack', reasonCode: 'L03' });
  const question = 'direction=out&from=2026-01-01&to=2026-01-31&asOf=2026-01-06';
  const { body } = await (await fresh.as('manager')).get(`/metrics/completion?${question}`);
  expect(body.periods).toMatchObject({ due: 2, inPeriod: { numerator: 1, denominator: 2 } });
  await fresh.stop();
});
