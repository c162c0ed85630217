/** What goes on from a transfer-out after its closing, over HTTP: supplement, reopening, reversal. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiveCredit } from '../../db/credits/receive.ts';
import { beginAtArrival } from '../../db/imported/arrival.ts';
import type { ImportContext } from '../../db/imported/placed.ts';
import { findTransfer } from '../../db/platform/rows.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { after, confirm, reopened } from '../builders/completed-in.ts';
import { AGREED, aFormOut, APPROVED, aTransferOut, CHECKED, outHand, SENT } from '../builders/letters-in.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { testKeyring } from '../builders/office.ts';
import { aPlan, isReleased, saysOf } from '../builders/remittances.ts';
import { aResidentId } from '../builders/walk.ts';
import { startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  await standClockAt(api.db, '2026-01-06T10:00:00+08:00');
});
afterAll(async () => {
  // Nobody relays.
  const found = await checkInvariants({ databaseUrl: api.databaseUrl });
  expect(found.filter(({ invariant }) => invariant !== 'outbox-drained')).toEqual([]);
  await api.stop();
});

const SENT_FEN = 25_000_00;
const typeOf = ({ status, body }: Answer) => [status, (body as { type?: string }).type];
const read = async (id: string) => (await clerk.get(`/transfers/${id}`)).body;
async function rates() {
  const asked = 'direction=out&from=2026-01-26&to=2026-01-26&asOf=2026-01-06';
  const { status, text, body } = await (await api.as('manager')).get(`/metrics/completion?${asked}`);
  expect(status, `${text} ${api.log.slice(-3).join()}`).toBe(200);
  return body.periods;
}

/** Up to finance, who is to agree. */
async function upToTheForm(change: object = {}): Promise<string> {
  const id = await aTransferOut(api, change);
  const the = outHand(api, id);
  await the.said('clerk', CHECKED);
  await the.said('entryClerk', aFormOut());
  await the.said('reviewer', APPROVED);
  return id;
}

async function completedOut(change: object = {}): Promise<string> {
  const id = await upToTheForm(change);
  const the = outHand(api, id);
  await the.said('finance', AGREED);
  await the.said('finance', { kind: 'fundSent', amountFen: SENT_FEN });
  await the.said('letterClerk', SENT);
  expect(await the.said('clerk', { kind: 'relationEnded' })).toBeNull();
  return id;
}

let serial = 0;
/** Money that nobody can assign, as the bank brings it. */
async function cameBack(amountFen: number): Promise<string> {
  const credit = {
    officeId: api.office.officeId,
    serial: `BACK${String(++serial)}`,
    bookedOn: '2026-01-05',
    amountFen,
    memo: '退回款项',
    payerName: '',
    payerAccount: '',
  };
  await api.db.transaction().execute((tx) => receiveCredit(tx, testKeyring, credit));
  const { rows } = await sql<{
    id: string;
  }>`select part.id from credit_parts part join credits on credits.id = credit_id
    where serial = ${credit.serial}`.execute(api.db);
  return rows[0]!.id;
}

describe('a supplement', () => {
  test('sends a form and money of its own after the relation has ended, and is no letter that is due', async () => {
    const id = await completedOut();
    const before = await rates();
    const { status, body } = await after(api, id).supplement();
    expect([status, body.procedure, body.openStep?.step]).toEqual([201, 'out/supplementary/2019-94', 'formIssue']);
    const the = outHand(api, body.id);
    expect(await the.said('entryClerk', aFormOut(1_000_00, 200_00))).toBe('formReview');
    expect(await the.said('reviewer', APPROVED)).toBe('remittanceCheck');
    expect(await the.said('finance', AGREED)).toBe('remitting');
    expect(await the.said('finance', { kind: 'fundSent', amountFen: 1_200_00 })).toBe('formSending');
    expect(await the.said('letterClerk', SENT)).toBeNull();
    expect(await the.read()).toMatchObject({ closing: 'completed', attempts: [] });
    expect(await rates()).toEqual(before);
  });

  test('of nothing goes to nobody: its form of no money is not agreed to', async () => {
    const { body } = await after(api, await completedOut()).supplement();
    const the = outHand(api, body.id);
    await the.said('entryClerk', aFormOut(0, 0));
    await the.said('reviewer', APPROVED);
    expect(typeOf(await the.say('finance', AGREED))).toEqual([409, '/problems/amount-mismatch']);
  });
});

