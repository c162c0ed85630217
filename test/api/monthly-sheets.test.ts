/** The bureau's sheet as it was told: frozen, with versions, and every number with its cases of then. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHEET_FIGURES } from '../../db/metrics/month-sheet-rows.ts';
import { livedIn, type LivedInOffice } from '../builders/lived-in-office.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { walk } from '../builders/walk.ts';
import { contractEnum } from '../support/architecture/contract-enums.ts';
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

const make = (body: object, who = manager, key = aKey()): Promise<Answer> => who.post('/monthly-sheets', body, key);
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of every list
type Row = any;

async function itemsBehind(id: string, asked: string): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor = '';
  do {
    const { status, body } = await manager.get(`/monthly-sheets/${id}/items?${asked}&limit=2${cursor}`);
    expect(status).toBe(200);
    rows.push(...body.items);
    expect(body.count).toBeGreaterThanOrEqual(rows.length);
    cursor = body.next === null ? '' : `&cursor=${body.next as string}`;
  } while (cursor !== '');
  return rows;
}

describe('the first sheet of a month', () => {
  let sheet: Row;
  test('says what the sheet of now says, of both directions, and who made it when', async () => {
    const { status, body } = await make({ month: '2026-06' });
    expect(status).toBe(201);
    sheet = body;
    expect(body).toMatchObject({ month: '2026-06', version: 1, asOf: '2026-06-10', reason: null, before: null });
    expect(body).toMatchObject({ by: { id: api.office.staff.manager }, replaced: false, keepUntil: '2036-12-31' });
    for (const direction of ['in', 'out']) {
      const now = await manager.get(`/metrics/month-sheet?direction=${direction}&from=2026-06-01&to=2026-06-10`);
      expect(body[direction]).toEqual(now.body);
    }
    expect(body.in).toMatchObject({ opening: 0, accepted: 8, completed: 2, endedOtherwise: 3, inTransit: 3 });
    expect(body.in).toMatchObject({ overPlatform: 0, byPost: 2, platformShare: '0.00', migrantNotSaid: 2 });
  });

  test('never says zero of what is not known', () => {
    expect(sheet.in.notKnown).toEqual(contractEnum('MonthSheetGap'));
    expect(sheet.out).toMatchObject({
      overPlatform: null,
      byPost: null,
      platformShare: null,
      lumpSumsWithoutPaper: null,
    });
  });

  test('opens exactly the cases of each number', async () => {
    for (const figure of Object.keys(SHEET_FIGURES)) {
      const rows = await itemsBehind(sheet.id, `direction=in&figure=${figure}`);
      const number = figure.endsWith('Fen') ? rows.reduce((sum, { amountFen }) => sum + amountFen, 0) : rows.length;
      expect([figure, number]).toEqual([figure, sheet.in[figure]]);
    }
    for (const { step, open } of sheet.in.steps) {
      const rows = await itemsBehind(sheet.id, `direction=in&figure=inTransit&step=${step as string}`);
      expect([step, rows.length]).toEqual([step, open]);
    }
  });

  test('stays as it was, number and cases, whatever happens afterwards', async () => {
    const opened = () => itemsBehind(sheet.id, 'direction=in&figure=inTransit');
    const before = await opened();
    const { the } = { the: walk(api.db, api.office, lived.transfers.waiting) };
    await the.say('clerk', { kind: 'closedWithoutTransfer', reasonCode: 'L09' });
    const now = await manager.get('/metrics/month-sheet?direction=in&from=2026-06-01&to=2026-06-10');
    expect([now.body.inTransit, now.body.lumpSumsWithoutPaper]).toEqual([2, 1]);
    const { body } = await manager.get(`/monthly-sheets/${sheet.id as string}`);
    expect(body.in).toEqual(sheet.in);
    expect(await opened()).toEqual(before);
  });
});

describe('a sheet that was sent back', () => {
  test('is followed by a version that says why, compared with the one before', async () => {
    expect(fieldsOf(await make({ month: '2026-06' }))).toEqual(['reason: missing']);
    const { status, body } = await make({ month: '2026-06', reason: '漏报一件终止业务' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ version: 2, reason: '漏报一件终止业务', before: { version: 1 } });
    expect([body.before.in.endedOtherwise, body.in.endedOtherwise]).toEqual([3, 4]);
    const { items } = (await manager.get('/monthly-sheets?month=2026-06')).body;
    expect(items.map(({ version, replaced }: Row) => [version, replaced])).toEqual([[2, false], [1, true]]); // prettier-ignore
  });

  test('keeps its reason sealed, and apart', async () => {
    const { rows } = await sql<{ found: number }>`select count(*)::integer as found from monthly_sheets
      where to_jsonb(monthly_sheets)::text like '%漏报%'`.execute(api.db);
    expect(rows[0]).toEqual({ found: 0 });
  });

  test('asked for twice with one key is one version', async () => {
    const key = aKey();
    const [one, other] = [
      await make({ month: '2026-06', reason: '再报' }, manager, key),
      await make({ month: '2026-06', reason: '再报' }, manager, key),
    ];
    expect([one.body.version, other.body.id]).toEqual([3, one.body.id]);
    expect((await make({ month: '2026-05' }, manager, key)).status).toBe(409);
  });

  test('of two that come at once each is a version of its own', async () => {
    const both = await Promise.all(['甲', '乙'].map((reason) => make({ month: '2026-06', reason })));
    expect(both.map(({ status, body }) => [status, body.version as number]).sort()).toEqual([[201, 4], [201, 5]]); // prettier-ignore
  });

  test('is listed page by page', async () => {
    const all = (await manager.get('/monthly-sheets')).body.items;
    const first = (await manager.get('/monthly-sheets?limit=2')).body;
    const rest = (await manager.get(`/monthly-sheets?limit=200&cursor=${first.next as string}`)).body;
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(rest.next).toBeNull();
  });
});

test('is of a day of its month that has come', async () => {
  expect(fieldsOf(await make({ month: '2026-07' }))).toEqual(['month: future']);
  expect(fieldsOf(await make({ month: '2026-06', asOf: '2026-06-11', reason: '早' }))).toEqual(['asOf: future']);
  expect(fieldsOf(await make({ month: '2026-05', asOf: '2026-06-01' }))).toEqual(['asOf: otherMonth']);
  expect(fieldsOf(await make({ month: '2026-05', reason: '没有' }))).toEqual(['reason: nothingSentBack']);
  expect((await make({ month: '2026-13' })).status).toBe(422);
  const may = (await make({ month: '2026-05' })).body;
  expect([may.asOf, may.in.accepted, may.in.inTransit]).toEqual(['2026-05-31', 0, 0]);
});

test('is made by the manager, and read by everybody; cases behind it by who may read cases', async () => {
  const [clerk, administrator] = [await api.as('clerk'), await api.asNew(['administrator'])];
  expect((await make({ month: '2026-06', reason: '不是科长' }, clerk)).status).toBe(403);
  const { items } = (await administrator.get('/monthly-sheets')).body;
  const behind = `/monthly-sheets/${items[0].id as string}/items?direction=in&figure=inTransit`;
  expect((await administrator.get(`/monthly-sheets/${items[0].id as string}`)).status).toBe(200);
  expect([(await administrator.get(behind)).status, (await clerk.get(behind)).status]).toEqual([403, 200]);
  expect((await clerk.get('/monthly-sheets/00000000-0000-4000-8000-000000000000')).status).toBe(404);
});
