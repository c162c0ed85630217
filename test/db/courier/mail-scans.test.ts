import { beforeAll, expect, test } from 'vitest';
import { listLetterPage } from '../../../db/letters/pages.ts';
import { receiveScans } from '../../../db/courier/scans.ts';
import { listParked } from '../../../db/letters/parked-scans.ts';
import { recordFact } from '../../../db/counter/record-fact.ts';
import { stepsOf } from '../../builders/imports.ts';
import { testKeyring } from '../../builders/office.ts';
import { aResidentId, anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { standClockAt } from '../../builders/office-clock.ts';

const { db, office } = await ownOffice();
beforeAll(async () => {
  // A Wednesday after the letters of these tests were posted.
  await standClockAt(db, '2026-03-11T10:00:00+08:00');
});

let number = 4_000_000_000_000;
const aWaybill = () => String(++number);

const courier = (waybill: string, ...scans: [day: string, code: string, text?: string][]) =>
  receiveScans(db, testKeyring, {
    officeId: office.officeId,
    source: 'webhook',
    scans: scans.map(([day, code, text = '']) => ({ waybill, scannedAt: new Date(`${day}:00+08:00`), code, text })),
  });

/** Stands before its first letter. */
async function reviewed() {
  const idNumber = aResidentId();
  const id = await anAcceptedTransfer(db, office, {
    person: { name: '样例乙', idNumber },
    occurredAt: new Date('2026-03-02T09:00:00+08:00'),
  });
  const the = walk(db, office, id);
  await the.open('review');
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.open('liaisonLetter');
  return { id, the };
}

async function sent(waybill = aWaybill()) {
  const { id, the } = await reviewed();
  await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill, postedOn: '2026-03-03' });
  await the.open('delivery');
  return { id, the, waybill };
}

async function letterOf(waybill: string) {
  return (await listLetterPage(db, testKeyring, { officeId: office.officeId, waybill }, { limit: 10 })).items[0]!;
}

const courierFacts = (transferId: string) =>
  db
    .selectFrom('events')
    .select(['kind', 'reason_code', 'closes'])
    .where('transfer_id', '=', transferId)
    .where('source', '=', 'courier')
    .orderBy('seq')
    .execute();

const openTasks = (transferId: string | null, kind: string) =>
  db
    .selectFrom('tasks')
    .selectAll()
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .where((eb) => (transferId ? eb('transfer_id', '=', transferId) : eb('transfer_id', 'is', null)))
    .execute();

test('what the webhook told with milliseconds is the same scan in the file, which knows seconds', async () => {
  const { id, waybill } = await sent();
  const told = (scannedAt: string, source: 'webhook' | 'file') =>
    receiveScans(db, testKeyring, {
      officeId: office.officeId,
      source,
      scans: [{ waybill, scannedAt: new Date(scannedAt), code: '704', text: '妥投 单位收发章' }],
    });
  expect(await told('2026-03-05T15:30:37.456+08:00', 'webhook')).toMatchObject({ accepted: 1, unchanged: 0 });
  expect(await told('2026-03-05T15:30:37+08:00', 'file')).toMatchObject({ accepted: 0, unchanged: 1 });
  expect(await told('2026-03-05T15:30:38+08:00', 'file')).toMatchObject({ accepted: 1, unchanged: 0 });
  expect(await courierFacts(id)).toHaveLength(1);
});

test('a delivered scan closes the delivery, whatever comes later and however often', async () => {
  const { id, waybill } = await sent();
  expect(await courier(waybill, ['2026-03-05 15:30', '704', '妥投 单位收发章'])).toEqual({
    accepted: 1,
    unchanged: 0,
    parked: 0,
  });
  await courier(
    waybill,
    ['2026-03-03 16:30', '203'],
    ['2026-03-04 09:30', '305'],
    ['2026-03-05 15:30', '704', '妥投 单位收发章'],
  );
  expect(await letterOf(waybill)).toMatchObject({
    state: 'delivered',
    silent: false,
    stateSince: '2026-03-05T07:30:00.000Z',
  });
  expect((await letterOf(waybill)).scans.map(({ code }) => code)).toEqual(['203', '305', '704']);
  expect(await courierFacts(id)).toEqual([{ kind: 'letterDelivered', reason_code: null, closes: true }]);
  expect(await stepsOf(db, id)).toContain('delivery 1 delivered');
});

