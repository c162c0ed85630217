import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { residentId } from '../builders/persons.ts';
import { aResidentId, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { aKey, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

const application = (change: object = {}) => ({
  person: { name: '样例甲', idNumber: aResidentId(), mobile: '13900000000' },
  counterpartAreaCode: '310000',
  ...change,
});

describe('at the counter', () => {
  test('an application becomes a transfer with a slip to take home', async () => {
    const { status, body } = await clerk.post('/transfers', application());
    expect(status).toBe(201);
    expect(body.transfer).toMatchObject({
      direction: 'in',
      personName: '样例甲',
      counterpart: { areaCode: '310000' },
      steward: { id: api.office.staff.clerk },
      openStep: { ordinal: 1, step: 'review', attempt: 1, overdue: false, held: false },
      closedAt: null,
    });
    expect(body.slip).toMatchObject({ steward: 'clerk', nextStep: 'review', telephone: '010-66000000' });
    expect(body.slip.statusCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
    expect(body.slip.dueOn > body.transfer.acceptedAt.slice(0, 10)).toBe(true);
  });

  test('a second open transfer of the same person from the same office is refused, and the first one named', async () => {
    const asked = application();
    const first = await clerk.post('/transfers', asked);
    const { status, body } = await clerk.post('/transfers', asked);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: '/problems/duplicate-transfer',
      transferId: first.body.transfer.id,
      caseNo: first.body.transfer.caseNo,
    });
  });

  test('the same request again gives back what it made; another body under its key is refused', async () => {
    const [asked, key] = [application(), aKey()];
    const first = await clerk.post('/transfers', asked, key);
    const again = await clerk.post('/transfers', asked, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.transfer.id).toBe(first.body.transfer.id);
    const other = await clerk.post('/transfers', application(), key);
    expect(other.status).toBe(409);
    expect(other.body.type).toBe('/problems/idempotency-key-reused');
  });

  test('in one moment under one key one application is taken in, and its repeat is given the same; another one is refused', async () => {
    const [asked, key] = [application(), aKey()];
    const bodies = [asked, asked, application(), application()];
    // A connection for each: otherwise one waits for the other, and finds it done.
    await Promise.all(bodies.map(() => sql`select pg_sleep(0.1)`.execute(api.db)));
    const answers = await Promise.all(bodies.map((body) => clerk.post('/transfers', body, key)));
    const taken = answers.filter(({ status }) => status < 300);
    expect(new Set(taken.map(({ body }) => body.transfer.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter((answer) => !taken.includes(answer)).map(({ body }) => body.type);
    expect(new Set(refused)).toEqual(new Set(['/problems/idempotency-key-reused']));
  });
});

describe('persons who are no residents', () => {
  test.each([
    ['an old permanent residence card of 15 characters', { name: 'SAMPLE ANNA', idNumber: 'GBR110078101003' }],
    ['a new one of 18', { name: 'SAMPLE JOHN', idNumber: residentId('1984-03-08', 12, '911826') }],
    [
      'a permit of Hong Kong and its telephone',
      { name: '样例港', idNumber: residentId('1988-10-10', 23, '810000'), mobile: '+852 51234567' },
    ],
    [
      'a telephone of Taiwan',
      { name: '样例台', idNumber: residentId('1988-10-10', 25, '830000'), mobile: '00886 912-345-678' },
    ],
  ])('are accepted with %s', async (_, person) => {
    const { status, body } = await clerk.post('/transfers', application({ person }));
    expect([status, body.errors]).toEqual([201, undefined]);
    const found = await clerk.post('/transfers/search', { any: ` ${person.idNumber.toLowerCase()} ` });
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([body.transfer.id]);
  });

  test('a number abroad gets an SMS only where the gateway of the office may send', async () => {
    const channelTo = async (mobile: string): Promise<string | undefined> => {
      const person = { name: '样例港', idNumber: aResidentId(), mobile };
      const { body } = await clerk.post('/transfers', application({ person }));
      const { body: detail } = await clerk.get(`/transfers/${body.transfer.id}`);
      return detail.notices[0]?.channel;
    };
    expect(await channelTo('+852 5123 4567')).toBe('phone');
    await sql`update offices set sms_prefixes = '{+852}'`.execute(api.db);
    expect([await channelTo('+852 5123 4567'), await channelTo('+81 90 1234 5678')]).toEqual(['sms', 'phone']);
  });
});

describe('the list of transfers', () => {
  let ids: string[];
  let mine: Caller;
  beforeAll(async () => {
    mine = await api.as('clerk');
    ids = [];
    for (let at = 0; at < 7; at += 1) {
      const id = await anAcceptedTransfer(api.db, api.office, { category: 'listed' });
      ids.push(id);
      // A transfer-out of an old ledger stands in no step.
      if (at % 2 === 1) await sql`delete from steps where transfer_id = ${id}`.execute(api.db);
    }
  });

  const allPages = async (query: string, limit = 2): Promise<string[]> => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await mine.get(`/transfers?limit=${String(limit)}&${query}${cursor}`);
      expect(body.items.length).toBeLessThanOrEqual(limit);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (!body.next) return seen;
      cursor = `&cursor=${body.next}`;
    }
  };

  test('has every open transfer exactly once, with the ones in no step last', async () => {
    const open = await api.db.selectFrom('transfers').select('id').where('closed_at', 'is', null).execute();
    const seen = await allPages('state=open');
    expect([...seen].sort()).toEqual(open.map(({ id }) => id).sort());
    const withStep = ids.filter((_, at) => at % 2 === 0);
    const without = ids.filter((id) => !withStep.includes(id));
    const places = (some: readonly string[]) => some.map((id) => seen.indexOf(id));
    expect(Math.max(...places(withStep))).toBeLessThan(Math.min(...places(without)));
    // A page may end exactly where the ones in no step begin.
    expect(await allPages('state=open', 1)).toEqual(seen);
    expect(await allPages('state=all')).toHaveLength(open.length);
    expect(await allPages('state=closed')).toEqual([]);
  });

  test('is narrowed by owner, step, counterpart and due day', async () => {
    const owner = (await mine.get(`/transfers?step=review&limit=1`)).body.items[0].openStep.owner.id as string;
    const owned = await mine.get(`/transfers?ownerId=${owner}&step=review&counterpartAreaCode=310000`);
    expect(owned.body.items.length).toBeGreaterThan(0);
    for (const { openStep } of owned.body.items)
      expect(openStep).toMatchObject({ step: 'review', owner: { id: owner } });
    expect((await mine.get('/transfers?step=booking')).body.items).toEqual([]);
    expect((await mine.get('/transfers?dueBefore=2020-01-01')).body.items).toEqual([]);
    expect((await mine.get('/transfers?counterpartAreaCode=999999')).body.items).toEqual([]);
    expect((await mine.get('/transfers?overdue=true')).body.items).toEqual([]);
  });
});

describe('the search', () => {
  const idNumber = aResidentId();
  let id: string;
  let slip: { statusCode: string };
  let caseNo: string;
  beforeAll(async () => {
    const person = { name: '阿依·古丽', idNumber, mobile: '13911112222' };
    const { body } = await clerk.post('/transfers', application({ person }));
    ({ id, caseNo } = body.transfer);
    slip = body.slip;
    const the = walk(api.db, api.office, id);
    await the.open('review');
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    await the.open('liaisonLetter');
    await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill: '9876543210123' });
  });

  const found = async (body: object) => {
    const answer = await clerk.post('/transfers/search', body);
    expect(answer.status).toBe(200);
    return answer.body.items.map((row: { id: string }) => row.id) as string[];
  };

  test('finds by any number, told from its form', async () => {
    const spaced = `${slip.statusCode.slice(0, 4)}-${slip.statusCode.slice(4)}`.toLowerCase();
    for (const any of [idNumber, '139 1111 2222', caseNo, `${caseNo}-1-1`, '9876543210123', spaced, '阿依•古丽']) {
      expect(await found({ any })).toEqual([id]);
    }
  });

  test('and the name is shown as it was written', async () => {
    expect((await clerk.get(`/transfers/${id}`)).body.personName).toBe('阿依·古丽');
  });

  test('finds by one field or by several that must all fit', async () => {
    expect(await found({ name: '阿依古丽', mobile: '13911112222' })).toEqual([id]);
    expect(await found({ name: '阿依古丽', mobile: '13900000001' })).toEqual([]);
    expect(await found({ waybill: '9876543210123', caseNo })).toEqual([id]);
    expect(await found({ any: 'no such thing' })).toEqual([]);
  });

  test('refuses what cannot be the field, and an empty question', async () => {
    const answer = await clerk.post('/transfers/search', { idNumber: '123', waybill: 'x' });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((one: { field: string }) => one.field)).toEqual(['idNumber', 'waybill']);
    expect((await clerk.post('/transfers/search', {})).status).toBe(422);
  });

  test('is recorded with who looked and what was found, never with what was typed', async () => {
    await found({ any: idNumber });
    await api.lookUps.flush();
    const last = await api.db
      .selectFrom('look_ups')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(last).toMatchObject({ staff_id: api.office.staff.clerk, kind: 'idNumber', transfer_ids: [id] });
    expect(JSON.stringify(last)).not.toContain(idNumber);
  });
});

