import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aResidentId } from '../builders/walk.ts';
import { wrongCheckDigit } from '../builders/persons.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

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
const json = { 'Content-Type': 'application/json' };
const howMany = async () =>
  Number(
    (
      await api.db
        .selectFrom('transfers')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('an application with defects', () => {
  test('is refused as a problem that names each of them, and stores nothing', async () => {
    const before = await howMany();
    const answer = await clerk.post(
      '/transfers',
      application({
        person: { name: '甲', idNumber: wrongCheckDigit(aResidentId()), mobile: '120' },
        counterpartAreaCode: '999999',
      }),
    );
    expect(answer.status).toBe(422);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: '/problems/invalid', title: 'Invalid', status: 422 });
    expect(answer.body.instance).toBe(answer.headers.get('X-Request-Id'));
    expect(fieldsOf(answer)).toEqual([
      'counterpartAreaCode: unknownArea',
      'person.idNumber: checkDigit',
      'person.mobile: telephone',
      'person.name: tooShort',
    ]);
    expect(await howMany()).toBe(before);
  });

  test('hears of an impossible date of birth', async () => {
    const answer = await clerk.post(
      '/transfers',
      application({ person: { name: '样例甲', idNumber: '11010219990230001X' } }),
    );
    expect(fieldsOf(answer)).toContain('person.idNumber: birthDate');
  });

  test('hears of the contract and of the ledger at once', async () => {
    const answer = await clerk.post('/transfers', {
      ...application({
        person: { name: '样例\u0000甲', idNumber: wrongCheckDigit(aResidentId()) },
        scheme: 'lottery',
        extra: 1,
      }),
      counterpartAreaCode: '999999',
    });
    expect(fieldsOf(answer)).toEqual([
      'counterpartAreaCode: unknownArea',
      'extra: unknownField',
      'person.idNumber: checkDigit',
      'person.name: nulCharacter',
      'scheme: unknownValue',
    ]);
  });

  test('never sees its own values again', async () => {
    const idNumber = wrongCheckDigit(aResidentId());
    const answer = await clerk.post(
      '/transfers',
      application({ person: { name: '特别的名', idNumber, mobile: '12999' } }),
    );
    expect(answer.text).not.toMatch(new RegExp(`${idNumber}|特别的名|12999`));
  });
});

describe('text that nobody can store', () => {
  test.each([
    ['NUL', '\\u0000', 'nulCharacter'],
    ['a lone surrogate', '\\ud83d', 'brokenText'],
  ])('%s is named by its field', async (_, escaped, code) => {
    const body = `{"person":{"name":"样${escaped}例","idNumber":"${aResidentId()}"},"counterpartAreaCode":"310000"}`;
    const answer = await clerk.raw('/transfers', { method: 'POST', headers: json, body });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual([`person.name: ${code}`]);
  });

  test('NUL in a query is named too', async () => {
    const answer = await clerk.get('/letters?waybill=%00');
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toContain('waybill: nulCharacter');
  });

  test('endless nesting is refused', async () => {
    const body = `{"person":${'['.repeat(5000)}${']'.repeat(5000)},"counterpartAreaCode":"310000"}`;
    const answer = await clerk.raw('/transfers', { method: 'POST', headers: json, body });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('tooDeep');
  });
});

describe('bodies that are no request', () => {
  test('three megabytes are too large', async () => {
    const answer = await clerk.post('/transfers', application({ category: 'x'.repeat(3 * 1024 * 1024) }));
    expect(answer.status).toBe(413);
    expect(answer.body.type).toBe('/problems/too-large');
  });

  test.each([
    ['half an object', '{"person":', 'body: malformedJson'],
    ['a bare word', 'nothing', 'body: malformedJson'],
    ['null', 'null', 'body: malformedJson'],
  ])('%s', async (_, body, defect) => {
    const answer = await clerk.raw('/transfers', { method: 'POST', headers: json, body });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual([defect]);
  });

  test('nothing at all lacks every required member', async () => {
    const answer = await clerk.raw('/transfers', { method: 'POST', headers: json, body: '' });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['counterpartAreaCode: missing', 'person: missing']);
  });

  test('an array instead of a fact', async () => {
    const answer = await clerk.post(`/transfers/${crypto.randomUUID()}/facts`, [], aKey());
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['body: type']);
  });

  test('another media type is refused with 415', async () => {
    const answer = await clerk.raw('/transfers', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'hello',
    });
    expect(answer.status).toBe(415);
    expect(answer.body.type).toBe('/problems/unsupported-file');
  });
});

describe('addresses and parameters', () => {
  test('every wrong parameter of a list is named', async () => {
    const answer = await clerk.get('/transfers?zz=1&aa=2&limit=many&state=lost&step=Dance&ownerId=me');
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual([
      'aa: unknownParameter',
      'limit: type',
      'ownerId: form',
      'state: unknownValue',
      'step: form',
      'zz: unknownParameter',
    ]);
  });

  test('a cursor that was tampered with is refused', async () => {
    const cursor = Buffer.from('["due","now()","x"]').toString('base64url');
    const answer = await clerk.get(`/transfers?cursor=${cursor}`);
    expect(fieldsOf(answer)).toEqual(['cursor: form']);
  });

  test('an id that is none is a defect of the address', async () => {
    const answer = await clerk.get('/transfers/42');
    expect(fieldsOf(answer)).toEqual(['id: form']);
  });

  test('an unknown transfer, an unknown address and a wrong method have their own answers', async () => {
    expect((await clerk.get(`/transfers/${crypto.randomUUID()}`)).body.type).toBe('/problems/not-found');
    expect((await clerk.get(`/transfers/${crypto.randomUUID()}/progress`)).status).toBe(404);
    expect((await clerk.get(`/transfers/${crypto.randomUUID()}/events`)).status).toBe(404);
    expect((await clerk.get('/nowhere')).status).toBe(404);
    expect((await clerk.send('DELETE', '/transfers')).status).toBe(405);
    expect((await clerk.get('/transfers/%E0%A4%A')).status).toBe(422);
  });
});

describe('facts that are none', () => {
  test('an unknown kind is an unknown value', async () => {
    const answer = await clerk.post(`/transfers/${crypto.randomUUID()}/facts`, { kind: 'forgotten' }, aKey());
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['kind: unknownValue']);
  });

  test('a fact without its key and with wrong members hears of all of them', async () => {
    const answer = await clerk.post(`/transfers/${crypto.randomUUID()}/facts`, {
      kind: 'letterSent',
      channel: 'pigeon',
      colour: 1,
    });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['Idempotency-Key: missing', 'channel: unknownValue', 'colour: unknownField']);
  });
});
