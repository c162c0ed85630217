/** The figures on the wire, of transfers that went through the real ledger while the office clock moved on. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aForm, agreeingMoney, anAcceptedTransfer, aResidentId, walk } from '../builders/walk.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';
import { postedLetter, sendLetter } from '../builders/posted-letter.ts';
import { standClockAt } from '../builders/office-clock.ts';

let api: TestApi;
let clerk: Caller;
let booked: string;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  await itIs('2026-03-02T02:00:00Z');
  booked = await anAcceptedTransfer(api.db, api.office);
  const again = await anAcceptedTransfer(api.db, api.office, {
    person: { name: '样例乙', idNumber: aResidentId(), mobile: '13900000001' },
  });
  await oneAttempt(booked);
  await twoAttempts(again);
  await itIs('2026-03-20T02:00:00Z');
});
afterAll(() => api.stop());

/** The office clock stands still at this instant. */
const itIs = (instant: string) => standClockAt(api.db, instant);

async function oneAttempt(id: string) {
  const the = walk(api.db, api.office, id);
  await sendLetter(the);
  await the.open('delivery');
  await itIs('2026-03-05T02:00:00Z');
  await the.say(null, { kind: 'letterDelivered' });
  await the.open('formAndFunds');
  await itIs('2026-03-10T02:00:00Z');
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm() });
  await the.say(null, await agreeingMoney(api.db, api.office, id, 3_420_644));
  await the.open('entry');
  await the.say('entryClerk', { kind: 'entered' });
  await the.open('secondReview');
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
  await the.open('booking');
  await itIs('2026-03-12T02:00:00Z');
  await the.say('accountClerk', { kind: 'booked' });
}

async function twoAttempts(id: string) {
  const the = walk(api.db, api.office, id);
  await sendLetter(the);
  // The return comes before the next step is open, and closes it when it opens.
  await the.say(null, { kind: 'letterReturned', reasonCode: 'M01' });
  await the.open('delivery');
  await the.open('liaisonLetter', 2);
  await the.say('letterClerk', postedLetter());
  await the.open('delivery', 2);
}

const MARCH = 'from=2026-03-01&to=2026-03-31';

