/** Every instant lies inside what it speaks of; what does not is a defect of its field, and all of them are said at once. */
import { describe, expect, test } from 'vitest';
import type { NewFactDetail } from '../../../domain/facts/new-fact.ts';
import type { TestOffice } from '../../builders/office.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk, type Walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { postedLetter } from '../../builders/posted-letter.ts';
import { stepRowsOf } from '../../builders/ledger-rows.ts';

const { db, office } = await ownOffice();

type Who = keyof TestOffice['staff'];
const at = (text: string): { occurredAt: Date } => ({ occurredAt: new Date(`${text}:00+08:00`) });

const held = { kind: 'held', reasonCode: 'H01', reviewOn: '2026-12-31' } as const;

/** Accepted on Monday 2 March at ten, found eligible on Wednesday, the letter posted on Thursday, there on the next Monday. */
async function accepted(): Promise<{ id: string; the: Walk }> {
  const id = await anAcceptedTransfer(db, office, at('2026-03-02T10:00'));
  return { id, the: walk(db, office, id) };
}
async function toBeSent() {
  const started = await accepted();
  await started.the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-04T10:00'));
  return started;
}
async function underWay() {
  const started = await toBeSent();
  await started.the.say('letterClerk', postedLetter({ postedOn: '2026-03-05' }), at('2026-03-05T10:00'));
  return started;
}
async function awaited() {
  const started = await underWay();
  await started.the.say('letterClerk', { kind: 'letterDelivered' }, at('2026-03-09T10:00'));
  return started;
}

const defectsOf = async (said: Promise<unknown>): Promise<string[]> => {
  const error = await said.then(
    () => undefined,
    (thrown: unknown) => thrown as { defects?: { field: string; code: string }[] },
  );
  return (error?.defects ?? []).map(({ field, code }) => `${field} ${code}`);
};

