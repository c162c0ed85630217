/** Webhooks come more than once, in any order, late, and before what they speak of: one effect each. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from '../../chaos/chance.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { aResidentId, anAcceptedTransfer, walk } from '../builders/walk.ts';
import { aKey, COURIER_SECRET, SMS_SECRET, startApi, type Answer, type TestApi } from '../support/api.ts';
import { deliverSigned, type SignedDelivery } from '../support/signed-delivery.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const SEED = 20_260_303;
const chance = chanceOf(SEED, 1);

const deliver = (path: SignedDelivery['path'], secret: string, body: string): Promise<Answer> =>
  deliverSigned(api, { path, secret, body });

interface Scan {
  readonly waybill: string;
  readonly scannedAt: string;
  readonly code: string;
  readonly text: string;
}

/** Collected, on its way, delivered: minutes ago, a minute apart. */
const journey = (waybill: string): Scan[] =>
  ['203', '305', '704'].map((code, at) => ({
    waybill,
    code,
    text: 'x',
    scannedAt: new Date(Date.now() - (10 - at) * 60_000).toISOString(),
  }));

const storm = (scans: readonly Scan[]): Promise<Answer[]> => {
  const copies = scans.flatMap((scan) => Array.from({ length: chance.integer(1, 5) }, () => scan));
  return Promise.all(
    chance.shuffled(copies).map((scan) => deliver('/courier/scans', COURIER_SECRET, JSON.stringify({ scans: [scan] }))),
  );
};

/** Stands before its first letter. */
async function beforeItsLetter() {
  const id = await anAcceptedTransfer(api.db, api.office);
  const the = walk(api.db, api.office, id);
  await the.open('review');
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.open('liaisonLetter');
  return { id, the };
}

const send = async ({ the }: Awaited<ReturnType<typeof beforeItsLetter>>, waybill: string) => {
  await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill });
  await the.open('delivery');
};

const effectsOn = async (transferId: string) => {
  const facts = await api.db
    .selectFrom('events')
    .select('kind')
    .where('transfer_id', '=', transferId)
    .where('source', '=', 'courier')
    .execute();
  const { outcome } = await api.db
    .selectFrom('steps')
    .select('outcome')
    .where('transfer_id', '=', transferId)
    .where('step', '=', 'delivery')
    .executeTakeFirstOrThrow();
  return [facts.map(({ kind }) => kind), outcome];
};
const ONE_DELIVERY = [['letterDelivered'], 'delivered'];

test(`scans that come one to five times, in any order, before and after their letter, have one effect (seed ${SEED})`, async () => {
  const [early, late] = [await beforeItsLetter(), await beforeItsLetter()];
  await send(late, '1100000000011');
  const scans = [...journey('1100000000011'), ...journey('1100000000022')];
  const answers = await storm(scans);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  const accepted = answers.reduce((sum, { body }) => sum + (body.accepted as number), 0);
  expect(accepted).toBe(scans.length);
  expect(await effectsOn(late.id)).toEqual(ONE_DELIVERY);

  const parked = () => api.db.selectFrom('tasks').select('closed_at').where('kind', '=', 'unknownScan').execute();
  expect(await parked()).toEqual([{ closed_at: null }]);
  await send(early, '1100000000022');
  expect(await effectsOn(early.id)).toEqual(ONE_DELIVERY);
  expect(await parked()).toEqual([{ closed_at: expect.any(Date) }]);
  await storm(scans);
  expect([await effectsOn(early.id), await effectsOn(late.id)]).toEqual([ONE_DELIVERY, ONE_DELIVERY]);
  expect(await checkInvariants({ databaseUrl: await databaseUrl() })).toEqual([]);
});

async function databaseUrl(): Promise<string> {
  const { postgresUrl } = await import('../support/servers.ts');
  const { name } = await api.db
    .selectNoFrom((eb) => eb.fn<string>('current_database').as('name'))
    .executeTakeFirstOrThrow();
  const url = new URL(await postgresUrl());
  url.pathname = `/${name}`;
  return url.href;
}

test('a command that comes five times at once is one transfer, and its key with another body is refused', async () => {
  const clerk = await api.as('clerk');
  const application = { person: { name: '样例甲', idNumber: aResidentId() }, counterpartAreaCode: '310000' };
  const key = aKey();
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => clerk.post('/transfers', application, key)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
  expect(new Set(answers.map(({ body }) => body.transfer.id as string)).size).toBe(1);
  const changed = await clerk.post('/transfers', { ...application, localHukou: false }, key);
  expect([changed.status, changed.body.type]).toEqual([409, '/problems/idempotency-key-reused']);
});

const scan = (change: object = {}) => ({
  scans: [{ waybill: '1100000000033', scannedAt: '2026-03-03T10:00:00+08:00', code: '10', ...change }],
});
const escaped = (text: string) => JSON.stringify(scan({ text: '@' })).replace('@', text);
const POISON: [name: string, status: number, body: string][] = [
  ['two mebibytes', 413, JSON.stringify(scan({ text: 'x'.repeat(2 * 1024 * 1024) }))],
  ['five thousand levels', 422, `{"scans":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ['NUL', 422, escaped('\\u0000')],
  ['half a character', 422, escaped('\\ud83d')],
  ['no JSON', 422, '{"scans":'],
  ['no UTF-8', 422, '\ufffd{'],
  ['a number as text', 422, JSON.stringify({ scans: '1' })],
  ['a text as number', 422, JSON.stringify(scan({ waybill: 1100000000033 }))],
  ['a day that is none', 422, JSON.stringify(scan({ scannedAt: '2026-02-30T10:00:00+08:00' }))],
  ['a field nobody knows', 422, JSON.stringify(scan({ __proto__x: 1 }))],
  ['nothing', 422, ''],
];

test.each(POISON)('a signed delivery of %s is refused with %i, and nothing of it is kept', async (_, status, body) => {
  const answer = await deliver('/courier/scans', COURIER_SECRET, body);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
    status,
    expect.stringMatching(/^application\/problem\+json/),
  ]);
  expect(await api.db.selectFrom('mail_scans').select('id').where('waybill', '=', '1100000000033').execute()).toEqual(
    [],
  );
});

test('a receipt in a state that nobody knows is refused', async () => {
  const body = JSON.stringify({ receipts: [{ reference: 'r', state: 'evaporated' }] });
  expect((await deliver('/sms/receipts', SMS_SECRET, body)).status).toBe(422);
});