test('the text says why a letter came back, and the way back is no second return', async () => {
  const { id, waybill } = await sent();
  await courier(waybill, ['2026-03-08 11:30', '708', '退回 妥投']);
  // Back at the sender, but nobody has said why: the letter clerk is asked.
  expect(await courierFacts(id)).toEqual([]);
  expect(await openTasks(id, 'unknownScan')).toHaveLength(1);
  await courier(waybill, ['2026-03-06 11:30', '705', '未妥投 单位已迁移新址不明']);
  expect(await letterOf(waybill)).toMatchObject({ state: 'returned', failureCode: 'M01' });
  expect(await courierFacts(id)).toEqual([{ kind: 'letterReturned', reason_code: 'M01', closes: true }]);
  expect(await stepsOf(db, id)).toContain('delivery 1 returned');
});

test('an unknown code stays unknown with its raw code, and somebody reads it', async () => {
  const { id, waybill } = await sent();
  await courier(waybill, ['2026-03-04 09:30', '305'], ['2026-03-05 17:30', '9Q7', '其他情况']);
  const letter = await letterOf(waybill);
  expect(letter).toMatchObject({ state: 'unknown', silent: false });
  expect(letter.scans.at(-1)).toMatchObject({ code: '9Q7', text: '其他情况', meaning: 'unknown' });
  expect(await openTasks(id, 'unknownScan')).toMatchObject([{ about: { code: '9Q7' } }]);
  expect(await courierFacts(id)).toEqual([]);
});

test('a delivery whose text says that the letter went back delivers nothing, and somebody reads it', async () => {
  const { id, waybill } = await sent();
  await courier(waybill, ['2026-03-05 10:30', '305', '退回途中'], ['2026-03-05 10:40', '704', '退回妥投 寄件人签收']);
  expect(await letterOf(waybill)).toMatchObject({ state: 'unknown' });
  expect(await courierFacts(id)).toEqual([]);
  expect(await openTasks(id, 'unknownScan')).toMatchObject([{ about: { code: '704' } }]);
});

test('one that comes after the failed delivery leaves it failed, and is read all the same', async () => {
  const { id, waybill } = await sent();
  await courier(
    waybill,
    ['2026-03-05 10:20', '705', '原址查无此单位'],
    ['2026-03-05 10:40', '704', '退回妥投 寄件人签收'],
  );
  expect(await courierFacts(id)).toEqual([{ kind: 'letterReturned', reason_code: 'M01', closes: true }]);
  expect(await openTasks(id, 'unknownScan')).toMatchObject([{ about: { code: '704' } }]);
});

test('scans that come before their letter wait for it, visible and with an owner', async () => {
  const waybill = aWaybill();
  expect(await courier(waybill, ['2026-03-03 16:30', '203'], ['2026-03-05 10:30', '704'])).toMatchObject({ parked: 2 });
  expect(await listParked(db, testKeyring, { officeId: office.officeId, waybill, limit: 5 })).toMatchObject([
    { waybill, state: 'delivered', silent: false, transferId: null },
  ]);
  expect(
    (await openTasks(null, 'unknownScan')).filter(({ natural_key }) => natural_key.endsWith(waybill)),
  ).toHaveLength(1);
  const { id, the } = await reviewed();
  await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill, postedOn: '2026-03-03' });
  expect(await letterOf(waybill)).toMatchObject({ state: 'delivered' });
  expect((await openTasks(null, 'unknownScan')).filter(({ natural_key }) => natural_key.endsWith(waybill))).toEqual([]);
  expect((await the.open('delivery')).outcome).toBe('delivered');
  expect(await courierFacts(id)).toHaveLength(1);
  expect(await listParked(db, testKeyring, { officeId: office.officeId, waybill, limit: 5 })).toEqual([]);
});

