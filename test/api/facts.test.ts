import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runClockFrom } from '../builders/office-clock.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk, type Walk } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let reviewer: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
  reviewer = await api.as('reviewer');
});
afterAll(() => api.stop());

const eligible = { kind: 'reviewed', outcome: 'eligible' };

async function inReview(): Promise<{ id: string; facts: string; the: Walk }> {
  const id = await anAcceptedTransfer(api.db, api.office);
  const the = walk(api.db, api.office, id);
  await the.open('review');
  return { id, facts: `/transfers/${id}/facts`, the };
}

test('a fact that closes its step is answered with the event', async () => {
  const { id, facts } = await inReview();
  const { status, body } = await reviewer.post(facts, eligible, aKey());
  expect(status).toBe(201);
  expect(body).toMatchObject({
    transferId: id,
    event: {
      kind: 'reviewed',
      factSeq: 2,
      outcome: 'eligible',
      by: { id: api.office.staff.reviewer },
      source: 'staff',
    },
    closedStep: { ordinal: 1, step: 'review', outcome: 'eligible' },
    parked: false,
  });
});

test('the same key and body again is the same fact; another body is refused', async () => {
  const { facts } = await inReview();
  const key = aKey();
  const first = await reviewer.post(facts, { ...eligible, note: 'ok' }, key);
  const again = await reviewer.post(facts, { note: 'ok', ...eligible }, key);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  const other = await reviewer.post(facts, { ...eligible, note: 'other' }, key);
  expect(other.status).toBe(409);
  expect(other.body.type).toBe('/problems/idempotency-key-reused');
});

test('a fact out of order is refused by name, and told which step is open', async () => {
  const { facts } = await inReview();
  const answer = await (await api.as('accountClerk')).post(facts, { kind: 'booked' }, aKey());
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({ type: '/problems/step-not-open', openStep: 'review', ordinal: 1 });
});

test('the answer names the next step, and it stands in the list of who has it', async () => {
  const { id, facts } = await inReview();
  const answer = await reviewer.post(facts, eligible, aKey());
  expect(answer.body).toMatchObject({
    closedStep: { ordinal: 1, step: 'review', outcome: 'eligible' },
    openStep: { ordinal: 2, step: 'liaisonLetter', attempt: 1, overdue: false },
  });
  const { owner } = answer.body.openStep;
  const { body } = await clerk.get(`/transfers?ownerId=${owner.id}&step=liaisonLetter`);
  expect(body.items.map((row: { id: string }) => row.id)).toContain(id);
  const sent = await (
    await api.as('letterClerk')
  ).post(facts, { kind: 'letterSent', channel: 'ems', waybill: '1111111111110' }, aKey());
  expect(sent.body.openStep).toMatchObject({ step: 'delivery', ordinal: 3 });
});

test('two clerks complete one step at the same instant: one does, the other is told', async () => {
  const { facts, id } = await inReview();
  const other = await api.as('reviewer2');
  const answers = await Promise.all([reviewer.post(facts, eligible, aKey()), other.post(facts, eligible, aKey())]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const refused = answers.find(({ status }) => status === 409)!;
  expect(refused.body).toMatchObject({ type: '/problems/step-not-open', openStep: 'liaisonLetter' });
  const events = (await clerk.get(`/transfers/${id}/events`)).body.items as { kind: string; seq: number }[];
  const done = events.filter(({ kind }) => kind === 'reviewed');
  expect(done).toHaveLength(1);
  // Who that was, the history says.
  expect(refused.body.seq).toBe(done[0]!.seq);
});

test('who puts on hold what is held, or records after the end, is told which entry was first; a note between them is none', async () => {
  const { facts } = await inReview();
  const hold = { kind: 'held', reasonCode: 'H01', reviewOn: '2026-12-30' };
  const { body: held } = await clerk.post(facts, hold, aKey());
  await clerk.post(facts, { kind: 'counterpartContacted', channel: 'phone' }, aKey());
  const again = await reviewer.post(facts, hold, aKey());
  expect(again.body).toMatchObject({ type: '/problems/already-held', seq: held.event.seq });
  const { body: resumed } = await clerk.post(facts, { kind: 'resumed' }, aKey());
  const free = await reviewer.post(facts, { kind: 'resumed' }, aKey());
  expect(free.body).toMatchObject({ type: '/problems/not-held', seq: resumed.event.seq });
  const { body: ended } = await clerk.post(facts, { kind: 'withdrawn' }, aKey());
  const late = await reviewer.post(facts, eligible, aKey());
  expect(late.body).toMatchObject({ type: '/problems/transfer-closed', seq: ended.event.seq });
});

test('the key of a request stands nowhere as it was sent, and is known again', async () => {
  const { id, facts } = await inReview();
  const key = { 'Idempotency-Key': 'for-110102199912310357' };
  const said = await reviewer.post(facts, eligible, key);
  expect((await reviewer.post(facts, eligible, key)).body.event.seq).toBe(said.body.event.seq);
  const { rows } = await sql<{
    text: string;
  }>`select row_to_json(e)::text as text from events e where transfer_id = ${id}`.execute(api.db);
  expect(rows.filter(({ text }) => text.includes('110102199912310357'))).toEqual([]);
});

test('a role records only its own facts', async () => {
  const { facts } = await inReview();
  const answer = await clerk.post(facts, eligible, aKey());
  expect(answer.status).toBe(403);
  expect(answer.body.type).toBe('/problems/forbidden');
  expect((await (await api.as('manager')).post(facts, eligible, aKey())).status).toBe(201);
});

test('what comes from outside is never refused: after the end it is kept, with an owner', async () => {
  const { id, facts, the } = await inReview();
  await the.say('clerk', { kind: 'withdrawn' });
  const answer = await clerk.post(facts, { kind: 'infoFormReceived', form: aForm() }, aKey());
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ parked: true, closedStep: null });
  const { body } = await clerk.get(`/tasks?transferId=${id}&kind=lateFact`);
  expect(body.items).toMatchObject([{ kind: 'lateFact', transferId: id, closedAt: null }]);
  const late = await reviewer.post(facts, eligible, aKey());
  expect(late.body.type).toBe('/problems/transfer-closed');
});

