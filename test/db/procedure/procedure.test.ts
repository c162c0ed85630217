import { describe, expect, test } from 'vitest';
import { listInfoForms } from '../../../db/forms/list.ts';
import { look } from '../../../db/procedure/look.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, aResidentId, money, walk, type Walk } from '../../builders/walk.ts';
import { testKeyring } from '../../builders/office.ts';
import { ownOffice } from '../../support/own-office.ts';
import { postedLetter, sendLetter } from '../../builders/posted-letter.ts';
import { stepRowsOf, transferRowOf } from '../../builders/ledger-rows.ts';

const { db, office } = await ownOffice();

async function started(): Promise<{ id: string; the: Walk }> {
  const id = await anAcceptedTransfer(db, office);
  return { id, the: walk(db, office, id) };
}

async function delivered(): Promise<{ id: string; the: Walk }> {
  const { id, the } = await started();
  await sendLetter(the);
  await the.open('delivery');
  await the.say(null, { kind: 'letterDelivered' });
  return { id, the };
}

const formIn = { kind: 'infoFormReceived', form: aForm() } as const;
const transferOf = (id: string) => transferRowOf(db, id);
const stepsOf = (id: string) => stepRowsOf(db, id);
const eventsOf = (id: string) =>
  db
    .selectFrom('events')
    .select(['seq', 'fact_seq', 'kind', 'occurred_at'])
    .where('transfer_id', '=', id)
    .orderBy('seq')
    .execute();

describe('the way to the booking', () => {
  test('every fact closes its step, the money is booked and the notice decided in one transaction', async () => {
    const { id, the } = await delivered();
    await the.open('formAndFunds');
    await the.say('clerk', formIn);
    const fact = await agreeingMoney(db, office, id, 3_420_644);
    expect((await the.say(null, fact)).closed).toMatchObject({ step: 'formAndFunds', outcome: 'agreed' });
    await the.open('entry');
    await the.say('entryClerk', { kind: 'entered' });
    await the.open('secondReview');
    await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    await the.open('booking');
    await the.say('accountClerk', { kind: 'booked' });

    expect(await transferOf(id)).toMatchObject({ closing: 'completed' });
    const booking = await db.selectFrom('bookings').selectAll().where('transfer_id', '=', id).executeTakeFirstOrThrow();
    expect(booking.amount_fen).toBe(3_420_644);
    const decision = await db.selectFrom('notice_decisions').selectAll().where('transfer_id', '=', id).execute();
    expect(decision).toHaveLength(1);
    const attempts = await db.selectFrom('attempts').selectAll().where('transfer_id', '=', id).execute();
    expect(attempts).toMatchObject([{ attempt: 1, ending: 'closed' }]);
    const events = await eventsOf(id);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    const factSeqs = events.map((event) => event.fact_seq).filter((seq) => seq !== null);
    expect(factSeqs).toEqual(factSeqs.map((_, index) => index + 1));
  });

  test('money before the form waits as proposed, and agrees when the form comes', async () => {
    const { id, the } = await delivered();
    await the.open('formAndFunds');
    const { creditId, partId } = await money(db, office, id, 3_420_644, { state: 'proposed', reason: 'F02' });
    const early = await the.say(null, {
      kind: 'fundReceived',
      creditId,
      partId,
      amountFen: 3_420_644,
      verdict: 'match',
    });
    expect(early.closed).toBeNull();
    expect((await the.say('clerk', formIn)).closed).toMatchObject({ outcome: 'agreed' });
    const part = await db.selectFrom('credit_parts').select('state').where('id', '=', partId).executeTakeFirstOrThrow();
    expect(part.state).toBe('matched');
  });

  test('amounts that differed are settled by a person, or by the money that was missing', async () => {
    const { id, the } = await delivered();
    await the.open('formAndFunds');
    const half = { state: 'proposed', reason: 'F03' } as const;
    const first = await money(db, office, id, 1_710_322, half);
    await the.say(null, { kind: 'fundReceived', ...first, amountFen: 1_710_322, verdict: 'amountDiffers' });
    expect((await the.say('clerk', formIn)).closed).toMatchObject({ outcome: 'differs' });
    expect(await the.open('match')).toMatchObject({ outcome: null });
    await expect(the.say('clerk', { kind: 'fundsAgreed' })).rejects.toMatchObject({ refusal: 'amount-mismatch' });
    const second = await money(db, office, id, 1_710_322, half);
    const rest = await the.say(null, {
      kind: 'fundReceived',
      ...second,
      amountFen: 1_710_322,
      verdict: 'amountDiffers',
    });
    expect(rest.closed).toMatchObject({ step: 'match', outcome: 'agreed' });
  });

  test('a digit swap stops the transfer: finance sends the form back and the next attempt begins with a correction letter', async () => {
    const { id, the } = await delivered();
    await the.open('formAndFunds');
    const { creditId, partId } = await money(db, office, id, 3_426_044, { state: 'proposed', reason: 'F03' });
    await the.say(null, { kind: 'fundReceived', creditId, partId, amountFen: 3_426_044, verdict: 'amountDiffers' });
    expect((await the.say('clerk', formIn)).closed).toMatchObject({ outcome: 'differs' });
    await the.open('match');
    await expect(the.say('clerk', { kind: 'fundsAgreed' })).rejects.toMatchObject({ refusal: 'amount-mismatch' });
    await the.say('clerk', { kind: 'sentBackToCounterpart', reasonCode: 'F03' });
    await the.open('liaisonLetter', 2);
    await the.say('letterClerk', postedLetter());
    const letters = await db
      .selectFrom('letters')
      .select('kind')
      .where('transfer_id', '=', id)
      .orderBy('attempt')
      .execute();
    expect(letters.map((letter) => letter.kind)).toEqual(['liaison', 'correction']);
    const attempts = await db
      .selectFrom('attempts')
      .selectAll()
      .where('transfer_id', '=', id)
      .orderBy('attempt')
      .execute();
    expect(attempts).toMatchObject([{ ending: 'returned', reason_code: 'F03' }, { ending: null }]);
  });
});

