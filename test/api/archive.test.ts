/** Closed cases in boxes: which go where, what the list of contents says, and how one comes out again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { livedIn, type LivedInOffice } from '../builders/lived-in-office.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { walk } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let manager: Caller;
let lived: LivedInOffice;

beforeAll(async () => {
  api = await startApi();
  await standClockAt(api.db, '2026-06-10T10:00:00+08:00');
  lived = await livedIn(api.db, api.office);
  manager = await api.as('manager');
});
afterAll(() => api.stop());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of every list
type Row = any;
const box = (body: object = { month: '2026-06' }, key = aKey()): Promise<Answer> =>
  manager.post('/archive/boxes', body, key);
const waiting = async (): Promise<string[]> =>
  (await manager.get('/archive/waiting?month=2026-06')).body.items.map(({ transferId }: Row) => transferId);
const months = async (): Promise<Row[]> => (await manager.get('/archive/months')).body.items;

test('what was closed in a month waits, in the order in which it was closed, counted as it is listed', async () => {
  const { body } = await manager.get('/archive/waiting?month=2026-06');
  expect(body.count).toBe(5);
  expect(body.items.map(({ transferId, kind }: Row) => [transferId, kind]).sort()).toEqual(
    [
      [lived.transfers.booked, 'transferred'],
      [lived.transfers.returned, 'transferred'],
      [lived.transfers.withdrawn, 'endedOtherwise'],
      [lived.transfers.refused, 'endedOtherwise'],
      [lived.transfers.ended, 'endedOtherwise'],
    ].sort(),
  );
  const first = (await manager.get('/archive/waiting?month=2026-06&limit=2')).body;
  const rest = (await manager.get(`/archive/waiting?month=2026-06&cursor=${first.next as string}`)).body;
  expect([...first.items, ...rest.items]).toEqual(body.items);
  expect(await months()).toEqual([{ month: '2026-06', closed: 5, waiting: 5 }]);
});

describe('a run', () => {
  test('puts each in a box of its kind, with a number, and a period that holds that day', async () => {
    const key = aKey();
    const { status, body } = await box({ month: '2026-06', casesPerBox: 2 }, key);
    expect([status, body.cases]).toEqual([201, 5]);
    expect(body.items.map(({ boxNo, kind, cases }: Row) => [boxNo.slice(0, 8), kind, cases]).sort()).toEqual([
      ['DA202606', 'endedOtherwise', 1],
      ['DA202606', 'endedOtherwise', 2],
      ['DA202606', 'transferred', 2],
    ]);
    expect(new Set(body.items.map(({ boxNo }: Row) => boxNo)).size).toBe(3);
    expect(body.items[0]).toMatchObject({ keptYears: 100, keepUntil: '2126-12-31', by: { displayName: 'manager' } });
    expect((await box({ month: '2026-06', casesPerBox: 2 }, key)).body.items).toEqual(body.items);
    expect([await waiting(), (await months())[0].waiting]).toEqual([[], 0]);
  });

  test('has nothing to do when nothing waits', async () => {
    expect(fieldsOf(await box())).toEqual(['month: nothingWaits']);
  });

  test('leaves what closes later for the next one', async () => {
    await walk(api.db, api.office, lived.transfers.waiting).say('clerk', {
      kind: 'closedWithoutTransfer',
      reasonCode: 'L06',
    });
    expect(await waiting()).toEqual([lived.transfers.waiting]);
    const { body } = await box();
    expect([body.cases, body.items.length]).toEqual([1, 1]);
  });

  test('two at once put nothing into two boxes', async () => {
    await walk(api.db, api.office, lived.transfers.held).say('clerk', { kind: 'withdrawn' });
    const both = await Promise.all([box(), box()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('stands in the history of each case, with who did it', async () => {
    const { items } = (await manager.get(`/transfers/${lived.transfers.booked}/events?limit=200`)).body;
    expect(items.at(-1)).toMatchObject({ kind: 'putInBox', by: { id: api.office.staff.manager }, source: 'staff' });
    expect(items.at(-1).payload.boxNo).toMatch(/^DA\d{11}$/);
  });
});

describe('the list of contents', () => {
  const boxOf = async (transferId: string): Promise<Row> => {
    for (const { id } of (await manager.get('/archive/boxes')).body.items) {
      const { body } = await manager.get(`/archive/boxes/${id as string}`);
      if (body.items.some((item: Row) => item.transferId === transferId)) return body;
    }
    return undefined;
  };

  test('names each case once, numbered, and who looked is noted', async () => {
    const found = await boxOf(lived.transfers.booked);
    expect(found.items.map(({ position }: Row) => position)).toEqual([1, 2]);
    expect(found.items[0]).toMatchObject({
      personName: '样例甲',
      counterpart: '样例市社会保险中心',
      papers: 0,
      outAt: null,
    });
    const { items } = (await manager.get(`/look-ups?transferId=${lived.transfers.booked}`)).body;
    expect(items.map(({ kind }: Row) => kind)).toContain('archiveBox');
  });

  test('keeps the line of what was taken out, which goes into the next box while it stays closed', async () => {
    const { id, items } = await boxOf(lived.transfers.booked);
    const { caseId } = items.find(({ transferId }: Row) => transferId === lived.transfers.booked);
    const out = () => manager.post(`/archive/boxes/${id as string}/removals`, { caseId, reason: '调卷查阅' });
    const { status, body } = await out();
    expect([status, body.cases, body.out]).toEqual([200, 1, 1]);
    expect(body.items.find((item: Row) => item.caseId === caseId)).toMatchObject({
      outReason: '调卷查阅',
      outBy: { id: api.office.staff.manager },
    });
    expect((await out()).status).toBe(409);
    expect(await waiting()).toEqual([lived.transfers.booked]);
    const today = (await manager.get('/clock')).body.officeDate as string;
    const byHand = (await manager.get(`/manual-decisions?from=${today}&to=${today}&kind=takenOutOfBox`)).body;
    expect(byHand.items).toMatchObject([{ by: { id: api.office.staff.manager }, transferId: lived.transfers.booked }]);
    expect((await box()).body.cases).toBe(1);
    expect((await manager.get(`/archive/boxes/${id as string}`)).body.items).toHaveLength(2);
  });

  test('says of a case that goes on again that it has to come out', async () => {
    const transferId = lived.transfers.refused;
    await api.db
      .updateTable('transfers')
      .set({ closed_at: null, closing: null })
      .where('id', '=', transferId)
      .execute();
    const { items } = await boxOf(transferId);
    expect(items.filter(({ reopened }: Row) => reopened).map((item: Row) => item.transferId)).toEqual([transferId]);
  });

  test('is for the manager', async () => {
    const clerk = await api.as('clerk');
    expect((await clerk.get('/archive/boxes')).status).toBe(403);
    expect((await manager.get('/archive/boxes/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });
});

describe('on paper', () => {
  const file = async (id: string): Promise<string> => (await manager.get(`/documents/${id}/file`)).text.slice(0, 5);
  test('the list of contents is printed once, and anew after something was taken out', async () => {
    const [{ id, boxNo }] = (await manager.get('/archive/boxes')).body.items;
    const print = () => manager.post(`/archive/boxes/${id as string}/documents`);
    const [first, again] = [await print(), await print()];
    expect([first.status, again.status, again.body.id]).toEqual([201, 200, first.body.id]);
    expect(first.body).toMatchObject({
      kind: 'boxContents',
      number: boxNo,
      version: 1,
      transferId: null,
      subjectId: id,
    });
    const { items } = (await manager.get(`/archive/boxes/${id as string}`)).body;
    await manager.post(`/archive/boxes/${id as string}/removals`, { caseId: items[0].caseId, reason: '补充材料' });
    expect((await print()).body).toMatchObject({ number: boxNo, version: 2 });
    expect(await file(first.body.id)).toBe('%PDF-');
  });

  test('a kept sheet is, by the manager, and no transfer has such papers', async () => {
    const { id } = (await manager.post('/monthly-sheets', { month: '2026-06' }, aKey())).body;
    const printed = await manager.post(`/monthly-sheets/${id as string}/documents`);
    expect([printed.status, printed.body.number]).toEqual([201, 'YB202606-1']);
    expect((await (await api.as('clerk')).post(`/monthly-sheets/${id as string}/documents`)).status).toBe(403);
    const other = await manager.post(`/transfers/${lived.transfers.booked}/documents`, {
      kind: 'monthlySheet',
      subjectId: id,
    });
    expect(fieldsOf(other)).toEqual(['kind: unknownValue']);
  });

  test('the manual decisions of a period are, for whoever may read them', async () => {
    const asked = '/manual-decisions?from=2026-06-01&to=2026-06-30&format=pdf';
    const printed = await manager.get(asked);
    expect([printed.status, printed.headers.get('Content-Type'), printed.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect((await (await api.as('clerk')).get(asked)).status).toBe(403);
  });
});