describe('a fact before what it speaks of', () => {
  const cases: [string, () => Promise<{ the: Walk }>, Who, NewFactDetail, string, string][] = [
    [
      'a review before the acceptance',
      accepted,
      'reviewer',
      { kind: 'reviewed', outcome: 'eligible' },
      '2026-03-02T09:00',
      'occurredAt beforeStep',
    ],
    [
      'a contact before the acceptance',
      accepted,
      'clerk',
      { kind: 'counterpartContacted', channel: 'phone' },
      '2026-03-01T09:00',
      'occurredAt beforeAcceptance',
    ],
    [
      'a letter before the review',
      toBeSent,
      'letterClerk',
      postedLetter(),
      '2026-03-03T09:00',
      'occurredAt beforeStep',
    ],
    [
      'a hold two months before the acceptance',
      accepted,
      'reviewer',
      held,
      '2026-01-02T09:00',
      'occurredAt beforeStep',
    ],
    ['a hold before its step', toBeSent, 'clerk', held, '2026-03-03T09:00', 'occurredAt beforeStep'],
    [
      'a withdrawal before the letter that has left',
      underWay,
      'clerk',
      { kind: 'withdrawn' },
      '2026-03-04T12:00',
      'occurredAt beforeStep',
    ],
    [
      'an ending before the letter that has left',
      underWay,
      'clerk',
      { kind: 'closedWithoutTransfer', reasonCode: 'L06' },
      '2026-03-04T12:00',
      'occurredAt beforeStep',
    ],
    [
      'a receipt before the posting',
      underWay,
      'clerk',
      { kind: 'letterDelivered' },
      '2026-03-04T23:59',
      'occurredAt beforeLetter',
    ],
    [
      'a return before the posting',
      underWay,
      'clerk',
      { kind: 'letterReturned', reasonCode: 'M01' },
      '2026-03-04T23:59',
      'occurredAt beforeLetter',
    ],
    [
      'an answer before the posting',
      awaited,
      'clerk',
      { kind: 'returnedByCounterpart', reasonCode: 'L01' },
      '2026-03-04T23:59',
      'occurredAt beforeLetter',
    ],
    [
      'a form before the acceptance',
      awaited,
      'clerk',
      { kind: 'infoFormReceived', form: aForm() },
      '2026-03-01T09:00',
      'occurredAt beforeAcceptance',
    ],
  ];
  test.each(cases)('%s', async (_name, begin, who, detail, when, defect) => {
    const { the } = await begin();
    expect(await defectsOf(the.say(who, detail, at(when)))).toEqual([defect]);
  });

  test('the day of a form and the day of a posting', async () => {
    const { the } = await awaited();
    const form = (receivedOn: string) => ({ kind: 'infoFormReceived', form: { ...aForm(), receivedOn } }) as const;
    expect(await defectsOf(the.say('clerk', form('2019-03-02')))).toEqual(['form.receivedOn beforeAcceptance']);
    expect(await defectsOf(the.say('clerk', form('2099-03-02')))).toEqual(['form.receivedOn future']);
    const dated = { kind: 'infoFormReceived', form: { ...aForm(), transferredOn: '2099-03-02' } } as const;
    expect(await defectsOf(the.say('clerk', dated))).toEqual(['form.transferredOn future']);
    const { the: other } = await toBeSent();
    expect(await defectsOf(other.say('letterClerk', postedLetter({ postedOn: '2026-03-01' })))).toEqual([
      'postedOn beforeAcceptance',
    ]);
    expect(await defectsOf(other.say('letterClerk', postedLetter({ postedOn: '2099-03-03' })))).toEqual([
      'postedOn future',
    ]);
  });

  test('telling the person before the duty arose', async () => {
    const { id, the } = await accepted();
    await the.say('reviewer', held, at('2026-03-03T10:00'));
    const { id: taskId } = await db
      .selectFrom('tasks')
      .select('id')
      .where('transfer_id', '=', id)
      .executeTakeFirstOrThrow();
    const told = { kind: 'personTold', taskId, channel: 'phone' } as const;
    expect(await defectsOf(the.say('clerk', told, at('2026-03-03T09:00')))).toEqual(['occurredAt beforeTask']);
    await the.say('clerk', told, at('2026-03-03T11:00'));
  });

  test('is said together with whatever else is wrong', async () => {
    const { the } = await toBeSent();
    const wrong = { kind: 'letterSent', channel: 'ems', waybill: '1', postedOn: '2099-01-01' } as const;
    expect(await defectsOf(the.say('letterClerk', wrong, at('2026-03-01T09:00')))).toEqual([
      'occurredAt beforeStep',
      'postedOn future',
      'waybill waybill',
    ]);
    const hold = { kind: 'held', reasonCode: 'S01', reviewOn: '2099-01-01' } as const;
    expect(await defectsOf(the.say('clerk', hold, at('2026-03-01T09:00')))).toEqual([
      'occurredAt beforeStep',
      'reviewOn tooFar',
      'reasonCode reasonCode',
    ]);
  });

  test('is kept when the courier says it, and counts where it fits', async () => {
    const { id, the } = await underWay();
    const said = await the.say(null, { kind: 'letterDelivered' }, at('2026-03-01T09:00'));
    expect(said.closed).toMatchObject({ step: 'delivery', outcome: 'delivered' });
    expect(await stepsOf(id)).toMatchObject([
      {},
      {},
      { opened_at: new Date('2026-03-05T10:00:00+08:00'), closed_at: new Date('2026-03-05T10:00:00+08:00') },
      {},
    ]);
  });
});

const stepsOf = (id: string) => stepRowsOf(db, id);

