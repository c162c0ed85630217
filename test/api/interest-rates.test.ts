/** A new year's interest rate comes in over the API, by two administrators where there are two. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onlyAdministrators, signsIn, type Account } from '../builders/administrators.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { V2 } from '../builders/vector-form.ts';
import { fieldsOf, startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
let first: Account;
let second: Account;
beforeAll(async () => {
  api = await startApi();
  await standClockAt(api.db, '2027-07-01T10:00:00+08:00');
  [first, second] = (await onlyAdministrators(api, 2)) as [Account, Account];
});
afterAll(() => api.stop());
beforeEach(async () => {
  await sql`delete from logins`.execute(api.db);
});

const put = (year: number, rate: object) => first.caller.send('PUT', `/interest-rates/${year}`, rate);
const rateOf = async (year: number, region = ''): Promise<object | undefined> =>
  ((await first.caller.get('/interest-rates')).body.items as { year: number; region: string }[]).find(
    (rate) => rate.year === year && rate.region === region,
  );
const SOURCE = '关于公布个人账户记账利率的通知';
const told = async (): Promise<unknown[]> =>
  (await sql`select payload from office_events where kind = 'interestRateSet' order by id`.execute(api.db)).rows;

/** The interest of the only year, of 9,600 yuan paid in over twelve months. */
async function interestFindings(year: number): Promise<string[]> {
  const month = (no: number): string => `${String(year)}${String(no).padStart(2, '0')}`;
  const form = {
    ...V2,
    transferredOn: `${String(year + 1)}-06-03`,
    accountThisYearFen: 0,
    accountTotalFen: V2.accountUntilLastYearFen,
    totalFen: V2.accountUntilLastYearFen + V2.pooledFundFen,
    years: [{ ...V2.years[0], fromMonth: month(1), toMonth: month(12) }],
  };
  const { status, body, text } = await first.caller.post('/checks/info-form', { form });
  expect(status, text).toBe(200);
  const findings = body.findings as { field: string; code: string; severity: string }[];
  return findings.filter(({ field }) => field.includes('interest')).map(({ severity }) => severity);
}

test('one administrator alone sets it, marked; a form of that year is no longer compared provisionally', async () => {
  expect(await interestFindings(2026)).toEqual(['provisional']);
  const rate = { region: '', year: 2026, basisPoints: 397, source: SOURCE };
  const { status, body } = await put(2026, { basisPoints: 397, source: SOURCE });
  expect([status, body]).toEqual([200, rate]);
  expect(await rateOf(2026)).toEqual(rate);
  expect(await interestFindings(2026)).toEqual([]);
  expect(await told()).toEqual([{ payload: { ...rate, alone: true } }]);
  // Said again it changes nothing.
  expect((await put(2026, { basisPoints: 397, source: SOURCE })).status).toBe(200);
  expect(await told()).toHaveLength(1);
});

test('with a second one it is proposed, and stands as it stood until he has confirmed it', async () => {
  const before = await rateOf(2025);
  await signsIn(api, second);
  const proposed = await put(2025, { basisPoints: 151, source: SOURCE });
  expect([proposed.status, proposed.body.kind, proposed.body.changes]).toEqual([
    202,
    'interestRate',
    [
      { field: 'year', was: null, becomes: 2025 },
      { field: 'basisPoints', was: 150, becomes: 151 },
      { field: 'source', was: expect.any(String), becomes: SOURCE },
    ],
  ]);
  expect(await rateOf(2025)).toEqual(before);
  const confirmation = `/approvals/${proposed.body.id as string}/confirmation`;
  expect((await first.caller.post(confirmation)).status).toBe(409);
  expect((await second.caller.post(confirmation)).status).toBe(200);
  expect(await rateOf(2025)).toMatchObject({ basisPoints: 151, source: SOURCE });
});

test.each([
  ['a year that has not begun', 2028, {}, 'year: notYet'],
  ['a province since 2016', 2020, { region: '31' }, 'region: form'],
  ['the country before 2016', 2010, {}, 'region: form'],
  ['a rate that none can be', 2020, { basisPoints: 3001 }, 'basisPoints: outOfRange'],
])('%s is refused', async (_, year, change, defect) => {
  const refused = async (): Promise<unknown> => {
    const answer = await put(year, { basisPoints: 300, source: SOURCE, ...change });
    return [answer.status, fieldsOf(answer)];
  };
  expect(await refused()).toEqual([422, [defect]]);
  // Proposed it would be, too.
  await signsIn(api, second);
  expect(await refused()).toEqual([422, [defect]]);
});

test('before 2016 each province has its own', async () => {
  expect((await put(2010, { region: '31', basisPoints: 225, source: SOURCE })).status).toBe(200);
  expect(await rateOf(2010, '31')).toMatchObject({ basisPoints: 225 });
});

test('who is no administrator sets none', async () => {
  const answer = await (await api.as('clerk')).send('PUT', '/interest-rates/2026', { basisPoints: 1, source: SOURCE });
  expect(answer.status).toBe(403);
});
