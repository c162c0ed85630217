import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { COURIER_SECRET, fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { deliverSigned } from '../support/signed-delivery.ts';
import { standClockAt } from '../builders/office-clock.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  await standClockAt(api.db, '2026-03-11T10:00:00+08:00');
  clerk = await api.as('letterClerk');
});
afterAll(() => api.stop());

interface Scan {
  readonly waybill: string;
  readonly scannedAt: string;
  readonly code: string;
  readonly text?: string;
}

function courierSays(scans: readonly Scan[], secret = COURIER_SECRET): Promise<Answer> {
  return deliverSigned(api, { path: '/courier/scans', secret, body: JSON.stringify({ scans }) });
}

async function sent(waybill: string): Promise<string> {
  const id = await anAcceptedTransfer(api.db, api.office, { occurredAt: new Date('2026-03-02T09:00:00+08:00') });
  const the = walk(api.db, api.office, id);
  await the.open('review');
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.open('liaisonLetter');
  await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill, postedOn: '2026-03-03' });
  await the.open('delivery');
  return id;
}

test('the courier’s word reaches the letter and its transfer', async () => {
  const waybill = '5000000000001';
  const transferId = await sent(waybill);
  const scans = [
    { waybill, scannedAt: '2026-03-05T15:30:00+08:00', code: '704', text: '妥投 单位收发章' },
    { waybill, scannedAt: '2026-03-03T16:30:00+08:00', code: '203' },
  ];
  expect((await courierSays(scans)).body).toEqual({ accepted: 2, unchanged: 0, parked: 0, odd: [] });
  expect((await courierSays(scans)).body).toEqual({ accepted: 0, unchanged: 2, parked: 0, odd: [] });
  const [letter] = (await clerk.get(`/letters?waybill=${waybill}`)).body.items;
  expect(letter).toMatchObject({
    transferId,
    parked: false,
    state: 'delivered',
    silent: false,
    scans: [{ code: '203' }, { code: '704' }],
  });
  const steps = (await clerk.get(`/transfers/${transferId}/progress`)).body.steps;
  expect(steps.at(-2)).toMatchObject({ step: 'delivery', outcome: 'delivered' });
  expect(steps.at(-1)).toMatchObject({ step: 'formAndFunds', outcome: null });
});

test('scans of a number that nobody has posted stay visible', async () => {
  const waybill = '5000000000002';
  const answer = await courierSays([{ waybill, scannedAt: '2026-03-05T15:30:00+08:00', code: 'Q', text: '不明' }]);
  expect(answer.body).toEqual({ accepted: 1, unchanged: 0, parked: 1, odd: [] });
  const { body } = await clerk.get(`/letters?waybill=${waybill}`);
  expect(body.items).toMatchObject([
    { parked: true, transferId: null, state: 'unknown', scans: [{ code: 'Q', text: '不明' }] },
  ]);
  expect((await clerk.get('/letters?parked=true')).body.items.map((item: { waybill: string }) => item.waybill)).toEqual(
    [waybill],
  );
  expect((await clerk.get('/letters?silent=true')).body.items).toEqual([]);
});

test('a letter that has fallen silent is found as such', async () => {
  const waybill = '5000000000003';
  await sent(waybill);
  await courierSays([{ waybill, scannedAt: '2026-03-04T15:30:00+08:00', code: '306' }]);
  expect((await clerk.get('/letters?silent=true')).body.items).toMatchObject([
    { waybill, state: 'underWay', silent: true },
  ]);
});

test('silence is told of numbers without a letter too, on pages of their own', async () => {
  const numbers = ['5000000000006', '5000000000007'];
  const scans = numbers.map((waybill) => ({ waybill, scannedAt: '2026-03-04T15:30:00+08:00', code: '306' }));
  await courierSays([...scans, { waybill: '5000000000008', scannedAt: '2026-03-04T15:30:00+08:00', code: '704' }]);
  const read: { waybill: string; parked: boolean }[] = [];
  for (let next: string | null = ''; next !== null;) {
    const { body } = await clerk.get(`/letters?silent=true&limit=1${next && `&cursor=${next}`}`);
    read.push(...(body.items as typeof read));
    next = body.next as string | null;
  }
  expect(read.filter(({ parked }) => parked).map(({ waybill }) => waybill)).toEqual(numbers);
  expect(new Set(read.map(({ waybill }) => waybill)).size).toBe(read.length);
  const ofParked = (await clerk.get('/letters?parked=true&silent=true')).body.items as typeof read;
  expect(ofParked.map(({ waybill }) => waybill)).toEqual(numbers);
});

test('who has not the courier’s secret says nothing', async () => {
  const scan = { waybill: '5000000000004', scannedAt: '2026-03-05T15:30:00+08:00', code: '704' };
  expect((await courierSays([scan], 'another-secret-of-thirty-two-chars')).status).toBe(401);
  expect((await clerk.get('/letters?waybill=5000000000004')).body.items).toEqual([]);
});

test('one odd scan keeps nothing from the others, and is named with all that is wrong with it', async () => {
  const at = (minute: number) => `2026-03-05T15:${String(minute)}:00+08:00`;
  const good = (minute: number) => ({ waybill: '5000000000009', scannedAt: at(minute), code: '306' });
  const scans: unknown[] = [
    good(10),
    { ...good(11), scannedAt: '2026-02-30T10:00:00+08:00', code: '' },
    null,
    { ...good(12), text: 'x'.repeat(301), seal: 1 },
    { waybill: 5000000000009, code: '306' },
    { ...good(12), code: 'A\0' },
    good(13),
  ];
  // More broken texts than are told of one body.
  scans.push(...Array.from({ length: 150 }, () => ({ ...good(14), text: '\ud83d' })));
  const { status, body } = await courierSays(scans as Scan[]);
  expect([status, body.accepted, body.parked, body.odd.length]).toEqual([202, 2, 2, 155]);
  type Odd = { index: number; errors: { field: string; code: string }[] };
  const told = (body.odd as Odd[])
    .slice(0, 6)
    .map(({ index, errors }) => [index, ...errors.map(({ field, code }) => `${field}:${code}`).sort()]);
  expect(told).toEqual([
    [1, 'code:tooShort', 'scannedAt:form'],
    [2, ':type'],
    [3, 'seal:unknownField', 'text:tooLong'],
    [4, 'scannedAt:missing', 'waybill:type'],
    [5, 'code:nulCharacter'],
    [7, 'text:brokenText'],
  ]);
});

test('a delivery of which nothing can be read, or that is none, is refused', async () => {
  const nothing = await courierSays([{ waybill: '5000000000009', scannedAt: 'today', code: '306' }]);
  expect([nothing.status, fieldsOf(nothing)]).toEqual([422, ['scans.0.scannedAt: form']]);
  const good = { waybill: '5000000000009', scannedAt: '2026-03-05T15:40:00+08:00', code: '306' };
  const body = JSON.stringify({ scans: [good, null], seal: 1 });
  const foreign = await deliverSigned(api, { path: '/courier/scans', secret: COURIER_SECRET, body });
  expect([foreign.status, fieldsOf(foreign)]).toEqual([422, ['scans.1: type', 'seal: unknownField']]);
});
