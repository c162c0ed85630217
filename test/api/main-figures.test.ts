/** The six numbers of an office that brought the ledgers of sixteen years, against what was written into those ledgers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthsOf } from '../../domain/time/months.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { csvFile } from '../builders/files.ts';
import { COUNTERPART_ROWS, standInNovember2026, takeIn } from '../builders/imports.ts';
import { sheetOf, workbookFile } from '../builders/workbook.ts';
import { yearsOfLedgers, type SixNumbers } from '../builders/years-of-ledgers.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

const TODAY = '2026-11-20';
const made = yearsOfLedgers(2010, TODAY);
let api: TestApi;
let manager: Caller;

beforeAll(async () => {
  api = await startApi();
  const { db, office } = api;
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
  // Each in a format of the office: text of Chinese Excel, and a workbook; then, half a year later, both again.
  for (const { in: rowsIn, out: rowsOut } of [made.before, made.now]) {
    const broughtIn = await takeIn(db, office, 'ledgerIn', csvFile(rowsIn, { encoding: 'gb18030' }));
    expect(broughtIn).toMatchObject({ state: 'done', refused: 0, linesTotal: rowsIn.length });
    const broughtOut = await takeIn(db, office, 'ledgerOut', workbookFile([sheetOf(rowsOut)]));
    expect(broughtOut).toMatchObject({ state: 'done', refused: 0, linesTotal: rowsOut.length });
  }
  manager = await api.as('manager');
});
afterAll(() => api.stop());

const read = async (from: string, to: string, since?: string) =>
  (await manager.get(`/metrics/main-figures?from=${from}&to=${to}${since === undefined ? '' : `&since=${since}`}`))
    .body;

const yearAgo = (day: string): string => `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;

test('the ledgers are large enough to tell, and every kind of number is in them', () => {
  const { acceptedIn, acceptedOut, fenIn, fenOut, lettersPosted, noticesSent } = made.truth('2010-01-01', TODAY);
  expect(acceptedIn).toBeGreaterThan(350);
  expect(acceptedOut).toBe(2 * acceptedIn);
  expect([fenIn, fenOut].every((fen) => fen > 500_000_000)).toBe(true);
  expect(lettersPosted).toBeGreaterThan(acceptedIn);
  expect(noticesSent).toBeGreaterThan(200);
  expect(made.now.in.length).toBeGreaterThan(made.before.in.length);
});

describe('are what the ledgers say', () => {
  const months = monthsOf('2010-01-01', '2026-10-31');

  test.each(months.filter((_, index) => index % 7 === 0 || index > months.length - 13))(
    'in $month, a year before, and since 2010',
    async ({ from, to }) => {
      const { inPeriod, yearBefore, sinceThen, since, yearBeforeFrom, yearBeforeTo } = await read(from, to);
      expect(since).toBe('2010-01-01');
      expect(inPeriod).toEqual(made.truth(from, to));
      expect(sinceThen).toEqual(made.truth('2010-01-01', to));
      expect(yearBeforeFrom).toBe(yearAgo(from));
      expect(yearBefore).toEqual(made.truth(yearBeforeFrom, yearBeforeTo));
    },
  );

  test('since any year, and until the day itself', async () => {
    for (const year of [2013, 2020, 2026]) {
      const since = `${String(year)}-01-01`;
      const { sinceThen } = await read('2026-11-01', TODAY, since);
      expect(sinceThen).toEqual(made.truth(since, TODAY));
    }
  });

  test('of a February against the whole one before, its 29th too', async () => {
    const { yearBefore, yearBeforeTo, difference, riseInPerCent, inPeriod } = await read('2025-02-01', '2025-02-28');
    expect(yearBeforeTo).toBe('2024-02-29');
    expect(yearBefore).toEqual(made.truth('2024-02-01', '2024-02-29'));
    const names = Object.keys(yearBefore) as (keyof SixNumbers)[];
    for (const name of names) {
      expect(difference[name]).toBe(inPeriod[name] - yearBefore[name]);
      const rise = yearBefore[name] === 0 ? null : (100 * difference[name]) / yearBefore[name];
      if (rise === null) expect(riseInPerCent[name]).toBeNull();
      else expect(Math.abs(Number(riseInPerCent[name]) - rise)).toBeLessThanOrEqual(0.0501);
    }
  });
});

test('each of them opens exactly its cases, and sums to the fen', async () => {
  const [from, to] = ['2026-03-01', '2026-03-31'];
  const { inPeriod, sinceThen, yearBefore, since, yearBeforeFrom, yearBeforeTo } = await read(from, to);
  const spans = [
    [inPeriod, from, to],
    [sinceThen, since, to],
    [yearBefore, yearBeforeFrom, yearBeforeTo],
  ] as const;
  for (const [numbers, first, last] of spans)
    for (const name of Object.keys(numbers) as (keyof SixNumbers)[]) {
      const { body } = await manager.get(`/metrics/volume/items?figure=${name}&from=${first}&to=${last}&limit=1`);
      expect([name, first, name.startsWith('fen') ? body.sumFen : body.count]).toEqual([name, first, numbers[name]]);
    }
  for (const figure of ['acceptedIn', 'acceptedOut'] as const) {
    const { body } = await manager.get(`/metrics/volume/items?figure=${figure}&from=${from}&to=${to}&limit=100`);
    const listed = body.items.map(({ caseNo }: { caseNo: string }) => caseNo).sort();
    expect(listed).toEqual(made.casesBehind(figure, from, to));
  }
});

test('a long count that begins within the period, and days that are swapped, are refused together', async () => {
  const answer = await manager.get('/metrics/main-figures?from=2026-05-31&to=2026-05-01&since=2026-06-01');
  expect(answer.status).toBe(422);
  expect(fieldsOf(answer)).toEqual(['since: afterFrom', 'to: beforeFrom']);
});

test('leave nothing that the checker would complain of', async () => {
  expect(await checkInvariants({ databaseUrl: api.databaseUrl })).toEqual([]);
});
