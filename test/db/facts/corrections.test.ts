/** A correction changes dates, never what was decided: it keeps its place, moves the limits that hang on it, and says what moved. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { countCompletionIn } from '../../../db/metrics/completion-in.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk, type Walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { postedLetter } from '../../builders/posted-letter.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { seqOf, stepRowsOf, transferRowOf } from '../../builders/ledger-rows.ts';

const { url: databaseUrl, db, office } = await ownOffice();
beforeAll(async () => {
  await standClockAt(db, '2026-04-20T10:00:00+08:00');
});

const instant = (text: string): Date => new Date(`${text}:00+08:00`);
const at = (text: string) => ({ occurredAt: instant(text) });

async function booked(): Promise<{ id: string; the: Walk }> {
  const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
  const the = walk(db, office, id);
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-04T10:00'));
  await the.say('letterClerk', postedLetter(), at('2026-03-05T10:00'));
  await the.say('letterClerk', { kind: 'letterDelivered' }, at('2026-03-09T10:00'));
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm() }, at('2026-03-10T10:00'));
  const fact = await agreeingMoney(db, office, id, 3_420_644);
  await the.say(null, fact, at('2026-03-11T10:00'));
  await the.say('entryClerk', { kind: 'entered' }, at('2026-03-17T10:00'));
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' }, at('2026-03-18T10:00'));
  await the.say('finance', { kind: 'booked' }, at('2026-03-20T10:00'));
  return { id, the };
}

const correct = async (id: string, kind: string, to: string) =>
  walk(db, office, id).say(
    'clerk',
    { kind: 'corrected', correctsSeq: await seqOf(db, id, kind), correctedOccurredAt: instant(to).toISOString() },
    { confirmedBy: office.staff.manager },
  );
const stepsOf = (id: string) => stepRowsOf(db, id);
const transferOf = (id: string) => transferRowOf(db, id);

async function checked(): Promise<void> {
  await sql`update outbox set sent_at = clock_timestamp()`.execute(db);
  const found = await checkInvariants({ databaseUrl });
  // Nobody rings the alarms of this office.
  expect(found.filter(({ invariant }) => invariant !== 'deadline-armed')).toEqual([]);
}

describe('a corrected instant keeps its place', () => {
  test.each([
    ['a booking before the acceptance', 'booked', '2026-02-01T10:00', 'beforeStep'],
    ['a booking before its review', 'booked', '2026-03-17T12:00', 'beforeStep'],
    ['a booking in the future', 'booked', '2026-05-01T10:00', 'future'],
    ['a letter before its review', 'letterSent', '2026-03-03T10:00', 'beforeStep'],
    ['a letter after its delivery', 'letterSent', '2026-03-10T10:00', 'afterNext'],
    ['an acceptance after the review', 'accepted', '2026-03-05T10:00', 'afterNext'],
    ['a form before the acceptance', 'infoFormReceived', '2026-03-01T10:00', 'beforeAcceptance'],
  ])('%s is refused', async (_name, kind, to, code) => {
    const { id } = await booked();
    await expect(correct(id, kind, to)).rejects.toMatchObject({ defects: [{ field: 'correctedOccurredAt', code }] });
  });

  test('the instants of a hold are not corrected: its days were given back', async () => {
    const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
    const the = walk(db, office, id);
    await the.say('clerk', { kind: 'held', reasonCode: 'H01', reviewOn: '2026-05-01' }, at('2026-03-03T10:00'));
    await expect(correct(id, 'held', '2026-03-02T11:00')).rejects.toMatchObject({
      defects: [{ field: 'correctedOccurredAt', code: 'ofHold' }],
    });
  });
});

describe('what hangs on it moves', () => {
  test('the acceptance moves the limits that count from it, open or met, and says so', async () => {
    const id = await anAcceptedTransfer(db, office, at('2026-03-30T10:00'));
    await walk(db, office, id).say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-04-02T10:00'));
    const before = (await stepsOf(id)).map(({ due_on: dueOn }) => dueOn);
    const said = await correct(id, 'accepted', '2026-03-26T10:00');
    const after = (await stepsOf(id)).map(({ due_on: dueOn }) => dueOn);
    expect([before, after]).toEqual([
      ['2026-04-21', '2026-04-21'],
      ['2026-04-17', '2026-04-17'],
    ]);
    expect(said.event?.payload).toMatchObject({
      moved: {
        dueDates: [
          { ordinal: 1, from: '2026-04-21', to: '2026-04-17' },
          { ordinal: 2, from: '2026-04-21', to: '2026-04-17' },
        ],
        figures: ['completion', 'volume'],
      },
    });
    expect((await transferOf(id)).accepted_at).toEqual(instant('2026-03-26T10:00'));
    await checked();
  });

  test('the letter moves its attempt, its neighbours and the limit of the courier', async () => {
    const { id } = await booked();
    const said = await correct(id, 'letterSent', '2026-03-06T16:00');
    const steps = await stepsOf(id);
    expect([steps[1]!.closed_at, steps[2]!.opened_at]).toEqual([
      instant('2026-03-06T16:00'),
      instant('2026-03-06T16:00'),
    ]);
    expect(said.event?.payload).toMatchObject({
      moved: {
        dueDates: [{ ordinal: 3, from: '2026-03-19', to: '2026-03-20' }],
        figures: ['completion', 'steps', 'volume'],
      },
    });
    const attempt = await db.selectFrom('attempts').selectAll().where('transfer_id', '=', id).executeTakeFirstOrThrow();
    expect(attempt.started_at).toEqual(instant('2026-03-06T16:00'));
    await checked();
  });

  test('the booking moves the end, and the case is done in another month; its outcome stays', async () => {
    const { id } = await booked();
    await correct(id, 'booked', '2026-04-01T10:00');
    expect(await transferOf(id)).toMatchObject({ closing: 'completed', closed_at: instant('2026-04-01T10:00') });
    const booking = await db.selectFrom('bookings').selectAll().where('transfer_id', '=', id).executeTakeFirstOrThrow();
    expect(booking.booked_at).toEqual(instant('2026-04-01T10:00'));
    expect((await stepsOf(id)).at(-1)).toMatchObject({ outcome: 'booked', closed_at: instant('2026-04-01T10:00') });
    await correct(id, 'booked', '2026-03-19T10:00');
    expect((await transferOf(id)).closed_at).toEqual(instant('2026-03-19T10:00'));
    await checked();
  });

  test('a second correction of one fact goes on from the first', async () => {
    const { id } = await booked();
    await correct(id, 'accepted', '2026-03-01T10:00');
    await correct(id, 'accepted', '2026-03-03T10:00');
    await expect(correct(id, 'accepted', '2026-03-04T12:00')).rejects.toMatchObject({ refusal: 'invalid' });
    expect((await transferOf(id)).accepted_at).toEqual(instant('2026-03-03T10:00'));
    const question = { officeId: office.officeId, from: '2026-03-03', to: '2026-03-03', asOf: '2026-04-20' };
    expect((await countCompletionIn(db, question, 45)).cohort).toBe(1);
    await checked();
  });
});
