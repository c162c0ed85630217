/** Talks with people: recorded once, about a person, with what was told, promised and counted. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IdentityAnswer } from '../../domain/contacts/identity-registry.ts';
import { aTalk, talks } from '../builders/contacts.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { aResidentId, anAcceptedTransfer } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
let finance: Caller;
let manager: Caller;
let registry: IdentityAnswer = { result: 'match', reason: '' };
const asked: string[] = [];
beforeAll(async () => {
  const ask = (question: { mobile: string }) => (asked.push(question.mobile), Promise.resolve(registry));
  api = await startApi({}, undefined, { identity: { ask } });
  [clerk, finance, manager] = [await api.as('clerk'), await api.as('finance'), await api.as('manager')];
  await standClockAt(api.db, '2026-03-10T10:00:00+08:00');
});
afterAll(() => api.stop());

const wrong = (answer: Answer): string[] => fieldsOf(answer).map((one) => one.split(':')[0]!);
const aPerson = (change: object = {}) =>
  anAcceptedTransfer(api.db, api.office, {
    person: { name: '样例甲', idNumber: aResidentId(), mobile: '13900000000' },
    ...change,
  });
const contactsOf = async (id: string) => (await clerk.get(`/contacts?transferId=${id}`)).body.items;
const tasksOf = async (kind: string, id: string) =>
  (await clerk.get(`/tasks?kind=${kind}&transferId=${id}&state=all&limit=100`)).body.items;

describe('a talk', () => {
  test('stands on the person’s page over all their transfers, and in the history of the one it was about', async () => {
    const id = await aPerson();
    const text = '问进度 😀 و متن فارسی in one line';
    const { status, body } = await talks(clerk, { transferId: id, text });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      party: 'person',
      personName: '样例甲',
      transferId: id,
      personOf: id,
      occurredAt: '2026-03-10T02:00:00.000Z',
      by: { displayName: 'clerk' },
      identity: 'notChecked',
      toldPersonal: false,
      text,
      promise: null,
    });
    expect(await contactsOf(id)).toEqual([body]);
    const events = (await clerk.get(`/transfers/${id}/events?limit=100`)).body.items;
    expect(events.at(-1)).toMatchObject({
      kind: 'contactRecorded',
      payload: { contactId: body.id, topic: body.topic },
    });
  });

  test('is one, however often it is sent under its key', async () => {
    const [id, key] = [await aPerson(), aKey()];
    const both = await Promise.all([talks(clerk, { transferId: id }, key), talks(clerk, { transferId: id }, key)]);
    expect(both[0].body).toEqual(both[1].body);
    expect(await contactsOf(id)).toHaveLength(1);
    expect((await talks(clerk, { transferId: id, channel: 'phone' }, key)).body.type).toBe(
      '/problems/idempotency-key-reused',
    );
  });

  test('is about whoever has the number, about a newcomer, or about nobody', async () => {
    const [idNumber, stranger] = [aResidentId(), aResidentId()];
    const id = await aPerson({ person: { name: '样例乙', idNumber, mobile: '13900000001' } });
    await talks(clerk, { caller: { idNumber } });
    expect(await contactsOf(id)).toHaveLength(1);
    const first = (await talks(clerk, { caller: { name: '样例丙', idNumber: stranger } })).body;
    expect(first).toMatchObject({ party: 'person', personName: '样例丙', personOf: null });
    // Their first case finds what was said before.
    const later = await aPerson({ person: { name: '样例丙', idNumber: stranger, mobile: '13900000002' } });
    expect(await contactsOf(later)).toMatchObject([{ id: first.id }]);
    expect((await talks(clerk, {})).body).toMatchObject({ party: 'nobody', personName: null });
    expect((await talks(clerk, { transferId: id, employer: '某某有限公司' })).body).toMatchObject({
      party: 'employer',
      employer: '某某有限公司',
    });
  });

  test('is refused with all that is wrong with it, at once', async () => {
    const id = await aPerson();
    const many = {
      transferId: id,
      topic: 'nonsense',
      toldPersonal: true,
      identity: 'mobileMatched',
      identityCheckId: crypto.randomUUID(),
    };
    expect(wrong(await talks(clerk, { ...many, channel: 'phone' }))).toEqual(['identityCheckId', 'topic']);
    expect(wrong(await talks(clerk, { channel: 'phone', toldPersonal: true }))).toEqual(['identity', 'toldPersonal']);
    expect(wrong(await talks(clerk, { toldPersonal: true, identity: 'cardSeen' }))).toEqual(['toldPersonal']);
    const long = await talks(clerk, { text: '长'.repeat(100_000) });
    expect([long.status, wrong(long)]).toEqual([422, ['text']]);
    expect(wrong(await talks(clerk, { caller: { idNumber: '110102199912310358' } }))).toEqual(['caller.idNumber']);
    expect((await talks(clerk, { transferId: crypto.randomUUID() })).status).toBe(404);
    expect((await (await api.asNew(['administrator'])).post('/contacts', aTalk(), aKey())).status).toBe(403);
  });

  test('stays as it was said', async () => {
    const { body } = await talks(clerk);
    await expect(sql`update contacts set topic = 'otherTopic' where id = ${body.id}`.execute(api.db)).rejects.toThrow(
      /append-only/,
    );
    await expect(sql`delete from contacts where id = ${body.id}`.execute(api.db)).rejects.toThrow(/append-only/);
  });

  test('is noted as a look at the person', async () => {
    const id = await aPerson();
    await talks(clerk, { transferId: id });
    await finance.get(`/contacts?transferId=${id}`);
    const { items } = (await manager.get(`/look-ups?transferId=${id}`)).body;
    expect(items.map(({ kind, by }: { kind: string; by: { displayName: string } }) => [kind, by.displayName])).toEqual([
      ['contacts', 'finance'],
      ['contacts', 'clerk'],
    ]);
  });
});

describe('whoever comes again and again', () => {
  test('is the manager’s with the third talk about one thing, once', async () => {
    const id = await aPerson();
    for (let n = 0; n < 2; n++) await talks(clerk, { transferId: id });
    await talks(clerk, { transferId: id, topic: 'contactDetails' });
    await talks(clerk, { transferId: id, direction: 'out' });
    expect(await tasksOf('repeatedContact', id)).toEqual([]);
    await talks(finance, { transferId: id });
    expect(await tasksOf('repeatedContact', id)).toMatchObject([
      { owner: { displayName: 'manager' }, about: { times: 3 } },
    ]);
  });

  test('is one task though it is forty times a day, also all at once; closed, it takes three more', async () => {
    const id = await aPerson();
    await Promise.all(Array.from({ length: 40 }, () => talks(clerk, { transferId: id, channel: 'portal' })));
    const [task, ...more] = await tasksOf('repeatedContact', id);
    expect([task.about.times, more]).toEqual([40, []]);
    expect((await manager.post(`/tasks/${task.id}/closing`, { note: '已电话沟通' })).status).toBe(200);
    for (let n = 0; n < 2; n++) await talks(clerk, { transferId: id });
    expect(await tasksOf('repeatedContact', id)).toHaveLength(1);
    await talks(clerk, { transferId: id });
    expect(await tasksOf('repeatedContact', id)).toHaveLength(2);
  }, 60_000);

  test('is nobody’s when the talks lie further apart than the rule says', async () => {
    const id = await aPerson();
    for (const day of ['2026-01-05', '2026-01-20', '2026-03-06'])
      await talks(clerk, { transferId: id, occurredAt: `${day}T10:00:00+08:00` });
    expect(await tasksOf('repeatedContact', id)).toEqual([]);
  });
});

describe('before something is told by telephone', () => {
  const told = { channel: 'phone', toldPersonal: true, identity: 'mobileMatched' };
  const check = async (transferId: string, mobile?: string) =>
    clerk.post('/identity-checks', { transferId, ...(mobile !== undefined && { mobile }) });

  test('the registry is asked, and its match is part of the talk', async () => {
    const id = await aPerson();
    registry = { result: 'match', reason: '' };
    const { status, body } = await check(id);
    expect([status, body]).toMatchObject([201, { result: 'match', reason: '', isKnownMobile: true }]);
    expect(asked.at(-1)).toBe('13900000000');
    const said = { ...told, transferId: id, identityCheckId: body.id };
    const both = await Promise.all([talks(clerk, said), talks(clerk, said)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(wrong(await talks(clerk, said))).toEqual(['identityCheckId']);
  });

  test('a mobile of somebody else, an answer that says nothing, of another person or to another colleague is no match', async () => {
    const [id, other] = [await aPerson(), await aPerson()];
    registry = { result: 'noMatch', reason: '' };
    const denied = (await check(id, '13911111111')).body;
    expect(denied).toMatchObject({ result: 'noMatch', isKnownMobile: false });
    registry = { result: 'unknown', reason: 'noAnswer' };
    const unknown = (await check(id)).body;
    registry = { result: 'match', reason: '' };
    const matched = (await check(id)).body;
    const tries = [
      talks(clerk, { ...told, transferId: id, identityCheckId: denied.id }),
      talks(clerk, { ...told, transferId: id, identityCheckId: unknown.id }),
      talks(clerk, { ...told, transferId: other, identityCheckId: matched.id }),
      talks(finance, { ...told, transferId: id, identityCheckId: matched.id }),
    ];
    for (const answer of await Promise.all(tries))
      expect([answer.status, wrong(answer)]).toEqual([422, ['identityCheckId']]);
  });

  test('without a number there is nothing to ask about', async () => {
    const id = await aPerson({ person: { name: '样例甲', idNumber: aResidentId() } });
    expect(wrong(await check(id))).toEqual(['mobile']);
  });
});
