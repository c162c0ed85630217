/** What goes on from a transfer-in after its closing, over HTTP: supplement, reopening, reversal. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTaskOf } from '../../db/holding/tasks.ts';
import { checkInvariants } from '../../invariants/check.ts';
import {
  after,
  completedIn,
  confirm,
  formAndMoney,
  fromEntryToBooking,
  letterOnceMore,
  reopened,
  TOTAL,
} from '../builders/completed-in.ts';
import { outHand } from '../builders/letters-in.ts';
import { aForm, anAcceptedTransfer } from '../builders/walk.ts';
import { aKey, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let finance: Caller;
beforeAll(async () => {
  api = await startApi();
  [clerk, finance] = await Promise.all([api.as('clerk'), api.as('finance')]);
});
afterAll(async () => {
  // Nobody relays.
  const found = await checkInvariants({ databaseUrl: api.databaseUrl });
  expect(found.filter(({ invariant }) => invariant !== 'outbox-drained')).toEqual([]);
  await api.stop();
});

const typeOf = ({ status, body }: Answer) => [status, (body as { type?: string }).type];
const read = async (id: string) => (await clerk.get(`/transfers/${id}`)).body;
const today = async () =>
  (await sql<{ day: string }>`select office_date(office_now()) as day`.execute(api.db)).rows[0]!.day;
async function rates(knownAt?: string) {
  const day = await today();
  const known = knownAt === undefined ? '' : `&knownAt=${encodeURIComponent(knownAt)}`;
  const asked = `direction=in&from=${day}&to=${day}&asOf=${day}${known}`;
  const { status, text, body } = await (await api.as('manager')).get(`/metrics/completion?${asked}`);
  expect(status, text).toBe(200);
  return body.attempts;
}
const statesOf = async (id: string) =>
  (await read(id)).money.map(({ state, amountFen }: { state: string; amountFen: number }) => [state, amountFen]);
const starts = async (id: string) =>
  (
    await sql<{ payload: { kind: string; starts?: boolean } }>`select payload from outbox
    where transfer_id = ${id} order by id limit 1`.execute(api.db)
  ).rows[0]?.payload;

describe('a supplement', () => {
  test('has its own walk, holder, limit, money and run, and counts nowhere as a pass', async () => {
    const id = await completedIn(api);
    const before = await rates();
    const { status, body } = await after(api, id).supplement();
    expect([status, body.procedure, body.openStep?.step]).toEqual([201, 'in/supplementary/2010-66', 'formAndFunds']);
    expect(body).toMatchObject({ openStep: { owner: { id: expect.any(String) }, dueOn: expect.any(String) } });
    expect(body.caseNo).toBe((await read(id)).caseNo);
    expect(await starts(body.id)).toMatchObject({ kind: 'supplementOpened', starts: true });
    await formAndMoney(api, body.id, 1_200_00);
    await fromEntryToBooking(api, body.id);
    expect(await read(body.id)).toMatchObject({
      closing: 'completed',
      attempts: [],
      linked: { link: 'supplement', linksTo: id },
    });
    expect(await statesOf(id)).toEqual([['booked', TOTAL]]);
    expect(await statesOf(body.id)).toEqual([['booked', 1_200_00]]);
    const { accepted, cohort, closedAt, furtherLegs } = await rates();
    expect({ accepted, cohort, closedAt, furtherLegs }).toMatchObject({
      accepted: before.accepted,
      cohort: before.cohort,
      closedAt: before.closedAt,
      furtherLegs: before.furtherLegs,
    });
  });

  test('is opened once for the same key, and one at a time', async () => {
    const id = await completedIn(api);
    const key = aKey();
    const [one, same] = await Promise.all([after(api, id).supplement(key), after(api, id).supplement(key)]);
    expect([one.status, same.status, same.body.id]).toEqual([201, 201, one.body.id]);
    expect(typeOf(await after(api, id).supplement(key, { note: '别的' }))).toEqual([
      409,
      '/problems/idempotency-key-reused',
    ]);
    expect(typeOf(await after(api, id).supplement())).toEqual([409, '/problems/already-decided']);
  });

  test('follows only what was completed: not what is open, nor what ended otherwise', async () => {
    const open = await anAcceptedTransfer(api.db, api.office);
    expect(typeOf(await after(api, open).supplement())).toEqual([409, '/problems/transfer-open']);
    await clerk.post(`/transfers/${open}/facts`, { kind: 'withdrawn' }, aKey());
    expect(typeOf(await after(api, open).supplement())).toEqual([409, '/problems/not-completed']);
    const atTheCounter = await clerk.post(
      '/transfers',
      {
        person: { name: '样例甲', idNumber: '110101199003070011', mobile: '13900000000' },
        counterpartAreaCode: '310000',
        localHukou: true,
        approvedMove: false,
        procedureType: 'supplementary',
      },
      aKey(),
    );
    expect(atTheCounter.status).toBe(422);
    expect(atTheCounter.body.errors).toContainEqual(expect.objectContaining({ field: 'procedureType' }));
  });

  test('is the only one of its case that is open, from whichever transfer it goes on', async () => {
    const id = await completedIn(api);
    const { body: first } = await after(api, id).supplement();
    await formAndMoney(api, first.id, 1_200_00);
    await fromEntryToBooking(api, first.id);
    const both = await Promise.all([after(api, id).supplement(), after(api, first.id).supplement()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.map((answer) => typeOf(answer)[1])).toContain('/problems/already-decided');
    for (const one of [id, first.id as string])
      expect(typeOf(await after(api, one).reopening())).toEqual([409, '/problems/already-decided']);
  });
});

describe('a reopening', () => {
  test('takes two people, walks anew, counts its attempts on and costs the first pass', async () => {
    const id = await completedIn(api);
    const before = await rates();
    const proposal = await after(api, id).reopening();
    expect(proposal).toMatchObject({
      status: 202,
      body: { kind: 'reopenTransfer', transferId: id, mayConfirm: false },
    });
    expect((await rates()).closedWithin).toEqual(before.closedWithin);
    expect(typeOf(await confirm(api, 'clerk', proposal.body.id))).toEqual([409, '/problems/separation-of-duties']);
    const known = (await sql<{ now: Date }>`select office_now() as now`.execute(api.db)).rows[0]!.now.toISOString();
    expect((await confirm(api, 'manager', proposal.body.id)).status).toBe(200);
    const { linked } = await read(id);
    const again = linked.items[0].id as string;
    expect(linked).toMatchObject({
      items: [{ link: 'reopening', linksTo: id, openStep: { step: 'review' } }],
      may: [],
    });
    expect(await starts(again)).toMatchObject({ kind: 'reopened', starts: true });
    // The booking is taken back: the money waits for the new form.
    expect([await statesOf(id), await statesOf(again)]).toEqual([[], [['matched', TOTAL]]]);
    const lost = await rates();
    expect(lost).toMatchObject({ cohort: before.cohort, stillOpen: before.stillOpen + 1 });
    expect(lost.closedWithin[1]).toBe(before.closedWithin[1] - 1);
    // As it was known before, nothing has changed.
    expect((await rates(known)).closedWithin).toEqual(before.closedWithin);
    await letterOnceMore(api, again);
    const { body } = await clerk.post(
      `/transfers/${again}/facts`,
      { kind: 'infoFormReceived', form: aForm(TOTAL) },
      aKey(),
    );
    expect(body.openStep.step).toBe('entry');
    await fromEntryToBooking(api, again);
    expect(await read(again)).toMatchObject({
      closing: 'completed',
      linked: { attemptsBefore: 1 },
      attempts: [{ attempt: 1 }],
    });
    const closed = await rates();
    expect([closed.closedWithin[1], closed.closedWithin[2]]).toEqual([
      before.closedWithin[1] - 1,
      before.closedWithin[2],
    ]);
    expect(closed.closedAt[2]).toBe(before.closedAt[2] + 1);
  });

  test('is of what has ended, once, and not while the person has another transfer with that office', async () => {
    const open = await anAcceptedTransfer(api.db, api.office);
    expect(typeOf(await after(api, open).reopening())).toEqual([409, '/problems/transfer-open']);
    const id = await completedIn(api);
    const [one, other] = await Promise.all([after(api, id).reopening(), after(api, id).reopening()]);
    expect([one.status, other.status].sort()).toEqual([202, 409]);
    const proposal = one.status === 202 ? one : other;
    // Both confirm at once: it is done once.
    const both = await Promise.all([
      confirm(api, 'manager', proposal.body.id),
      confirm(api, 'reviewer', proposal.body.id),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(id)).linked.items).toHaveLength(1);
    expect(typeOf(await after(api, id).reopening())).toEqual([409, '/problems/already-decided']);
    expect(typeOf(await after(api, id).supplement())).toEqual([409, '/problems/already-decided']);
  });

  test('of what was withdrawn goes on as well, and the person reads it with the first code', async () => {
    const id = await anAcceptedTransfer(api.db, api.office);
    await clerk.post(`/transfers/${id}/facts`, { kind: 'withdrawn' }, aKey());
    await reopened(api, id);
    const { statusCode } = await read(id);
    const { body } = await api.anonymous.post(`/status/${statusCode as string}`, { phoneLastFour: '0000' });
    expect(body).toMatchObject({
      closing: 'withdrawn',
      linked: [{ link: 'reopening', step: 'review', holder: 'ourOffice' }],
    });
  });

  test('that is refused at the review keeps no money: it waits in suspense, and finance has it', async () => {
    const id = await completedIn(api);
    const again = await reopened(api, id);
    expect(await statesOf(again)).toEqual([['matched', TOTAL]]);
    const refused = { kind: 'reviewed', outcome: 'refused', reasonCode: 'A01' };
    expect(await outHand(api, again).said('reviewer', refused)).toBeNull();
    const { money, tasks, closing } = await read(again);
    expect([closing, money]).toEqual(['refused', []]);
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'suspense', reasonCode: 'F07', closedAt: null }));
    const { rows } = await sql`select state, amount_fen from credit_parts where state = 'suspense'`.execute(api.db);
    expect(rows).toEqual([{ state: 'suspense', amount_fen: TOTAL }]);
    expect((await finance.get('/metrics/money')).body).toMatchObject({ conserved: true });
  });
});

describe('a reversal', () => {
  test('sends the booked money back by remittance, and takes the pass away; every fen stays in one state', async () => {
    const id = await completedIn(api);
    const before = await rates();
    const proposal = await after(api, id).reversal();
    expect(proposal).toMatchObject({ status: 202, body: { kind: 'reverseTransfer' } });
    expect(proposal.body.changes).toContainEqual({ field: 'amountFen', was: null, becomes: TOTAL });
    expect(await statesOf(id)).toEqual([['booked', TOTAL]]);
    expect(typeOf(await confirm(api, 'clerk', proposal.body.id))).toEqual([409, '/problems/separation-of-duties']);
    expect((await confirm(api, 'manager', proposal.body.id)).status).toBe(200);
    expect(await statesOf(id)).toEqual([['returned', TOTAL]]);
    const { linked, tasks } = await read(id);
    expect(linked).toMatchObject({ reversal: { amountFen: TOTAL, by: { displayName: 'clerk' } }, may: ['reopening'] });
    const open = tasks.filter(({ closedAt }: { closedAt: string | null }) => closedAt === null);
    expect(open.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'reversedTransfer',
      'reversedTransfer',
      'tellPerson',
    ]);
    expect((await finance.get('/metrics/money')).body).toMatchObject({ conserved: true });
    const { rows } = await sql<{ id: string }>`select id from credit_parts where transfer_id = ${id}`.execute(api.db);
    const plan = {
      counterpartAreaCode: '310000',
      payeeName: '样例市社会保险中心',
      payeeAccount: '0200',
      amountFen: TOTAL,
    };
    const planned = await finance.post('/remittances', { ...plan, transferId: id, creditPartId: rows[0]!.id }, aKey());
    expect([planned.status, planned.body.state]).toEqual([201, 'planned']);
    const now = await rates();
    expect([now.cohort, now.closedWithin[1]]).toEqual([before.cohort, before.closedWithin[1] - 1]);
  });

  test('is done once, of what was completed, and not while a supplement is open', async () => {
    const id = await completedIn(api);
    const { body: supplement } = await after(api, id).supplement();
    expect(typeOf(await after(api, id).reversal())).toEqual([409, '/problems/already-decided']);
    await clerk.post(`/transfers/${supplement.id as string}/facts`, { kind: 'withdrawn' }, aKey());
    const proposal = await after(api, id).reversal();
    expect(typeOf(await after(api, id).reversal())).toEqual([409, '/problems/already-proposed']);
    await confirm(api, 'manager', proposal.body.id);
    expect(typeOf(await after(api, id).reversal())).toEqual([409, '/problems/already-decided']);
    expect(typeOf(await after(api, id).supplement())).toEqual([409, '/problems/already-decided']);
    const withdrawn = await anAcceptedTransfer(api.db, api.office);
    expect(typeOf(await after(api, withdrawn).reversal())).toEqual([409, '/problems/transfer-open']);
  });

  test('and then a reopening: the money of the right person is asked for anew', async () => {
    const id = await completedIn(api);
    await confirm(api, 'manager', (await after(api, id).reversal()).body.id);
    const again = await reopened(api, id);
    expect(await statesOf(again)).toEqual([]);
    await letterOnceMore(api, again);
    await formAndMoney(api, again);
    await fromEntryToBooking(api, again);
    expect([await statesOf(id), await statesOf(again)]).toEqual([[['returned', TOTAL]], [['booked', TOTAL]]]);
  });
});

test('while the bank has taken money and nobody has decided whose it was, it is neither reopened nor reversed', async () => {
  const id = await completedIn(api);
  await api.db
    .transaction()
    .execute((tx) =>
      openTaskOf(tx, id, { kind: 'moneyOut', owner: api.office.staff.finance, naturalKey: `moneyOut:${id}` }),
    );
  const [reopening, reversal] = [await after(api, id).reopening(), await after(api, id).reversal()];
  expect([typeOf(reopening), typeOf(reversal)]).toEqual([
    [409, '/problems/already-decided'],
    [409, '/problems/already-decided'],
  ]);
});