test('a number that is used again belongs to the letter posted last before the scan', async () => {
  const { id, the, waybill } = await sent();
  await the.say('letterClerk', { kind: 'letterLost' });
  await the.open('liaisonLetter', 2);
  await standClockAt(db, '2027-06-09T10:00:00+08:00');
  await the.say('letterClerk2', { kind: 'letterSent', channel: 'ems', waybill, postedOn: '2027-06-08' });
  await the.open('delivery', 2);
  await courier(waybill, ['2026-03-04 09:30', '305'], ['2027-06-09 09:30', '704']);
  const { items } = await listLetterPage(db, testKeyring, { officeId: office.officeId, waybill }, { limit: 10 });
  expect(items.map(({ attempt, state, scans }) => [attempt, state, scans.length])).toEqual([
    [2, 'delivered', 1],
    [1, 'lost', 1],
  ]);
  expect(await stepsOf(db, id)).toContain('delivery 2 delivered');
  await standClockAt(db, '2026-03-11T10:00:00+08:00');
});

test('a letter given up as lost that arrives after all is a task and decides nothing', async () => {
  const { id, the, waybill } = await sent();
  await the.say('letterClerk', { kind: 'letterLost' });
  await the.open('liaisonLetter', 2);
  await courier(waybill, ['2026-03-09 09:30', '704']);
  expect(await openTasks(id, 'parkedFact')).toMatchObject([{ about: { attempt: 1, state: 'delivered' } }]);
  expect(await stepsOf(db, id)).toContain('liaisonLetter 2 open');
  expect(await courierFacts(id)).toEqual([]);
});

test('while a second envelope is under way, the return of the first decides nothing', async () => {
  const { id, the, waybill } = await sent();
  const second = aWaybill();
  await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill: second, postedOn: '2026-03-05' });
  await courier(waybill, ['2026-03-06 09:30', '705', '无人签收']);
  expect(await stepsOf(db, id)).toContain('delivery 1 open');
  await courier(second, ['2026-03-09 09:30', '704']);
  expect(await stepsOf(db, id)).toContain('delivery 1 delivered');
});

test('a person’s word stands until the courier’s is final', async () => {
  const { id, waybill } = await sent();
  await recordFact(db, testKeyring, {
    transferId: id,
    officeId: office.officeId,
    detail: { kind: 'letterDelivered' },
    by: { staffId: office.staff.clerk, source: 'staff' },
  });
  await courier(waybill, ['2026-03-04 09:30', '305']);
  expect(await letterOf(waybill)).toMatchObject({ state: 'delivered', silent: false });
});

test('silence is three working days without a scan and without an end', async () => {
  const quiet = await sent();
  await courier(quiet.waybill, ['2026-03-06 11:30', '306']);
  const stirring = await sent();
  await courier(stirring.waybill, ['2026-03-09 11:30', '306']);
  expect([(await letterOf(quiet.waybill)).silent, (await letterOf(stirring.waybill)).silent]).toEqual([true, false]);
  const filter = { officeId: office.officeId };
  const silent = (await listLetterPage(db, testKeyring, { ...filter, silent: true }, { limit: 200 })).items;
  const others = (await listLetterPage(db, testKeyring, { ...filter, silent: false }, { limit: 200 })).items;
  expect(silent.map(({ waybill }) => waybill)).toContain(quiet.waybill);
  expect([silent.every((letter) => letter.silent), others.some((letter) => letter.silent)]).toEqual([true, false]);
});

test('two deliveries of the same scans at once keep each scan and each fact once', async () => {
  const { id, waybill } = await sent();
  const both = () => courier(waybill, ['2026-03-03 16:30', '203'], ['2026-03-05 10:30', '704']);
  const counts = await Promise.all([both(), both()]);
  expect(counts.map(({ accepted }) => accepted).sort()).toEqual([0, 2]);
  expect(await courierFacts(id)).toHaveLength(1);
});

test('letters are listed page by page, each once', async () => {
  const { officeId } = office;
  const all = (await listLetterPage(db, testKeyring, { officeId }, { limit: 200 })).items.map(({ id }) => id);
  const pages: string[] = [];
  for (let after: { postedOn: string; id: string } | undefined; ;) {
    const page = await listLetterPage(db, testKeyring, { officeId }, { limit: 3, ...(after && { after }) });
    pages.push(...page.items.map(({ id }) => id));
    if (!page.next) break;
    after = page.next;
  }
  expect(pages).toEqual(all);
});
