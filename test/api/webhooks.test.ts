import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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
  expect(first.body).toEqual({ accepted: 1, unchanged: 0, parked: 1 });
  expect((await deliver(receipts('ref-1', 'nobody'))).body).toEqual({ accepted: 0, unchanged: 2, parked: 0 });
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