test('a fact may not lie in the future, and its key may not be missing', async () => {
  const { facts } = await inReview();
  const future = new Date(Date.now() + 86_400_000).toISOString();
  expect(fieldsOf(await reviewer.post(facts, { ...eligible, occurredAt: future }, aKey()))).toEqual([
    'occurredAt: future',
  ]);
  expect(fieldsOf(await reviewer.post(facts, eligible))).toEqual(['Idempotency-Key: missing']);
});

test('a correction names a fact and a reason, and is only proposed: nothing is recorded before a second person has agreed', async () => {
  const { id, facts, the } = await inReview();
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  const events = (await reviewer.get(`/transfers/${id}/events`)).body.items as { seq: number; kind: string }[];
  const correctsSeq = events.find(({ kind }) => kind === 'reviewed')?.seq;
  const correction = { kind: 'corrected', correctsSeq, note: 'seen on the day before' };
  const named = await reviewer.post(facts, { ...correction, secondPersonId: api.office.staff.manager }, aKey());
  expect([named.status, named.body]).toMatchObject([202, { kind: 'corrected', state: 'waiting', transferId: id }]);
  const kinds = (await reviewer.get(`/transfers/${id}/events`)).body.items.map(({ kind }: { kind: string }) => kind);
  expect(kinds).not.toContain('corrected');
});

test('a transfer goes by hand from the counter to the booking', async () => {
  const { id, facts, the } = await inReview();
  const [sender, entry, account, second] = await Promise.all([
    api.as('letterClerk'),
    api.as('entryClerk'),
    api.as('accountClerk'),
    api.as('reviewer2'),
  ]);
  const say = async (who: Caller, fact: object) => {
    const { status, body } = await who.post(facts, fact, aKey());
    expect({ status, problem: body.type }).toEqual({ status: 201, problem: undefined });
    return body;
  };
  await say(reviewer, eligible);
  await the.open('liaisonLetter');
  await say(sender, { kind: 'letterSent', channel: 'ems', waybill: '1111111111111' });
  await the.open('delivery');
  await say(sender, { kind: 'letterDelivered' });
  await the.open('formAndFunds');
  await say(clerk, { kind: 'infoFormReceived', form: aForm() });
  await the.say(null, await agreeingMoney(api.db, api.office, id, aForm().totalFen));
  await the.open('entry');
  await say(entry, { kind: 'entered' });
  await the.open('secondReview');
  await say(second, { kind: 'secondReviewed', outcome: 'approved' });
  await the.open('booking');
  const booked = await say(account, { kind: 'booked' });
  expect(booked.closedStep).toMatchObject({ step: 'booking', outcome: 'booked' });
  const detail = (await clerk.get(`/transfers/${id}`)).body;
  expect(detail).toMatchObject({ closing: 'completed', openStep: null, money: [{ state: 'booked' }] });
  expect(detail.infoForms[0]).toMatchObject({ totalFen: aForm().totalFen, years: [{ months: 12 }, { months: 5 }] });
  expect((await clerk.get(`/transfers/${id}/progress`)).body).toMatchObject({
    holder: null,
    next: null,
    closing: 'completed',
  });
});

test('who is refused two days later was not overtaken, and nobody is named', async () => {
  const { facts } = await inReview();
  await reviewer.post(facts, eligible, aKey());
  const { rows } = await sql<{ later: string }>`select (office_now() + interval '2 days')::text as later`.execute(
    api.db,
  );
  await runClockFrom(api.db, rows[0]!.later);
  const refused = await reviewer.post(facts, eligible, aKey());
  expect(refused.body).toMatchObject({ type: '/problems/step-not-open', openStep: 'liaisonLetter' });
  expect(refused.body.seq).toBeUndefined();
});