describe('a reopening', () => {
  test('after a dispute that came late: what was paid counts, one more issue, the period is lost', async () => {
    const id = await completedOut();
    const before = await rates();
    const again = await reopened(api, id);
    const open = await rates();
    expect([open.due, open.inPeriod.numerator]).toEqual([before.due, before.inPeriod.numerator - 1]);
    const the = outHand(api, again);
    expect((await the.read()).openStep).toMatchObject({ step: 'letterCheck', owner: { id: expect.any(String) } });
    await the.said('clerk', CHECKED);
    await the.said('entryClerk', aFormOut(20_000_00, 6_000_00));
    await the.said('reviewer', APPROVED);
    await the.said('finance', AGREED);
    const twice = await the.say('finance', { kind: 'fundSent', amountFen: 26_000_00 });
    expect(twice.body).toMatchObject({ type: '/problems/amount-mismatch', expectedFen: 1_000_00 });
    await the.said('finance', { kind: 'fundSent', amountFen: 1_000_00 });
    await the.said('letterClerk', SENT);
    expect(await the.said('clerk', { kind: 'relationEnded' })).toBeNull();
    const closed = await rates();
    expect([closed.inPeriod.numerator, closed.second.numerator]).toEqual([
      before.inPeriod.numerator - 1,
      before.second.numerator,
    ]);
    expect(await read(again)).toMatchObject({ linked: { link: 'reopening', linksTo: id, attemptsBefore: 1 } });
  });

  test('of a letter that went back answers it after all', async () => {
    const id = await aTransferOut(api);
    await outHand(api, id).said('clerk', { kind: 'letterSentBack', reasonCode: 'L01' });
    const before = await rates();
    await reopened(api, id);
    expect((await rates()).due).toBe(before.due + 1);
  });

  test('waits until no remittance is on its way: the money would be paid twice', async () => {
    const id = await upToTheForm();
    const remittanceId = await aPlan(api.db, api.office, { transferId: id, amountFen: SENT_FEN });
    await outHand(api, id).said('clerk', { kind: 'letterSentBack', reasonCode: 'L01' });
    expect(typeOf(await after(api, id).reopening())).toEqual([409, '/problems/already-decided']);
    await saysOf(api.db, api.office, remittanceId, 'withdrawn');
    expect((await after(api, id).reopening()).status).toBe(202);
  });

  test('of what was paid does not end as if nothing had left', async () => {
    const again = await reopened(api, await completedOut());
    const the = outHand(api, again);
    const back = { kind: 'letterSentBack', reasonCode: 'L01' };
    expect(typeOf(await the.say('clerk', back))).toEqual([409, '/problems/counterpart-accepted']);
    const ended = { kind: 'closedWithoutTransfer', reasonCode: 'L01' };
    expect(typeOf(await the.say('clerk', ended))).toEqual([409, '/problems/counterpart-accepted']);
  });
});

describe('a letter', () => {
  test('does not go back when its money has been let go', async () => {
    const id = await upToTheForm();
    const remittanceId = await aPlan(api.db, api.office, { transferId: id, amountFen: SENT_FEN });
    await saysOf(api.db, api.office, remittanceId, 'applied');
    await saysOf(api.db, api.office, remittanceId, 'funded');
    await isReleased(api.db, api.office, remittanceId);
    const back = { kind: 'letterSentBack', reasonCode: 'L01' };
    expect(typeOf(await outHand(api, id).say('clerk', back))).toEqual([409, '/problems/counterpart-accepted']);
  });
});

