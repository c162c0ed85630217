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
  await the.say('accountClerk', { kind: 'booked' }, at('2026-03-20T10:00'));
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

test('the duty that a fact brought arose when the fact did, be it open or done', async () => {
  const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
  const the = walk(db, office, id);
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-03T10:00'));
  await the.say('letterClerk', postedLetter(), at('2026-03-04T10:00'));
  await the.say('letterClerk', { kind: 'letterReturned', reasonCode: 'M01' }, at('2026-03-16T10:00'));
  const duty = () =>
    db
      .selectFrom('tasks')
      .select(['id', 'opened_at', 'due_on', 'closed_at'])
      .where('transfer_id', '=', id)
      .where('kind', '=', 'tellPerson')
      .executeTakeFirstOrThrow();
  const before = await duty();
  await correct(id, 'letterReturned', '2026-03-12T10:00');
  const moved = await duty();
  expect(moved.opened_at).toEqual(instant('2026-03-12T10:00'));
  expect(moved.due_on < before.due_on).toBe(true);
  await the.say('clerk', { kind: 'personTold', taskId: moved.id, channel: 'phone' }, at('2026-03-13T10:00'));
  await correct(id, 'letterReturned', '2026-03-18T10:00');
  expect((await duty()).opened_at).toEqual(instant('2026-03-13T10:00'));
  await checked();
});

describe('between what came before and what followed, each as corrected before', () => {
  const said = async (kind: string, id: string, to: string, which = 0) => {
    const facts = await db
      .selectFrom('events')
      .select('seq')
      .where('transfer_id', '=', id)
      .where('kind', '=', kind)
      .orderBy('seq')
      .execute();
    const detail = { kind: 'corrected', correctsSeq: facts[which]!.seq } as const;
    const correctedOccurredAt = instant(to).toISOString();
    const more = { confirmedBy: office.staff.manager };
    return walk(db, office, id).say('clerk', { ...detail, correctedOccurredAt }, more);
  };
  const refused = (correcting: Promise<unknown>, code: string) =>
    expect(correcting).rejects.toMatchObject({ defects: [{ field: 'correctedOccurredAt', code }] });
  async function toBeSent() {
    const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
    const the = walk(db, office, id);
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-04T10:00'));
    return { id, the };
  }
  const held = { kind: 'held', reasonCode: 'H01', reviewOn: '2026-05-01' } as const;

  test('a step does not begin after a hold in it, be it over or not', async () => {
    const { id, the } = await toBeSent();
    await the.say('clerk', held, at('2026-03-05T10:00'));
    await refused(said('reviewed', id, '2026-03-09T10:00'), 'afterNext');
    await the.say('clerk', { kind: 'resumed' }, at('2026-03-19T10:00'));
    await refused(said('reviewed', id, '2026-04-10T10:00'), 'afterNext');
    await said('reviewed', id, '2026-03-05T09:00');
    expect((await stepsOf(id))[1]).toMatchObject({ opened_at: instant('2026-03-05T09:00'), held_working_days: 10 });
  });

  test('a second envelope stays in its step, the receipt behind the posting, and a duty is told after it arose', async () => {
    const { id, the } = await toBeSent();
    await the.say('letterClerk', postedLetter(), at('2026-03-05T10:00'));
    await the.say('letterClerk', postedLetter(), at('2026-03-09T10:00'));
    await refused(said('letterSent', id, '2026-03-04T12:00', 1), 'beforeStep');
    await refused(said('letterSent', id, '2026-03-10T10:00'), 'afterNext');
    await the.say('clerk', held, at('2026-03-10T10:00'));
    const { id: taskId } = await db
      .selectFrom('tasks')
      .select('id')
      .where('transfer_id', '=', id)
      .executeTakeFirstOrThrow();
    await the.say('clerk', { kind: 'personTold', taskId, channel: 'phone' }, at('2026-03-12T10:00'));
    await refused(said('personTold', id, '2026-03-09T12:00'), 'beforeTask');
  });

  test('the acceptance stays before what was corrected to earlier, and may follow what was corrected to later', async () => {
    const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
    await walk(db, office, id).say('clerk', { kind: 'counterpartContacted', channel: 'phone' }, at('2026-03-12T10:00'));
    await said('counterpartContacted', id, '2026-03-04T10:00');
    await refused(said('accepted', id, '2026-03-10T10:00'), 'afterNext');
    await said('counterpartContacted', id, '2026-03-16T10:00');
    await said('accepted', id, '2026-03-13T10:00');
    expect((await transferOf(id)).accepted_at).toEqual(instant('2026-03-13T10:00'));
  });

  test('and before the days that a letter and a form say, and never before there were rules', async () => {
    const { id, the } = await toBeSent();
    await the.say('letterClerk', postedLetter({ postedOn: '2026-03-03' }), at('2026-03-05T10:00'));
    await refused(said('accepted', id, '2026-03-04T09:00'), 'afterNext');
    await said('accepted', id, '2026-03-02T23:00');
    await refused(said('accepted', id, '2009-12-31T23:59'), 'beforeRules');
    await checked();
  });
});