describe('completion', () => {
  test('of the month, as of today unless a day is asked for', async () => {
    const { status, body } = await clerk.get(`/metrics/completion?direction=in&${MARCH}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      direction: 'in',
      asOf: '2026-03-20',
      knownAt: null,
      rule: { version: '2010-66', postalFailureIsAttempt: true },
      attempts: { cohort: 2, closedAt: { 1: 1, 2: 0, 3: 0 }, stillOpen: 1, rates: { 1: '50.00' } },
      periods: null,
      provisional: false,
      yearBefore: null,
    });
    // The returned one has certainly not been closed with its first attempt.
    expect(body.attempts.mature.denominators).toEqual({ 1: 2, 2: 1, 3: 1 });
  });

  test('as of a past day and as known at a past instant the answer is the one of then', async () => {
    const rate = async (more: string) =>
      (await clerk.get(`/metrics/completion?direction=in&${MARCH}${more}`)).body.attempts.rates[1];
    expect(await rate('&asOf=2026-03-11')).toBe('0.00');
    expect(await rate('&asOf=2026-03-12')).toBe('50.00');
    expect(await rate('&knownAt=2026-03-12T01:59:59Z')).toBe('0.00');
    expect(await rate(`&knownAt=${encodeURIComponent('2026-03-12T10:00:00+08:00')}`)).toBe('50.00');
  });

  test('of the future there is no answer', async () => {
    const may = '/metrics/completion?direction=in&from=2026-03-01&to=2026-03-31';
    const path = `${may}&asOf=2099-01-01&knownAt=2099-01-01T00:00:00Z`;
    expect(fieldsOf(await clerk.get(path))).toEqual(['asOf: future', 'knownAt: future']);
    const cases = path.replace('completion?', 'completion/transfers?bucket=cohort&');
    expect(fieldsOf(await clerk.get(cases))).toEqual(['asOf: future', 'knownAt: future']);
  });

  test('each number opens its cases, with who holds them', async () => {
    const list = (bucket: string, more = '') =>
      clerk.get(`/metrics/completion/transfers?direction=in&${MARCH}&bucket=${bucket}${more}`);
    const closed = (await list('closedAt1')).body;
    expect(closed).toMatchObject({ count: 1, next: null, items: [{ id: booked, closing: 'completed' }] });
    const first = (await list('cohort', '&limit=1')).body;
    expect(first).toMatchObject({ count: 2, items: [{ id: booked }] });
    const second = (await list('cohort', `&limit=1&cursor=${String(first.next)}`)).body;
    expect(second).toMatchObject({ count: 2, next: null, items: [{ openStep: { step: 'delivery', attempt: 2 } }] });
  });

  test('a bucket of the other direction, days in the wrong order, a broken cursor are named', async () => {
    const path = '/metrics/completion/transfers?direction=in&from=2026-03-31&to=2026-03-01';
    expect(fieldsOf(await clerk.get(`${path}&bucket=notInPeriod`))).toEqual([
      'bucket: otherDirection',
      'to: beforeFrom',
    ]);
    expect(fieldsOf(await clerk.get(`${path}&bucket=cohort&cursor=x`))).toEqual(['cursor: form']);
    expect(fieldsOf(await clerk.get('/metrics/volume?from=2026-03-31&to=2026-03-01'))).toEqual(['to: beforeFrom']);
    expect((await clerk.get('/metrics/completion?direction=up')).status).toBe(422);
  });

  test('what was learnt after a day and moved its figures is listed, with the figures', async () => {
    const path = `/metrics/completion/belated-facts?direction=in&${MARCH}`;
    const { status, body } = await clerk.get(`${path}&asOf=2026-03-11`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ asOf: '2026-03-11', knownAt: null, figures: [], items: [], count: 0, next: null });
    // Learnt on the 12th, by the clock of this office; told as if it had been the 10th.
    await sql`insert into events (transfer_id, seq, fact_seq, office_id, kind, source, occurred_at, corrects_seq, payload)
      select id, last_seq + 1, last_fact_seq + 1, office_id, 'corrected', 'staff', office_now(),
        (select seq from events where transfer_id = transfers.id and kind = 'booked'),
        jsonb_build_object('correctedOccurredAt', '2026-03-10T10:00:00+08:00')
      from transfers where id = ${booked}`.execute(api.db);
    const moved = (await clerk.get(`${path}&asOf=2026-03-11&limit=1`)).body;
    expect(moved).toMatchObject({
      count: 1,
      items: [
        { transferId: booked, kind: 'corrected', corrects: { kind: 'booked', becomes: '2026-03-10T02:00:00.000Z' } },
      ],
    });
    expect(moved.figures).toContainEqual({ figure: 'closedWithin.1', was: 0, becomes: 1 });
    expect(fieldsOf(await clerk.get(`${path}&asOf=2099-01-01&cursor=x`))).toEqual(['cursor: form']);
    expect(fieldsOf(await clerk.get(`${path}&asOf=2099-01-01`))).toEqual(['asOf: future']);
  });

  test('of transfers-out, and against the year before', async () => {
    const { body } = await clerk.get(`/metrics/completion?direction=out&${MARCH}&compareWith=yearBefore`);
    expect(body).toMatchObject({
      attempts: null,
      periods: { due: 0, inPeriod: { numerator: 0, denominator: 0, rate: null } },
      yearBefore: { differenceInPoints: { inPeriod: null } },
    });
  });
});

test('open work, volume, times of steps and money are answered as the contract says', async () => {
  expect((await clerk.get('/metrics/progress')).body).toMatchObject({
    open: 1,
    closed: 1,
    overdue: 0,
    byOwners: [{ owner: { displayName: expect.stringMatching(/^letterClerk/) }, open: 1 }],
  });
  const volume = (await clerk.get(`/metrics/volume?${MARCH}&compareWith=yearBefore`)).body;
  expect(volume).toMatchObject({
    inPeriod: { accepted: 2, closed: 1, completed: 1, fenIn: 3_420_644, lettersPosted: 3, postedAgain: 1 },
    yearBefore: { accepted: 0, fenIn: 0 },
  });
  const { steps, parties } = (await clerk.get(`/metrics/steps?${MARCH}`)).body;
  const formAndFunds = {
    step: 'formAndFunds',
    party: 'counterpart',
    closed: 1,
    medianWorkingDays: 3,
    p80WorkingDays: 3,
  };
  expect(steps).toContainEqual(formAndFunds);
  expect(parties).toContainEqual({
    party: 'counterpart',
    transfers: 1,
    medianWorkingDays: 3,
    p80WorkingDays: 3,
    inTime: { numerator: 1, denominator: 1, rate: '100.00' },
  });
  expect((await clerk.get('/metrics/money')).body).toMatchObject({
    receivedFen: 3_420_644,
    bookedFen: 3_420_644,
    conserved: true,
  });
});

test('operations are for the manager and the administrator', async () => {
  expect((await clerk.get('/operations')).status).toBe(403);
  const { status, body } = await (await api.as('manager')).get('/operations');
  expect(status).toBe(200);
  expect(body).toMatchObject({ deadLetters: 0, violations: 0, findings: [], checkedAt: null, openWithoutStep: 0 });
  expect(body.outboxWaiting).toBeGreaterThan(0);
});

test('nobody reads a figure without having signed in', async () => {
  for (const path of [`/metrics/completion?direction=in&${MARCH}`, '/metrics/progress', '/operations']) {
    expect((await api.anonymous.get(path)).status).toBe(401);
  }
});