describe('a reversal', () => {
  test('books here again exactly what the other office has sent back', async () => {
    const id = await completedOut();
    const before = await rates();
    expect((await after(api, id).reversal()).body).toMatchObject({
      type: '/problems/amount-mismatch',
      expectedFen: SENT_FEN,
      receivedFen: 0,
    });
    const less = await cameBack(SENT_FEN - 1);
    const part = await cameBack(SENT_FEN);
    expect(typeOf(await after(api, id).reversal({ creditPartIds: [less] }))).toEqual([
      409,
      '/problems/amount-mismatch',
    ]);
    const nothing = await after(api, id).reversal({ creditPartIds: [api.office.staff.clerk] });
    expect([nothing.status, nothing.body.errors[0].field]).toEqual([422, 'creditPartIds']);
    const proposal = await after(api, id).reversal({ creditPartIds: [part] });
    expect(proposal.status).toBe(202);
    expect((await confirm(api, 'manager', proposal.body.id)).status).toBe(200);
    const { rows } = await sql`select state, transfer_id from credit_parts where id = ${part}`.execute(api.db);
    expect(rows).toEqual([{ state: 'booked', transfer_id: id }]);
    expect((await (await api.as('finance')).get('/metrics/money')).body).toMatchObject({ conserved: true });
    expect(await read(id)).toMatchObject({ linked: { reversal: { amountFen: SENT_FEN }, may: ['reopening'] } });
    expect((await rates()).inPeriod.numerator).toBe(before.inPeriod.numerator - 1);
    expect(typeOf(await after(api, id).reversal({ creditPartIds: [part] }))).toEqual([
      409,
      '/problems/already-decided',
    ]);
  });

  test('money that was taken for somebody meanwhile is no part of it', async () => {
    const [one, other, part] = [await completedOut(), await completedOut(), await cameBack(SENT_FEN)];
    const [first, second] = [
      await after(api, one).reversal({ creditPartIds: [part] }),
      await after(api, other).reversal({ creditPartIds: [part] }),
    ];
    expect((await confirm(api, 'manager', first.body.id)).status).toBe(200);
    expect(typeOf(await confirm(api, 'manager', second.body.id))).toEqual([409, '/problems/changed-meanwhile']);
  });

  test('and then a reopening: what came back stays booked, and the whole sum is paid anew', async () => {
    const [id, part] = [await completedOut(), await cameBack(SENT_FEN)];
    await confirm(api, 'manager', (await after(api, id).reversal({ creditPartIds: [part] })).body.id);
    const paysAgain = aPlan(api.db, api.office, { transferId: id, amountFen: SENT_FEN });
    await expect(paysAgain).rejects.toMatchObject({ refusal: 'already-decided' });
    const proposal = await after(api, id).reopening();
    expect(proposal.body.changes).toEqual([{ field: 'closed', was: true, becomes: false }]);
    await confirm(api, 'manager', proposal.body.id);
    const again = (await read(id)).linked.items.at(-1).id as string;
    const { rows } = await sql`select state, transfer_id from credit_parts where id = ${part}`.execute(api.db);
    expect(rows).toEqual([{ state: 'booked', transfer_id: id }]);
    const the = outHand(api, again);
    await the.said('clerk', CHECKED);
    await the.said('entryClerk', aFormOut());
    await the.said('reviewer', APPROVED);
    await the.said('finance', AGREED);
    await the.said('finance', { kind: 'fundSent', amountFen: SENT_FEN });
    await the.said('letterClerk', SENT);
    expect(await the.said('clerk', { kind: 'relationEnded' })).toBeNull();
    expect((await (await api.as('finance')).get('/metrics/money')).body).toMatchObject({ conserved: true });
  });
});

describe('a row of the list of the platform', () => {
  const row = { serial: 'P1', arrivedAt: new Date('2026-01-04T09:00:00+08:00'), areaCode: '310000' };

  test('speaks of no supplement', async () => {
    const person = { name: '样例转', idNumber: aResidentId() };
    const id = await completedOut({ person });
    expect((await after(api, id).supplement()).status).toBe(201);
    const listed = { ...row, ...person, listedOn: '2026-01-06', direction: 'out', status: 'inHand' } as const;
    const found = await api.db
      .transaction()
      .execute((tx) => findTransfer(tx, testKeyring, api.office.officeId, { ...listed, days: 1, overdue: null }));
    expect(found).toBe(id);
  });

  test('begins no reopened transfer anew', async () => {
    const transferId = await reopened(api, await completedOut());
    let begun: string | undefined;
    const looked = api.db.transaction().execute(async (tx) => {
      await sql`update cases set imported = true
        where id = (select case_id from transfers where id = ${transferId})`.execute(tx);
      const context = {} as ImportContext;
      begun = await beginAtArrival(tx, testKeyring, context, { transferId, letter: row, mayWait: false });
      throw new Error('as it was');
    });
    await expect(looked).rejects.toThrow('as it was');
    expect(begun).toBe('same');
  });
});
