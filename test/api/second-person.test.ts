/** What somebody decides about a form or over its defects: proposed by one, recorded when another confirms it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideMatch } from '../../db/credits/decide.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { letterArrives, sendLetter } from '../builders/posted-letter.ts';
import { testKeyring } from '../builders/office.ts';
import { OF_2023, OF_2024, V2 } from '../builders/vector-form.ts';
import { agreeingMoney, anAcceptedTransfer, money, walk } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
const desks = {} as Record<Desk, Caller>;
const DESKS = [
  'clerk',
  'letterClerk',
  'entryClerk',
  'reviewer',
  'reviewer2',
  'accountClerk',
  'finance',
  'manager',
] as const;
type Desk = (typeof DESKS)[number];
beforeAll(async () => {
  api = await startApi();
  for (const who of DESKS) desks[who] = await api.as(who);
});
afterAll(async () => {
  const broken = await checkInvariants({ databaseUrl: api.databaseUrl });
  await api.stop();
  expect(broken).toEqual([]);
});

const typeOf = ({ status, body }: Answer) => [status, (body as { type?: string }).type];
const confirm = (who: Desk, { body }: Answer) => desks[who].post(`/approvals/${body.id as string}/confirmation`);
const received = (form: object, more: object = {}) => ({ kind: 'infoFormReceived', form, ...more });

/** A letter has arrived: form and money are awaited. */
async function awaited() {
  const id = await anAcceptedTransfer(api.db, api.office);
  const the = walk(api.db, api.office, id);
  const facts = `/transfers/${id}/facts`;
  const say = (who: Desk, fact: object, key = aKey()): Promise<Answer> => desks[who].post(facts, fact, key);
  await sendLetter(the);
  await letterArrives(the);
  return { id, the, say };
}
const detailOf = async (id: string) => (await desks.clerk.get(`/transfers/${id}`)).body;
async function eventOf(id: string, kind: string) {
  const { items } = (await desks.clerk.get(`/transfers/${id}/events`)).body as { items: { kind: string }[] };
  return items.filter((event) => event.kind === kind);
}