describe('what hangs on it moves', () => {
  test('a hold that the fact ended: it has lasted until then, and the next step on the clock gets its days', async () => {
    const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
    const the = walk(db, office, id);
    await the.say('clerk', { kind: 'held', reasonCode: 'H01', reviewOn: '2026-05-01' }, at('2026-03-04T10:00'));
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-18T10:00'));
    const days = async () => (await stepsOf(id)).map((step) => [step.held_working_days, step.due_on]);
    expect((await days())[1]).toEqual([0, '2026-04-07']);
    await correct(id, 'reviewed', '2026-03-05T10:00');
    expect(await days()).toEqual([
      [1, '2026-03-24'],
      [0, '2026-03-24'],
    ]);
    await correct(id, 'reviewed', '2026-03-20T10:00');
    expect(await days()).toEqual([
      [12, '2026-04-09'],
      [0, '2026-04-09'],
    ]);
    await checked();
  });

  test('the letter was posted on the day on which it was sent, unless another day was said', async () => {
    const posted = async (id: string) =>
      (await db.selectFrom('letters').select('posted_on').where('transfer_id', '=', id).executeTakeFirstOrThrow())
        .posted_on;
    const days = [undefined, '2026-03-04'].map(async (postedOn) => {
      const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
      const the = walk(db, office, id);
      await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-03T10:00'));
      await the.say('letterClerk', postedLetter(postedOn ? { postedOn } : {}), at('2026-03-12T10:00'));
      await correct(id, 'letterSent', '2026-03-05T10:00');
      // Nobody is told that it came before it left.
      await the.say('letterClerk', { kind: 'letterDelivered' }, at('2026-03-09T10:00'));
      return posted(id);
    });
    expect(await Promise.all(days)).toEqual(['2026-03-05', '2026-03-04']);
  });

  test('so do the refusal in writing and the duty that was done', async () => {
    const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
    const the = walk(db, office, id);
    await the.say('reviewer', { kind: 'reviewed', outcome: 'refused', reasonCode: 'A01' }, at('2026-03-04T10:00'));
    const { id: taskId } = await db
      .selectFrom('tasks')
      .select('id')
      .where('transfer_id', '=', id)
      .executeTakeFirstOrThrow();
    await the.say('clerk', { kind: 'personTold', taskId, channel: 'phone' }, at('2026-03-05T10:00'));
    await correct(id, 'reviewed', '2026-03-03T10:00');
    await correct(id, 'personTold', '2026-03-06T10:00');
    const { rows } = await sql`select refused_at as refused, (select closed_at from tasks where id = ${taskId}) as told
      from refusals where transfer_id = ${id}`.execute(db);
    expect(rows).toEqual([{ refused: instant('2026-03-03T10:00'), told: instant('2026-03-06T10:00') }]);
  });

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
