/** Papers that come in: each registered on its day; what opens a transfer-out, what is known, what waits for somebody. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aLetter, ARRIVED, aTransferOut, outHand, register } from '../builders/letters-in.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let post: Caller;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  [post, clerk] = [await api.as('letterClerk'), await api.as('clerk')];
  await api.db
    .insertInto('counterparts')
    .values({ area_code: '320100', name: '样例二市社会保险中心', channel: 'platform' })
    .execute();
  await standClockAt(api.db, '2026-01-12T10:00:00+08:00');
});
afterAll(() => api.stop());

const eventsOf = async (id: string) =>
  (await clerk.get(`/transfers/${id}/events`)).body.items as { kind: string; occurredAt: string }[];
const tasksOf = async (query: string) => (await clerk.get(`/tasks?kind=incomingPaper&state=open&${query}`)).body.items;

describe('a letter of another region', () => {
  test('opens a transfer-out that counts from the day on which it came, though it is registered a week later', async () => {
    const { status, body } = await register(post, aLetter({ letterNo: '沪转-1', scanReference: 'S-17' }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'letter',
      channel: 'ems',
      state: 'opened',
      by: { displayName: 'letterClerk' },
      sender: { areaCode: '310000', name: '样例市社会保险中心' },
      letterNo: '沪转-1',
      letterDated: '2025-12-30',
      scanReference: 'S-17',
      personName: '样例转',
      twoRegions: false,
      parkedFor: null,
    });
    const transfer = (await clerk.get(`/transfers/${body.transferId}`)).body;
    expect(transfer).toMatchObject({
      acceptedAt: new Date(ARRIVED).toISOString(),
      openStep: { step: 'letterCheck', dueOn: '2026-01-26' },
    });
    expect(await eventsOf(body.transferId)).toMatchObject([
      { kind: 'accepted', occurredAt: new Date(ARRIVED).toISOString() },
      { kind: 'stepOpened' },
      { kind: 'letterReceived', occurredAt: new Date(ARRIVED).toISOString() },
    ]);
    expect((await clerk.get(`/incoming/${body.id}`)).body).toEqual(body);
  });

  test('is known when it comes a second time, by its number or by its day', async () => {
    for (const letterNo of ['沪转-2', undefined]) {
      const letter = aLetter({ letterNo });
      const first = (await register(post, letter)).body;
      const again = (await register(post, { ...letter, arrivedAt: '2026-01-08T09:00:00+08:00' })).body;
      expect(again).toMatchObject({ state: 'known', transferId: first.transferId, sameAs: first.id });
    }
  });

  test('registered twice with one key is one paper; the key of another paper is refused', async () => {
    const [letter, key] = [aLetter(), aKey()];
    const [first, again] = [await register(post, letter, key), await register(post, letter, key)];
    expect(again.body).toEqual(first.body);
    const other = await register(post, aLetter(), key);
    expect(other.body.type).toBe('/problems/idempotency-key-reused');
  });

  test('of the same region under another number asks again: no second transfer', async () => {
    const person = { name: '样例又', idNumber: aResidentId() };
    const first = (await register(post, aLetter({ person, letterNo: 'A-1' }))).body;
    const second = (await register(post, aLetter({ person, letterNo: 'A-2' }))).body;
    expect(second).toMatchObject({ state: 'attached', transferId: first.transferId });
    expect((await eventsOf(first.transferId)).at(-1)).toMatchObject({ kind: 'chased' });
  });

  test('of a second region is a second transfer of the same case, with a mark and somebody who looks', async () => {
    const person = { name: '样例双', idNumber: aResidentId() };
    const first = (await register(post, aLetter({ person }))).body;
    const second = (await register(post, aLetter({ person, senderAreaCode: '320100' }))).body;
    expect(second).toMatchObject({ state: 'opened', twoRegions: true, caseNo: first.caseNo });
    expect(second.transferId).not.toBe(first.transferId);
    expect(await tasksOf(`transferId=${second.transferId}`)).toHaveLength(1);
    for (const { transferId } of [first, second])
      expect((await outHand(api, transferId).read()).openStep).toMatchObject({ step: 'letterCheck' });
  });

  test('comes anew after the first went back', async () => {
    const person = { name: '样例退', idNumber: aResidentId() };
    const id = await aTransferOut(api, { person, letterNo: 'B-1' });
    await outHand(api, id).said('clerk', { kind: 'letterSentBack', reasonCode: 'L03' });
    const anew = (await register(post, aLetter({ person, letterNo: 'B-2', arrivedAt: '2026-01-10T09:00:00+08:00' })))
      .body;
    expect(anew.state).toBe('opened');
    expect(anew.transferId).not.toBe(id);
  });

  test('is taken of two clerks at once as one transfer', async () => {
    const person = { name: '样例同', idNumber: aResidentId() };
    const answers = await Promise.all(['C-1', 'C-1'].map((letterNo) => register(post, aLetter({ person, letterNo }))));
    expect(answers.map(({ body }) => body.state).sort()).toEqual(['known', 'opened']);
  });
});

describe('what cannot be said whose it is', () => {
  test.each([
    ['sender', aLetter({ senderAreaCode: '990000', senderName: '某地社保' })],
    ['sender', aLetter({ senderAreaCode: undefined })],
    ['person', aLetter({ person: { name: '样例糊', idNumber: '110102' } })],
    ['person', aLetter({ person: undefined })],
    ['case', { kind: 'chaser', arrivedAt: ARRIVED, senderAreaCode: '310000', letterNo: 'unheard-of' }],
    ['case', { kind: 'other', arrivedAt: ARRIVED }],
  ])('waits with an owner: %s', async (parkedFor, paper) => {
    const { status, body } = await register(post, paper);
    expect([status, body.state, body.parkedFor, body.transferId]).toEqual([201, 'parked', parkedFor, null]);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from tasks
      where kind = 'incomingPaper' and about ->> 'incomingId' = ${body.id} and closed_at is null and transfer_id is null`.execute(
      api.db,
    );
    expect(rows[0]!.n).toBe(1);
  });
});

test('what cannot be is refused, all of it at once', async () => {
  const answer = await register(post, aLetter({ arrivedAt: '2026-01-13T09:00:00+08:00', letterDated: '2026-01-14' }));
  expect(answer.status).toBe(422);
  expect(fieldsOf(answer)).toEqual(['arrivedAt: future', 'letterDated: afterArrival']);
  const unknown = await register(post, { kind: 'other', arrivedAt: ARRIVED, transferId: crypto.randomUUID() });
  expect(fieldsOf(unknown)).toEqual(['transferId: unknown']);
  expect((await register(await api.as('finance'), aLetter())).status).toBe(403);
});

describe('a paper about a transfer', () => {
  test('that asks after it is noted there', async () => {
    const id = await aTransferOut(api, { letterNo: 'D-1' });
    const chaser = {
      kind: 'chaser',
      arrivedAt: '2026-01-09T09:00:00+08:00',
      senderAreaCode: '310000',
      letterNo: 'D-1',
    };
    expect((await register(post, chaser)).body).toMatchObject({ state: 'attached', transferId: id });
    expect((await eventsOf(id)).at(-1)).toMatchObject({ kind: 'chased' });
  });

  test('that disputes it without a reason is its steward’s to read', async () => {
    const id = await aTransferOut(api);
    const { body } = await register(post, { kind: 'dispute', arrivedAt: '2026-01-09T09:00:00+08:00', transferId: id });
    expect(body.state).toBe('attached');
    expect(await tasksOf(`transferId=${id}`)).toHaveLength(1);
  });

  test('our own letter that came back belongs to the transfer-in of its number', async () => {
    const id = await anAcceptedTransfer(api.db, api.office);
    const { caseNo } = (await clerk.get(`/transfers/${id}`)).body;
    const { body } = await register(post, { kind: 'ownLetterBack', arrivedAt: ARRIVED, letterNo: caseNo });
    expect(body).toMatchObject({ state: 'attached', transferId: id });
    expect(await tasksOf(`transferId=${id}`)).toHaveLength(1);
  });
});

test('the in-tray lists them, the last that came first, page by page; nothing of a person stands there in clear', async () => {
  await register(post, aLetter({ note: '随信附表', person: { name: '样例密', idNumber: aResidentId() } }));
  const first = (await post.get('/incoming?limit=2')).body;
  const second = (await post.get(`/incoming?limit=2&cursor=${first.next}`)).body;
  const days = [...first.items, ...second.items].map(({ arrivedAt }) => arrivedAt);
  expect(days).toEqual([...days].sort().reverse());
  expect((await post.get('/incoming?state=parked&kind=letter')).body.items.length).toBeGreaterThan(1);
  const { rows } = await sql<{ text: string }>`select string_agg(to_jsonb(p)::text, '')
    || (select string_agg(payload::text, '') from office_events) as text from incoming_papers p`.execute(api.db);
  for (const word of ['样例密', '随信附表', '某地社保']) expect(rows[0]!.text).not.toContain(word);
});

describe('a paper that waits', () => {
  const place = (id: string, found: object, who = post) => who.post(`/incoming/${id}/placing`, found);
  const waits = async (change: object) => {
    const { body } = await register(post, aLetter(change));
    expect(body).toMatchObject({ state: 'parked', task: { owner: { displayName: expect.any(String) } } });
    return body;
  };

  test('opens its transfer as if it had been legible when it came, and nobody has to look at it any more', async () => {
    const { id, task } = await waits({ senderAreaCode: undefined, senderName: '某地社保', person: undefined });
    const { status, body } = await place(id, {
      senderAreaCode: '310000',
      person: { name: '样例寻', idNumber: aResidentId() },
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      state: 'opened',
      parkedFor: null,
      task: null,
      personName: '样例寻',
      sender: { areaCode: '310000', name: '样例市社会保险中心' },
    });
    expect((await clerk.get(`/transfers/${body.transferId}`)).body).toMatchObject({
      acceptedAt: new Date(ARRIVED).toISOString(),
      openStep: { step: 'letterCheck', dueOn: '2026-01-26' },
    });
    const closed = (await clerk.get('/tasks?kind=incomingPaper&state=closed&limit=200')).body.items;
    expect(closed.map((one: { id: string }) => one.id)).toContain(task.id);
    expect((await place(id, { senderAreaCode: '310000' })).body.type).toBe('/problems/already-decided');
  });

  test('keeps what was legible, and is told all that still lacks at once', async () => {
    const { id } = await waits({ senderAreaCode: undefined, person: { name: '样例缺' } });
    expect(fieldsOf(await place(id, { person: { idNumber: '11010219991231035' } }))).toEqual([
      'person.idNumber: length',
      'senderAreaCode: missing',
    ]);
    expect(fieldsOf(await place(id, { senderAreaCode: '990000' }))).toEqual([
      'person.idNumber: missing',
      'senderAreaCode: unknownArea',
    ]);
    expect((await place(id, {})).status).toBe(422);
    const placed = await place(id, { senderAreaCode: '310000', person: { idNumber: aResidentId() } });
    expect(placed.body).toMatchObject({ state: 'opened', personName: '样例缺' });
  });

  test('asks again where the transfer it is given to is one to another region', async () => {
    const transferId = await aTransferOut(api);
    const { id } = await waits({ person: undefined });
    expect((await place(id, { transferId })).body).toMatchObject({ state: 'attached', transferId, task: null });
    expect((await eventsOf(transferId)).at(-1)).toMatchObject({ kind: 'chased' });
  });

  test('of a dispute needs its transfer, and says why where somebody has read it', async () => {
    const transferId = await aTransferOut(api);
    const dispute = { kind: 'dispute', arrivedAt: '2026-01-09T09:00:00+08:00' };
    const [unread, read] = [(await register(post, dispute)).body, (await register(post, dispute)).body];
    expect(fieldsOf(await place(unread.id, { person: { name: '样例' } }))).toEqual(['transferId: missing']);
    expect(fieldsOf(await place(unread.id, { transferId: crypto.randomUUID() }))).toEqual(['transferId: unknown']);
    // Its steward reads it: somebody holds it still.
    expect((await place(unread.id, { transferId })).body).toMatchObject({
      state: 'attached',
      task: { owner: { displayName: 'clerk' } },
    });
    await place(read.id, { transferId, reasonCode: 'F03' });
    expect((await eventsOf(transferId)).map(({ kind }) => kind)).toContain('disputeReceived');
  });

  test('is placed once when two do it at the same moment', async () => {
    const { id } = await waits({ person: undefined });
    const person = { name: '样例同时', idNumber: aResidentId() };
    const answers = await Promise.all([post, clerk].map((who) => place(id, { person }, who)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('stands in the list of whoever holds it, and of no other', async () => {
    const { id, task } = await waits({ person: undefined });
    const mine = (who: Caller) => who.get('/incoming?mine=true&limit=200');
    const ids = async (who: Caller) => (await mine(who)).body.items.map((paper: { id: string }) => paper.id);
    const staff = Object.entries(api.office.staff).find(([, staffId]) => staffId === task.owner.id)!;
    expect(await ids(await api.as(staff[0] as 'letterClerk'))).toContain(id);
    expect(await ids(await api.as('finance'))).not.toContain(id);
    expect((await post.post(`/incoming/${crypto.randomUUID()}/placing`, { senderAreaCode: '310000' })).status).toBe(
      404,
    );
  });
});

test('an envelope is kept under the number of its waybill, and a number that is none is said beside the days', async () => {
  // By whichever courier.
  for (const [typed, kept] of [
    [' 1111111111110 ', '1111111111110'],
    ['sf1234567890123', 'SF1234567890123'],
  ])
    expect((await register(post, aLetter({ waybill: typed }))).body.waybill).toBe(kept);
  for (const misread of ['12', 'EA123456780CN']) {
    const wrong = aLetter({ waybill: misread, letterDated: '2026-01-14' });
    expect(fieldsOf(await register(post, wrong))).toEqual(['letterDated: afterArrival', 'waybill: envelopeNumber']);
  }
});

test('papers of one transfer are read from there', async () => {
  const transferId = await aTransferOut(api, { letterNo: 'E-1' });
  const { items } = (await clerk.get(`/incoming?transferId=${transferId}`)).body;
  expect(items).toMatchObject([{ letterNo: 'E-1', transferId }]);
});
