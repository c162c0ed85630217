import type { FactNudge } from '../../domain/facts/nudge.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { detailsOf, keepHistory, openTestOffice, type FollowedTransfer, type TestOffice } from './office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

async function bookFromEntry(transfer: FollowedTransfer): Promise<void> {
  await transfer.pass('entry', 'entered');
  await transfer.pass('secondReview', 'approved');
  await transfer.pass('booking', 'booked');
}

test('a transfer-in goes from the review to the booking', async () => {
  const transfer = await office.follow();
  await transfer.pass('review', 'eligible');
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.pass('delivery', 'delivered');
  await transfer.pass('formAndFunds', 'agreed');
  await bookFromEntry(transfer);
  expect(await transfer.ending()).toBe('completed');
  expect(transfer.ledger.walked()).toEqual([
    'review 1 eligible',
    'liaisonLetter 1 sent',
    'delivery 1 delivered',
    'formAndFunds 1 agreed',
    'entry 1 entered',
    'secondReview 1 approved',
    'booking 1 booked',
  ]);
  await keepHistory('happy', transfer);
});

test('a letter that is returned twice is sent a third time', async () => {
  const transfer = await office.follow();
  await transfer.pass('review', 'eligible');
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.pass('delivery', 'returned');
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.pass('delivery', 'delivered');
  await transfer.pass('formAndFunds', 'returned');
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.pass('delivery', 'delivered');
  await transfer.pass('formAndFunds', 'agreed');
  await bookFromEntry(transfer);
  expect(await transfer.ending()).toBe('completed');
  expect(transfer.ledger.steps.at(-1)).toMatchObject({ step: 'booking', attempt: 3 });
  await keepHistory('returned-twice', transfer);
});

test('a lost letter is posted again after the courier’s time is over', async () => {
  const transfer = await office.follow();
  await transfer.pass('review', 'eligible');
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.standsIn('delivery');
  await transfer.days(16);
  expect(transfer.ledger.open()).toMatchObject({ step: 'delivery', alarms: 1 });
  await transfer.pass('delivery', 'lost');
  await transfer.standsIn('liaisonLetter');
  expect(transfer.ledger.open()?.attempt).toBe(2);
  await keepHistory('letter-lost', transfer);
});

test('money and form that came early let the steps that wait for them pass at once', async () => {
  const transfer = await office.follow((ledger) => {
    ledger.decided.set('delivery', 'delivered').set('formAndFunds', 'agreed');
  });
  await transfer.pass('review', 'eligible');
  await transfer.pass('liaisonLetter', 'sent');
  await bookFromEntry(transfer);
  expect(await transfer.ending()).toBe('completed');
  await keepHistory('money-before-form', transfer);
});

test('an amount that differs goes to finance, and back to the counterpart when finance says so', async () => {
  const transfer = await office.follow();
  await transfer.pass('review', 'eligible');
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.pass('delivery', 'delivered');
  await transfer.pass('formAndFunds', 'differs');
  await transfer.pass('match', 'returned');
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.pass('delivery', 'delivered');
  await transfer.pass('formAndFunds', 'differs');
  await transfer.pass('match', 'agreed');
  await bookFromEntry(transfer);
  expect(await transfer.ending()).toBe('completed');
  await keepHistory('amount-differs', transfer);
});

test('what the second person sends back is entered again, and a faulty form goes back to the counterpart', async () => {
  const transfer = await office.follow((ledger) => {
    ledger.decided.set('delivery', 'delivered');
  });
  await transfer.pass('review', 'eligible');
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.pass('formAndFunds', 'agreed');
  await transfer.pass('entry', 'entered');
  await transfer.pass('secondReview', 'sentBack');
  await transfer.pass('entry', 'returned');
  await transfer.standsIn('liaisonLetter');
  expect(transfer.ledger.open()?.attempt).toBe(2);
  await keepHistory('sent-back', transfer);
});