describe('one transfer', () => {
  test('is shown with its letters, attempts and the facts that the viewer may record now', async () => {
    const id = await anAcceptedTransfer(api.db, api.office);
    const the = walk(api.db, api.office, id);
    await the.open('review');
    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    await the.open('liaisonLetter');
    const sender = await api.as('letterClerk');
    const before = (await sender.get(`/transfers/${id}`)).body;
    expect(before.allowedFacts).toContain('letterSent');
    expect(before.allowedFacts).not.toContain('letterLost');
    expect(before.person).toEqual({
      sex: expect.stringMatching(/^(fe)?male$/),
      inFull: before.person.inFull,
      name: '样例甲',
      idNumberMasked: expect.stringMatching(/^\d{3}\*{11}[\dX]{4}$/),
      mobileMasked: '*******0000',
      address: null,
      changes: [],
      employer: null,
    });
    expect((await clerk.get(`/transfers/${id}`)).body.allowedFacts).not.toContain('letterSent');

    await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill: '5555555555555' });
    await the.open('delivery');
    const after = (await sender.get(`/transfers/${id}`)).body;
    expect(after.letters).toMatchObject([{ attempt: 1, envelope: 1, waybill: '5555555555555', state: 'posted' }]);
    expect(after.attempts).toMatchObject([{ attempt: 1, endedAt: null }]);
    expect(after.allowedFacts).toEqual(
      expect.arrayContaining(['letterDelivered', 'letterReturned', 'letterLost', 'held']),
    );
    expect(after.allowedFacts).not.toContain('resumed');
  });

  test('tells who holds it since when, and that is somebody at every moment', async () => {
    const id = await anAcceptedTransfer(api.db, api.office);
    const the = walk(api.db, api.office, id);
    const reviewing = (await clerk.get(`/transfers/${id}/progress`)).body;
    expect(reviewing.holder).toMatchObject({ as: 'stepOwner', staff: reviewing.steps[0].owner });
    expect(reviewing.next).toBe('liaisonLetter');
    expect(reviewing.steps[0].dueExplained).toMatchObject({ limit: 'accept', workingDays: 15 });
    expect(reviewing.steps[0].owners).toMatchObject([{ why: 'assigned', until: null }]);

    await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
    const after = (await clerk.get(`/transfers/${id}/progress`)).body;
    expect(after).toMatchObject({ holder: { as: 'stepOwner' }, next: 'delivery' });
    expect(after.holder.since).toBe(after.steps[0].closedAt);
  });

  test('has a history that can be read page by page, with its notes opened', async () => {
    const id = await anAcceptedTransfer(api.db, api.office);
    const the = walk(api.db, api.office, id);
    await the.open('review');
    await the.say('reviewer', { kind: 'counterpartContacted', channel: 'phone' }, { note: 'asked for 王某' });
    const seen = [];
    for (let after = 0; ;) {
      const { body } = await clerk.get(`/transfers/${id}/events?limit=2&after=${String(after)}`);
      seen.push(...body.items);
      if (body.next === null) break;
      after = body.next;
    }
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, at) => at + 1));
    expect(seen[0]).toMatchObject({ kind: 'accepted', factSeq: 1, by: { id: api.office.staff.clerk } });
    expect(seen.at(-1)).toMatchObject({ kind: 'counterpartContacted', payload: { note: 'asked for 王某' } });
    expect(JSON.stringify(seen)).not.toContain('noteSealed');
  });
});