describe('a hold', () => {
  test('that a fact ends with its step gives its days to the next step on the same clock', async () => {
    const { id, the } = await accepted();
    await the.say('reviewer', held, at('2026-03-03T10:00'));
    const said = await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-10T10:00'));
    expect(said.event?.payload).toMatchObject({ givenBackWorkingDays: 5 });
    const [review, letter] = await stepsOf(id);
    expect(review).toMatchObject({ held_since: null, held_working_days: 5, due_on: '2026-03-23' });
    expect(letter).toMatchObject({ due_on: '2026-03-30', due_explained: { heldWorkingDays: 5 } });
  });

  test('gives nothing to a step on another clock', async () => {
    const { id, the } = await toBeSent();
    await the.say('clerk', held, at('2026-03-05T10:00'));
    await the.say('letterClerk', postedLetter(), at('2026-03-11T10:00'));
    const [, letter, delivery] = await stepsOf(id);
    expect(letter).toMatchObject({ held_working_days: 4 });
    expect(delivery).toMatchObject({ due_on: '2026-03-25', due_explained: { heldWorkingDays: 0 } });
  });

  test('gives working days back, never those of a holiday', async () => {
    // 1 to 5 May 2026 are rest days, and Saturday 9 May is worked.
    const id = await anAcceptedTransfer(db, office, at('2026-04-29T10:00'));
    const the = walk(db, office, id);
    await the.say('reviewer', held, at('2026-04-30T10:00'));
    const said = await the.say('reviewer', { kind: 'resumed' }, at('2026-05-09T10:00'));
    expect(said.event?.payload).toMatchObject({ givenBackWorkingDays: 4 });
  });

  test('inside a hold is refused, and days do not come back twice', async () => {
    const { id, the } = await accepted();
    await the.say('reviewer', held, at('2026-03-03T10:00'));
    await expect(the.say('reviewer', held, at('2026-03-04T10:00'))).rejects.toMatchObject({ refusal: 'already-held' });
    await the.say('reviewer', { kind: 'resumed' }, at('2026-03-10T10:00'));
    expect(await defectsOf(the.say('reviewer', held, at('2026-03-04T10:00')))).toEqual(['occurredAt beforeHold']);
    await the.say('reviewer', held, at('2026-03-10T11:00'));
    expect(await defectsOf(the.say('reviewer', { kind: 'resumed' }, at('2026-03-10T10:30')))).toEqual([
      'occurredAt beforeHold',
    ]);
    await the.say('reviewer', { kind: 'resumed' }, at('2026-03-12T10:00'));
    expect((await stepsOf(id))[0]).toMatchObject({ held_working_days: 7, due_on: '2026-04-01' });
  });

  test('from next week is refused, and so is a step that ends before its hold', async () => {
    const { the } = await accepted();
    const nextWeek = { occurredAt: new Date(Date.now() + 7 * 86_400_000) };
    expect(await defectsOf(the.say('reviewer', held, nextWeek))).toContain('occurredAt future');
    await the.say('reviewer', held, at('2026-03-05T10:00'));
    const early = the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-04T10:00'));
    expect(await defectsOf(early)).toEqual(['occurredAt beforeHold']);
  });

  test('must be looked at again within half a year', async () => {
    const { the } = await accepted();
    const until = (reviewOn: string) => defectsOf(the.say('reviewer', { ...held, reviewOn }));
    expect(await until('2099-12-31')).toEqual(['reviewOn tooFar']);
    expect(await until('2027-09-30')).toEqual(['reviewOn tooFar']);
    expect(await until('2026-12-31')).toEqual([]);
  });
});

test('a booking ends the hold of its step as any other fact', async () => {
  const { id, the } = await awaited();
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm() }, at('2026-03-10T10:00'));
  const fact = await agreeingMoney(db, office, id, 3_420_644);
  await the.say(null, fact, at('2026-03-11T10:00'));
  await the.say('clerk', held, at('2026-03-12T10:00'));
  await the.say('entryClerk', { kind: 'entered' }, at('2026-03-17T10:00'));
  const [entry, review] = (await stepsOf(id)).slice(-2);
  expect([entry!.held_working_days, review!.due_explained]).toEqual([
    3,
    expect.objectContaining({ heldWorkingDays: 3 }),
  ]);
  await the.say('clerk', held, at('2026-03-18T10:00'));
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' }, at('2026-03-20T10:00'));
  expect((await stepsOf(id)).at(-1)!.due_explained).toMatchObject({ heldWorkingDays: 5, startedOn: '2026-03-11' });
});