test('a withdrawal ends the transfer in whichever step it stands', async () => {
  const transfer = await office.follow();
  await transfer.pass('review', 'eligible');
  await transfer.standsIn('liaisonLetter');
  await transfer.say(transfer.ledger.end('withdrawn'));
  expect(await transfer.ending()).toBe('withdrawn');
  await keepHistory('withdrawn', transfer);
});

test('a refusal at the review ends it before any letter', async () => {
  const transfer = await office.follow();
  await transfer.standsIn('review');
  await transfer.say(transfer.ledger.end('refused'));
  expect(await transfer.ending()).toBe('refused');
  expect(transfer.ledger.walked()).toEqual(['review 1 refused']);
  await keepHistory('refused', transfer);
});

test('a step nobody works on is reminded and escalated again and again, and can still be done', async () => {
  const transfer = await office.follow();
  await transfer.standsIn('review');
  await transfer.days(16);
  await transfer.days(15);
  await transfer.days(15);
  expect(transfer.ledger.open()?.alarms).toBe(3);
  await transfer.pass('review', 'eligible');
  await transfer.standsIn('liaisonLetter');
  await keepHistory('overdue', transfer);
});

test('a lost signal is made good by the ledger: the next one shows the gap', async () => {
  const transfer = await office.follow();
  await transfer.standsIn('review');
  transfer.ledger.close('eligible');
  await transfer.say(transfer.ledger.note());
  await transfer.standsIn('liaisonLetter');
  expect(transfer.ledger.looks).toHaveLength(1);
  await keepHistory('gap', transfer);
});

test('the same fact delivered three times counts once', async () => {
  const transfer = await office.follow();
  await transfer.standsIn('review');
  const eligible = transfer.ledger.close('eligible');
  await transfer.say(eligible, eligible);
  await transfer.say(eligible);
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.standsIn('delivery');
  expect(transfer.ledger.steps).toHaveLength(3);
});

test('a fact after the closing finds no workflow to disturb', async () => {
  const transfer = await office.follow();
  await transfer.standsIn('review');
  await transfer.say(transfer.ledger.end('refused'));
  await transfer.ending();
  await expect(transfer.say({ factSeq: 9, kind: 'infoFormReceived' })).rejects.toThrow(/completed|not found/i);
});

test('a run that begins late walks over what the ledger holds, and goes on from there', async () => {
  const first = await office.follow();
  await first.pass('review', 'eligible');
  await first.pass('liaisonLetter', 'sent');
  await first.standsIn('delivery');
  const again = await office.follow((ledger) => {
    ledger.steps.push(...first.ledger.steps.map((step) => ({ ...step })));
    ledger.factSeq = first.ledger.factSeq;
  });
  await again.pass('delivery', 'delivered');
  await again.standsIn('formAndFunds');
  expect(again.ledger.steps.map((step) => step.ordinal)).toEqual([1, 2, 3, 4]);
  expect(again.ledger.looks).toHaveLength(1);
  await keepHistory('walked-again', again);
});

const eventsOf = async ({ handle }: FollowedTransfer) => (await handle.fetchHistory()).events ?? [];
const timersOf = async (transfer: FollowedTransfer) =>
  (await eventsOf(transfer)).filter(({ timerStartedEventAttributes: timer }) => timer).length;

test('ten single facts are forty-eight events at most, one alarm, and no question to the ledger', async () => {
  const transfer = await office.follow();
  for (let contact = 0; contact < 3; contact++) await heardSingly(transfer, transfer.ledger.note());
  for (const [step, outcome] of [
    ['review', 'eligible'],
    ['liaisonLetter', 'sent'],
    ['delivery', 'delivered'],
    ['formAndFunds', 'agreed'],
    ['entry', 'entered'],
    ['secondReview', 'approved'],
  ] as const) {
    await transfer.standsIn(step);
    await heardSingly(transfer, transfer.ledger.close(outcome));
  }
  await transfer.pass('booking', 'booked');
  expect(await transfer.ending()).toBe('completed');
  expect((await eventsOf(transfer)).length).toBeLessThanOrEqual(48);
  expect(await timersOf(transfer)).toBe(1);
  expect(transfer.ledger.looks).toEqual([]);
});