describe('a base that is missing or set by us', () => {
  const bare = { ...OF_2023, baseFen: null };
  const years = [{ ...bare, baseReason: '单位欠缴' }, OF_2024];

  test('says why at every such year; then the form waits, and what it says is sealed', async () => {
    const { id, say } = await awaited();
    const set = { ...OF_2024, baseReason: ' ' };
    expect(fieldsOf(await say('clerk', received({ ...V2, years: [bare, { ...set, baseFen: null }] })))).toEqual([
      'form.years.0.baseReason: missing',
      'form.years.1.baseReason: missing',
    ]);
    const proposed = await say('clerk', received({ ...V2, years }));
    expect([proposed.status, proposed.body.kind, proposed.body.state]).toEqual([202, 'decideBase', 'waiting']);
    expect(proposed.body.changes).toEqual([
      { field: 'accountTotalFen', was: null, becomes: V2.accountTotalFen },
      { field: 'totalFen', was: null, becomes: V2.totalFen },
      { field: 'decidedBases', was: null, becomes: 1 },
      { field: 'baseReason', was: null, becomes: '202301–202312 – 单位欠缴' },
    ]);
    expect((await detailOf(id)).infoForms).toEqual([]);
    const row = await api.db
      .selectFrom('approvals')
      .selectAll()
      .where('id', '=', proposed.body.id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('单位欠缴');
  });

  test('is recorded when another confirms it, with both names, as of the day on which it came', async () => {
    const { id, the, say } = await awaited();
    await the.say(null, await agreeingMoney(api.db, api.office, id, V2.totalFen));
    const proposed = await say('clerk', received({ ...V2, years }, { note: '已电话核实' }));
    expect(typeOf(await confirm('clerk', proposed))).toEqual([409, '/problems/separation-of-duties']);
    expect(typeOf(await confirm('finance', proposed))).toEqual([403, '/problems/forbidden']);
    const waiting = (await desks.reviewer.get('/approvals')).body.toConfirm as { id: string }[];
    expect(waiting.map((one) => one.id)).toContain(proposed.body.id);
    expect((await confirm('reviewer', proposed)).status).toBe(200);
    const { infoForms, openStep } = await detailOf(id);
    expect(infoForms).toMatchObject([
      { secondPersonId: api.office.staff.reviewer, years: [{ baseFen: null, baseReason: '单位欠缴' }, {}] },
    ]);
    expect(openStep.step).toBe('entry');
    const [event] = await eventOf(id, 'infoFormReceived');
    expect(event).toMatchObject({
      by: { id: api.office.staff.clerk },
      confirmedBy: { id: api.office.staff.reviewer },
      payload: { note: '已电话核实' },
    });
    expect(Date.parse((event as unknown as { occurredAt: string }).occurredAt)).toBeLessThanOrEqual(
      Date.parse(proposed.body.proposedAt),
    );
  });

  test('is overtaken when another form came, and said again under its key it is the same proposal', async () => {
    const { id, say } = await awaited();
    const key = aKey();
    const proposed = await say('clerk', received({ ...V2, years }), key);
    expect((await say('clerk', received({ ...V2, years }), key)).body.id).toBe(proposed.body.id);
    expect(typeOf(await say('clerk', received({ ...V2, years: [...years, OF_2024] }), key))).toEqual([
      409,
      '/problems/idempotency-key-reused',
    ]);
    expect(typeOf(await say('letterClerk', received({ ...V2, years })))).toEqual([409, '/problems/already-proposed']);
    expect((await say('clerk', received(V2))).status).toBe(201);
    const overtaken = await confirm('entryClerk', proposed);
    expect([typeOf(overtaken), overtaken.body.changed]).toMatchObject([
      [409, '/problems/changed-meanwhile'],
      [{ field: 'formId', was: null }],
    ]);
    expect((await detailOf(id)).infoForms).toHaveLength(1);
    expect((await say('clerk', received({ ...V2, years }), key)).body.state).toBe('overtaken');
  });

  test('cannot be recorded past the second person', async () => {
    const { the } = await awaited();
    await expect(the.say('clerk', { kind: 'infoFormReceived', form: { ...V2, years } })).rejects.toMatchObject({
      refusal: 'separation-of-duties',
    });
  });
});

describe('a booking over what the form says and cannot be', () => {
  /** ④ is off by 400.00, ⑥ is what was paid. */
  const BROKEN = { ...V2, accountUntilLastYearFen: 940_644 };
  const booked = { kind: 'booked', note: '原参保地已书面说明' };

  async function atTheBooking() {
    const transfer = await awaited();
    const { id, the, say } = transfer;
    await say('clerk', received(BROKEN));
    await the.say(null, await agreeingMoney(api.db, api.office, id, V2.totalFen));
    await enteredAndReviewed(the);
    return transfer;
  }
  async function enteredAndReviewed(the: ReturnType<typeof walk>) {
    await the.open('entry');
    await the.say('entryClerk', { kind: 'entered' });
    await the.open('secondReview');
    await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    await the.open('booking');
  }

  test('waits for a reviewer or the manager; then it is booked with both names', async () => {
    const { id, say } = await atTheBooking();
    const key = aKey();
    const proposed = await say('accountClerk', booked, key);
    expect([proposed.status, proposed.body.kind, proposed.body.note]).toEqual([202, 'bookOverDefects', booked.note]);
    expect(proposed.body.changes).toContainEqual({ field: 'overDefects', was: null, becomes: 'accountIdentity' });
    expect(await detailOf(id)).toMatchObject({ closing: null, money: [{ state: 'matched' }] });
    // Who proposed it, who entered it, who has read the entry, who has no such role.
    expect(typeOf(await confirm('accountClerk', proposed))).toEqual([409, '/problems/separation-of-duties']);
    expect(typeOf(await confirm('reviewer', proposed))).toEqual([409, '/problems/separation-of-duties']);
    for (const who of ['entryClerk', 'finance'] as const)
      expect(typeOf(await confirm(who, proposed))).toEqual([403, '/problems/forbidden']);
    expect((await confirm('reviewer2', proposed)).status).toBe(200);
    expect(await detailOf(id)).toMatchObject({ closing: 'completed', money: [{ state: 'booked' }] });
    expect(await eventOf(id, 'booked')).toMatchObject([
      {
        by: { id: api.office.staff.accountClerk },
        confirmedBy: { id: api.office.staff.reviewer2 },
        payload: { note: booked.note, overDefects: ['accountTotalFen accountIdentity'] },
      },
    ]);
    // Whoever lost the answer.
    expect((await say('accountClerk', booked, key)).body).toMatchObject({ id: proposed.body.id, state: 'confirmed' });
    expect(typeOf(await confirm('manager', proposed))).toEqual([409, '/problems/already-decided']);
  });

  test('is overtaken when its money has changed', async () => {
    const { id, say } = await atTheBooking();
    const proposed = await say('accountClerk', booked);
    await money(api.db, api.office, id, 100);
    const overtaken = await confirm('reviewer2', proposed);
    expect([typeOf(overtaken), overtaken.body.changed]).toEqual([
      [409, '/problems/changed-meanwhile'],
      [{ field: 'matchedFen', was: V2.totalFen, becomes: V2.totalFen + 100 }],
    ]);
    expect(await detailOf(id)).toMatchObject({ closing: null });
  });

  test('is confirmed by nobody who has said whose the money is', async () => {
    const { id, the, say } = await awaited();
    await say('clerk', received(BROKEN));
    const part = await money(api.db, api.office, id, V2.totalFen, { state: 'proposed', reason: 'named' });
    const { officeId, staff } = api.office;
    const decision = { decision: 'confirm', byStaffId: staff.manager, bodyHash: Buffer.from('') } as const;
    await decideMatch(api.db, testKeyring, { officeId, ...part, ...decision, idempotencyKey: `by the manager ${id}` });
    await enteredAndReviewed(the);
    const proposed = await say('accountClerk', booked);
    expect(typeOf(await confirm('manager', proposed))).toEqual([409, '/problems/separation-of-duties']);
    expect((await confirm('reviewer2', proposed)).status).toBe(200);
  });

  test('is proposed by nobody who has entered or read it', async () => {
    const { id, the, say } = await awaited();
    await say('clerk', received(BROKEN));
    await the.say(null, await agreeingMoney(api.db, api.office, id, V2.totalFen));
    await the.open('entry');
    await the.say('manager', { kind: 'entered' });
    await the.open('secondReview');
    await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
    await the.open('booking');
    expect(typeOf(await say('manager', booked))).toEqual([409, '/problems/separation-of-duties']);
    expect(await detailOf(id)).toMatchObject({ closing: null });
  });
});