describe('facts that come early, late or twice', () => {
  test('a scan between two steps closes the delivery in the breath that opens it', async () => {
    const { the } = await started();
    await sendLetter(the);
    await the.say(null, { kind: 'letterDelivered' });
    expect(await the.open('delivery')).toMatchObject({ outcome: 'delivered' });
  });

  test('the same key records once; with another body it is refused', async () => {
    const { the } = await started();
    await the.open('review');
    const key = { idempotencyKey: `key-${the.ordinal()}-${aResidentId()}`, bodyHash: Buffer.from('one') };
    const first = await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, key);
    const second = await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, key);
    expect(second).toMatchObject({ event: null, seq: first.seq, closed: first.closed });
    const other = { ...key, bodyHash: Buffer.from('two') };
    await expect(the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, other)).rejects.toMatchObject({
      refusal: 'idempotency-key-reused',
    });
  });

  test('a form for a closed transfer is kept as a task with an owner', async () => {
    const { id, the } = await started();
    await the.open('review');
    await the.say('clerk', { kind: 'withdrawn' });
    expect(await the.say('clerk', formIn)).toMatchObject({ parked: true, closed: null });
    const tasks = await db.selectFrom('tasks').selectAll().where('transfer_id', '=', id).execute();
    expect(tasks).toMatchObject([{ kind: 'lateFact', owner_id: office.staff.clerk }]);
    expect(await listInfoForms(db, testKeyring, id)).toMatchObject([
      { state: 'kept', years: formIn.form.years.map(() => ({})) },
    ]);
  });

  test('a form that comes after form and money agreed is kept beside the one that is booked', async () => {
    const { id, the } = await delivered();
    await the.open('formAndFunds');
    await the.say('clerk', formIn);
    await the.say(null, await agreeingMoney(db, office, id, 3_420_644));
    const another = { kind: 'infoFormReceived', form: aForm(42_00) } as const;
    expect(await the.say('clerk', another)).toMatchObject({ parked: true, closed: null });
    await the.open('entry');
    expect(await the.say('clerk', another)).toMatchObject({ parked: true, closed: null });
    const forms = await listInfoForms(db, testKeyring, id);
    expect(forms.map(({ state, totalFen }) => [state, totalFen])).toEqual([
      ['received', 3_420_644],
      ['kept', 42_00],
      ['kept', 42_00],
    ]);
    const tasks = await db.selectFrom('tasks').select(['kind', 'owner_id']).where('transfer_id', '=', id).execute();
    expect(tasks.map(({ kind }) => kind)).toEqual(['parkedFact', 'parkedFact']);
  });

  test('a clerk’s completion is refused when another step is open', async () => {
    const { the } = await started();
    await expect(the.say('entryClerk', { kind: 'entered' })).rejects.toMatchObject({ refusal: 'step-not-open' });
  });

  test('two colleagues who complete one step at the same instant: one does it, the other is told', async () => {
    const { the } = await started();
    await the.open('review');
    const both = await Promise.allSettled([
      the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' }),
      the.say('reviewer2', { kind: 'reviewed', outcome: 'eligible' }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('who holds it', () => {
  test('the letter sender named at acceptance gets the letter, the steward chases the counterpart', async () => {
    const { id, the } = await started();
    const transfer = await transferOf(id);
    const owner = async () => (await stepsOf(id)).at(-1)?.owner_id;
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    // Whoever sends it for a colleague holds it from then on.
    expect(await owner()).toBe(transfer.letter_sender_id);
    await the.say('letterClerk', postedLetter());
    await the.say(null, { kind: 'letterDelivered' });
    expect(await owner()).toBe(transfer.steward_id);
  });

  test('who completes a colleague’s step has taken it over, and both are on record without a gap', async () => {
    const { id, the } = await started();
    await the.open('review');
    const [step] = await stepsOf(id);
    const other = step?.owner_id === office.staff.reviewer ? 'reviewer2' : 'reviewer';
    await the.say(other, { kind: 'reviewed', outcome: 'eligible' });
    const held = await db
      .selectFrom('responsibilities')
      .selectAll()
      .where('transfer_id', '=', id)
      .where('ordinal', '=', 1)
      .orderBy('id')
      .execute();
    expect(held.map((row) => row.staff_id)).toEqual([step?.owner_id, office.staff[other]]);
    expect(held[0]?.until).toEqual(held[1]?.since);
  });

  test('who entered may not review: not as owner, not by taking over', async () => {
    const { id, the } = await delivered();
    await the.open('formAndFunds');
    await the.say('clerk', formIn);
    await the.say(null, await agreeingMoney(db, office, id, 3_420_644));
    await the.open('entry');
    await the.say('reviewer2', { kind: 'entered' });
    await the.open('secondReview');
    expect((await stepsOf(id)).at(-1)?.owner_id).toBe(office.staff.reviewer);
    await expect(the.say('reviewer2', { kind: 'takenOver' })).rejects.toMatchObject({
      refusal: 'separation-of-duties',
    });
    await expect(the.say('reviewer2', { kind: 'secondReviewed', outcome: 'approved' })).rejects.toMatchObject({
      refusal: 'separation-of-duties',
    });
  });
});

test('a withdrawal leaves its money in suspense with finance, and a task to return it', async () => {
  const { id, the } = await started();
  await the.open('review');
  const { partId } = await money(db, office, id, 500, { state: 'proposed', reason: 'F02' });
  await the.say('clerk', { kind: 'withdrawn' });
  const part = await db.selectFrom('credit_parts').selectAll().where('id', '=', partId).executeTakeFirstOrThrow();
  expect(part).toMatchObject({ state: 'suspense', transfer_id: null, owner_id: office.staff.finance });
  const tasks = await db.selectFrom('tasks').select(['kind', 'owner_id']).where('transfer_id', '=', id).execute();
  expect(tasks).toEqual([{ kind: 'suspense', owner_id: office.staff.finance }]);
});

describe('deadlines', () => {
  test('fifteen working days from the acceptance, its own reasoning kept', async () => {
    const id = await anAcceptedTransfer(db, office, { occurredAt: new Date('2026-02-06T10:00:00+08:00') });
    const [step] = await stepsOf(id);
    expect(step?.due_on).toBe('2026-03-05');
    expect(step?.due_explained).toMatchObject({ limit: 'accept', workingDays: 15, startedOn: '2026-02-06' });
  });

  test('a deadline already past opens as overdue with one escalation, however often it is attended', async () => {
    const id = await anAcceptedTransfer(db, office, { occurredAt: new Date('2026-02-06T10:00:00+08:00') });
    for (let round = 0; round < 2; round++) {
      await look(db, { transferId: id, ordinal: 1, step: 'review', attempt: 1 });
    }
    const kinds = (await eventsOf(id)).map((event) => event.kind);
    expect(kinds.filter((kind) => kind === 'escalated')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'overdue')).toHaveLength(1);
    expect(kinds).not.toContain('reminded');
  });

  test('a hold arms its own review, gives its working days back and tells the person', async () => {
    const accepted = new Date('2026-03-02T10:00:00+08:00');
    const id = await anAcceptedTransfer(db, office, { occurredAt: accepted });
    const the = walk(db, office, id);
    await the.open('review');
    const before = (await stepsOf(id))[0]!;
    const held = { occurredAt: new Date('2026-03-04T10:00:00+08:00') };
    await the.say('reviewer', { kind: 'held', reasonCode: 'A04', reviewOn: '2026-03-09' }, held);
    await expect(
      the.say('reviewer', { kind: 'held', reasonCode: 'A04', reviewOn: '2026-03-10' }, held),
    ).rejects.toMatchObject({
      refusal: 'already-held',
    });
    await the.say('reviewer', { kind: 'resumed' }, { occurredAt: new Date('2026-03-11T10:00:00+08:00') });
    const after = (await stepsOf(id))[0]!;
    expect(before.due_on).toBe('2026-03-23');
    expect(after).toMatchObject({ due_on: '2026-03-30', held_since: null, held_working_days: 5 });
    const tasks = await db.selectFrom('tasks').select(['kind', 'reason_code']).where('transfer_id', '=', id).execute();
    expect(tasks).toEqual([{ kind: 'tellPerson', reason_code: 'A04' }]);
  });
});

describe('defects of an application', () => {
  test('come all at once and nothing is stored', async () => {
    const count = async () => (await db.selectFrom('transfers').select('id').execute()).length;
    const before = await count();
    const wrong = anAcceptedTransfer(db, office, {
      person: { name: '甲', idNumber: '360426199101010072', mobile: '123' },
      counterpartAreaCode: '999999',
    });
    await expect(wrong).rejects.toMatchObject({
      refusal: 'invalid',
      defects: [
        { field: 'person.name', code: 'tooShort' },
        { field: 'person.idNumber', code: 'checkDigit' },
        { field: 'person.mobile' },
        { field: 'counterpartAreaCode' },
      ],
    });
    expect(await count()).toBe(before);
  });

  test('a second open transfer of the same person names the first', async () => {
    const person = { name: '样例乙', idNumber: aResidentId() };
    const first = await anAcceptedTransfer(db, office, { person });
    const both = anAcceptedTransfer(db, office, { person });
    await expect(both).rejects.toMatchObject({ refusal: 'duplicate-transfer', extra: { transferId: first } });
  });
});