/** Nothing travels together: each fact is taken before the next comes. */
async function heardSingly(transfer: FollowedTransfer, nudge: FactNudge): Promise<void> {
  await transfer.say(nudge);
  await eventually(async () => {
    const events = await eventsOf(transfer);
    const [heard, done] = [
      events.findLastIndex(({ workflowExecutionSignaledEventAttributes: signal }) => signal),
      events.findLastIndex(({ workflowTaskCompletedEventAttributes: task }) => task),
    ];
    return done > heard;
  });
}

test('an alarm that lies earlier is armed instead; a later one waits for the earlier to ring', async () => {
  const transfer = await office.follow();
  await transfer.standsIn('review');
  transfer.ledger.sleepMs *= 2;
  await transfer.pass('review', 'eligible');
  await transfer.standsIn('liaisonLetter');
  expect(await timersOf(transfer)).toBe(1);
  transfer.ledger.sleepMs = 3_600_000;
  await transfer.pass('liaisonLetter', 'sent');
  await transfer.standsIn('delivery');
  expect(await timersOf(transfer)).toBe(2);
  transfer.ledger.sleepMs = 15 * 86_400_000;
  await transfer.days(1);
  expect(transfer.ledger.open()).toMatchObject({ step: 'delivery', alarms: 1 });
  expect(await timersOf(transfer)).toBe(3);
});

test('one message may close three steps, and facts that overtake each other are made good', async () => {
  const transfer = await office.follow((ledger) => {
    ledger.decided.set('delivery', 'delivered').set('formAndFunds', 'agreed');
  });
  await transfer.standsIn('review');
  const [eligible, sent] = [transfer.ledger.close('eligible'), transfer.ledger.close('sent')];
  expect(sent.closes).toHaveLength(3);
  await transfer.say(sent);
  await transfer.standsIn('entry');
  await transfer.say(eligible);
  await transfer.say(eligible, sent);
  await bookFromEntry(transfer);
  expect(await transfer.ending()).toBe('completed');
  expect(transfer.ledger.looks).toHaveLength(1);
});

test('a run that has come to another step than the ledger asks once, and is begun anew', async () => {
  const transfer = await office.follow();
  await transfer.standsIn('review');
  await transfer.say({ factSeq: 2, kind: 'reviewed', closes: [{ ordinal: 1, outcome: 'eligible' }] });
  await eventually(() => transfer.ledger.looks.length === 2);
  expect(transfer.ledger.looks).toMatchObject([
    { ordinal: 2, step: 'liaisonLetter' },
    { ordinal: 1, step: 'review' },
  ]);
  await transfer.pass('review', 'eligible');
  await transfer.standsIn('liaisonLetter');
});

test('a run that cannot take what it is told says so, and is begun anew', async () => {
  const transfer = await office.follow();
  await transfer.standsIn('review');
  await transfer.say({ factSeq: 2, kind: 'reviewed', closes: [{ ordinal: 1, outcome: 'delivered' }] });
  await eventually(() => transfer.ledger.looks.length === 2);
  expect(transfer.ledger.looks).toMatchObject([{ ordinal: 1, isLost: true }, { ordinal: 1 }]);
  await transfer.pass('review', 'eligible');
  await transfer.standsIn('liaisonLetter');
});

test('Temporal’s own page says where it stands and until when, and of no person', async () => {
  const transfer = await office.follow();
  await transfer.pass('review', 'eligible');
  await transfer.standsIn('liaisonLetter');
  expect(await detailsOf(transfer.handle)).toBe('liaisonLetter · attempt 1 · due 2026-03-31');
});
