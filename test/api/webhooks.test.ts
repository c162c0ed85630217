import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keptText, openKept } from '../../db/texts/sealed-texts.ts';
import { testKeyring } from '../builders/office.ts';
import { anAcceptedTransfer } from '../builders/walk.ts';
import { fieldsOf, SMS_SECRET, startApi, type Answer, type TestApi } from '../support/api.ts';
import { deliverSigned, type SignedDelivery } from '../support/signed-delivery.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const now = (shift = 0): string => String(Math.floor(Date.now() / 1000) + shift);

const deliver = (
  body: string,
  change: Partial<Pick<SignedDelivery, 'timestamp' | 'signature' | 'secret'>> = {},
): Promise<Answer> => deliverSigned(api, { path: '/sms/receipts', secret: SMS_SECRET, body, ...change });

const receipts = (...references: string[]): string =>
  JSON.stringify({ receipts: references.map((reference) => ({ reference, state: 'delivered' })) });

test('a receipt settles its notice once; one of an unknown message is kept until it is known', async () => {
  const id = await anAcceptedTransfer(api.db, api.office);
  await api.db
    .updateTable('notices')
    .set({ state: 'sent', gateway_ref: 'ref-1', sent_at: new Date() })
    .where('transfer_id', '=', id)
    .execute();
  const first = await deliver(receipts('ref-1', 'nobody'));
  expect(first.status).toBe(202);
  expect(first.body).toEqual({ accepted: 1, unchanged: 0, parked: 1, odd: [] });
  expect((await deliver(receipts('ref-1', 'nobody'))).body).toEqual({
    accepted: 0,
    unchanged: 2,
    parked: 0,
    odd: [],
  });
  const clerk = await api.as('clerk');
  expect((await clerk.get(`/transfers/${id}`)).body.notices).toMatchObject([
    { kind: 'acceptance', state: 'delivered' },
  ]);
});

test('a wrong signature is refused, whoever the body is from', async () => {
  for (const change of [
    { signature: '0'.repeat(64) },
    { signature: 'x' },
    { secret: 'another-secret-of-thirty-two-chars' },
  ]) {
    const answer = await deliver(receipts('ref-2'), change);
    expect(answer.status).toBe(401);
    expect(answer.body.type).toBe('/problems/bad-signature');
  }
});

test('a machine whose clock has jumped takes what was signed now, and nothing of six minutes ago', async () => {
  const [fresh, stale] = [now(), now(-360)];
  const rightNow = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => rightNow() + 3_600_000);
  try {
    expect((await deliver(receipts('ref-5'), { timestamp: fresh })).status).toBe(202);
    expect((await deliver(receipts('ref-5'), { timestamp: stale })).body.type).toBe('/problems/stale-timestamp');
  } finally {
    vi.restoreAllMocks();
  }
});

test('a signed request of six minutes ago or ahead is stale', async () => {
  for (const shift of [-360, 360]) {
    const answer = await deliver(receipts('ref-3'), { timestamp: now(shift) });
    expect(answer.status).toBe(401);
    expect(answer.body.type).toBe('/problems/stale-timestamp');
  }
  expect((await deliver(receipts('ref-3'), { timestamp: now(-280) })).status).toBe(202);
});

test('one odd receipt keeps nothing from the others, and is named', async () => {
  const good = (reference: string) => ({ reference, state: 'delivered' });
  const body = JSON.stringify({
    receipts: [
      good('odd-a'),
      { reference: 'odd-b', state: 'buffered' },
      null,
      { ...good('x'.repeat(101)), reason: 7 },
      { reference: '@', state: 'failed' },
      good('odd-c'),
      { reference: 'odd-d', state: 'failed', reason: '停机 13900000000' },
    ],
  }).replace('@', String.raw`\u0000`);
  const { status, body: answer } = await deliver(body);
  expect([status, answer.accepted, answer.parked]).toEqual([202, 0, 3]);
  type Odd = { index: number; errors: { field: string; code: string }[] };
  const odd = (answer.odd as Odd[]).map(
    ({ index, errors }) => `${String(index)} ${errors.map(({ field, code }) => `${field}:${code}`).join(' ')}`,
  );
  expect(odd).toEqual([
    '1 state:unknownValue',
    '2 :type',
    '3 reference:tooLong reason:type',
    '4 reference:nulCharacter',
  ]);
  const kept = await api.db
    .selectFrom('parked_receipts')
    .select(['reference', 'reason_id', keptText('reason_id').as('sealed')])
    .where('reference', 'like', 'odd-%')
    .orderBy('reference')
    .execute();
  // A number has no place in a reason: it stands in lists.
  const read = kept.map((row) => `${row.reference} ${openKept(testKeyring, row.reason_id, row.sealed)}`);
  expect(read).toEqual(['odd-a ', 'odd-c ', 'odd-d 停机 …']);
});

test('one that the ledger cannot take is brought again, and the others are kept meanwhile', async () => {
  const ids = [await anAcceptedTransfer(api.db, api.office), await anAcceptedTransfer(api.db, api.office)];
  for (const [no, id] of ids.entries())
    await sql`update notices set state = 'sent', gateway_ref = ${`stuck-${String(no)}`}, sent_at = office_now()
      where transfer_id = ${id}`.execute(api.db);
  const stands = async () =>
    (
      await api.db
        .selectFrom('notices')
        .select('state')
        .where('gateway_ref', 'like', 'stuck-%')
        .orderBy('gateway_ref')
        .execute()
    ).map(({ state }) => state);
  await sql`create function refuse_it() returns trigger language plpgsql as 'begin raise exception ''broken row''; end'`.execute(
    api.db,
  );
  await sql`create trigger refuse_it before update on notices for each row when (new.gateway_ref = 'stuck-0') execute function refuse_it()`.execute(
    api.db,
  );
  expect((await deliver(receipts('stuck-0', 'stuck-1'))).status).toBe(500);
  expect(await stands()).toEqual(['sent', 'delivered']);
  await sql`drop trigger refuse_it on notices`.execute(api.db);
  expect((await deliver(receipts('stuck-0', 'stuck-1'))).body).toMatchObject({ accepted: 1, unchanged: 1 });
  expect(await stands()).toEqual(['delivered', 'delivered']);
});

test('a signed body with defects hears of all of them', async () => {
  const answer = await deliver(JSON.stringify({ receipts: [{ reference: 'x\0', state: 'lost', extra: 1 }] }));
  expect(answer.status).toBe(422);
  expect(fieldsOf(answer)).toEqual([
    'receipts.0.extra: unknownField',
    'receipts.0.reference: nulCharacter',
    'receipts.0.state: unknownValue',
  ]);
  expect(fieldsOf(await deliver('{"receipts":'))).toEqual(['body: malformedJson']);
});
