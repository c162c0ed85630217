/** The rules over HTTP: vectors with their results (due dates in `due-dates.test.ts`), and nothing that is recorded or logged. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDigitOf } from '../../domain/persons/resident-id.ts';
import { OF_2023, OF_2024, V2 } from '../builders/vector-form.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';

let api: TestApi;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi({ requestsPerMinute: 1_000_000 });
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

const year = (fields: object) => ({ months: 12, baseFen: 1_000_000, accountRate: 0.08, ...fields });
const check = async (form: object, more: object = {}) => {
  const { status, body } = await clerk.post('/checks/info-form', { form, ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

describe('POST /checks/info-form', () => {
  test('V1 and V2: 34,206.44 with the interest of either method', async () => {
    expect(await check(V2)).toMatchObject({ findings: [], transferYear: 2024, pooledFundFen: 2_040_000 });
    const byYear = {
      ...V2,
      accountUntilLastYearFen: 980_638,
      accountTotalFen: 1_380_638,
      totalFen: 3_420_638,
      years: [
        { ...OF_2023, interestFen: 20_638, balanceFen: 980_638 },
        { ...OF_2024, balanceFen: 1_380_638 },
      ],
    };
    expect((await check(byYear)).findings).toEqual([]);
    const wrong = { ...V2, years: [{ ...OF_2023, interestFen: 20_650 }, OF_2024] };
    expect((await check(wrong)).findings).toContainEqual(
      expect.objectContaining({
        field: 'years.0.interestFen',
        computedFen: 20_644,
        foundFen: 20_650,
        severity: 'flag',
      }),
    );
  });

  test('V10: with a digit swapped in ⑥ the parts do not give the sum', async () => {
    expect((await check({ ...V2, totalFen: 3_426_044 })).findings).toContainEqual(
      expect.objectContaining({ field: 'totalFen', severity: 'defect', computedFen: 3_420_644, foundFen: 3_426_044 }),
    );
  });

  test('V4: seven months at 6,326 are 5,313.84 of the pooled fund', async () => {
    const seven = year({ fromMonth: '202301', toMonth: '202307', months: 7, baseFen: 632_600 });
    const account = { accountUntilLastYearFen: 0, accountThisYearFen: 0, accountTotalFen: 0 };
    const form = { ...V2, ...account, pooledFundFen: 531_384, totalFen: 531_384, years: [seven] };
    const { pooledFundFen, findings } = await check(form);
    expect(pooledFundFen).toBe(531_384);
    expect(findings.filter(({ field }: { field: string }) => field === 'pooledFundFen')).toEqual([]);
  });

  test('V11: ③ written as 400.00 breaks ④', async () => {
    expect((await check({ ...V2, accountThisYearFen: 40_000 })).findings).toContainEqual({
      field: 'accountTotalFen',
      code: 'accountIdentity',
      severity: 'defect',
      reasonCode: 'D01',
      computedFen: 1_020_644,
      foundFen: 1_380_644,
      message: 'cannot be: D01, computed 10206.44, found 13806.44',
    });
  });

  test('before 2016 takes the rate of the province that somebody wrote down', async () => {
    await sql`insert into interest_rates values ('13', 2010, 225, 'a letter of the province')`.execute(api.db);
    const of2010 = year({ fromMonth: '201001', toMonth: '201012', baseFen: 100_000, creditedFen: 96_000 });
    const form = {
      ...V2,
      transferredOn: '2011-02-01',
      accountUntilLastYearFen: 99_170,
      accountThisYearFen: 0,
      accountTotalFen: 99_170,
      pooledFundFen: 144_000,
      totalFen: 243_170,
      years: [{ ...of2010, interestFen: 3170, balanceFen: 99_170 }],
    };
    const found = async (areaCode: string) =>
      (await check(form, { areaCode })).findings.map(({ code, severity }: Record<string, string>) => [code, severity]);
    expect(await found('130100')).toEqual([['interestDiffers', 'flag']]);
    expect(await found('440100')).toEqual([['rateUnknown', 'notChecked']]);
  });

  test('refuses what is no form', async () => {
    expect(fieldsOf(await clerk.post('/checks/info-form', { form: { ...V2, years: [] } }))).toEqual([
      'form.years: tooFew',
    ]);
  });
});

test.each([
  ['man60', '1964-12', 60, 0, '2024-12', 180],
  ['man60', '1965-01', 60, 1, '2025-02', 180],
  ['man60', '1965-09', 60, 3, '2025-12', 180],
  ['man60', '1976-09', 63, 0, '2039-09', 240],
  ['woman55', '1970-01', 55, 1, '2025-02', 180],
  ['woman50', '1975-02', 50, 1, '2025-03', 180],
])('GET /checks/retirement: %s born %s', async (kind, birthMonth, years, months, retiresIn, least) => {
  const { body } = await clerk.get(`/checks/retirement?kind=${kind}&birthMonth=${birthMonth}`);
  expect(body).toEqual({ kind, years, months, retiresIn, minimumContributionMonths: least });
});

describe('POST /checks/person', () => {
  const first17 = '11010119760905001';
  const idNumber = first17 + checkDigitOf(first17);

  test('says what follows from the number, and looks nobody up', async () => {
    const { body } = await clerk.post('/checks/person', { name: '样例甲', idNumber, mobile: '13900000000' });
    expect(body).toMatchObject({
      defects: [],
      idKind: 'resident',
      sex: 'male',
      bornOn: '1976-09-05',
      retirements: [{ kind: 'man60', years: 63, months: 0, retiresIn: '2039-09' }],
    });
    expect(body.age).toBeGreaterThanOrEqual(49);
  });

  test('says everything that is wrong at once', async () => {
    const { status, body } = await clerk.post('/checks/person', { name: '7', idNumber: first17 + 'A', mobile: '12' });
    expect(status).toBe(200);
    const fields = body.defects.map(({ field }: { field: string }) => field);
    expect([...new Set(fields)].sort()).toEqual(['idNumber', 'mobile', 'name']);
    expect(body).toMatchObject({ idKind: null, bornOn: null, retirements: [] });
  });

  test('leaves no trace: no row, no line of the log', async () => {
    const rows = async () =>
      (
        await sql<{ n: string }>`select (select count(*) from persons) || '/' || (select count(*) from events) ||
        '/' || (select count(*) from look_ups) || '/' || (select count(*) from info_forms) as n`.execute(api.db)
      ).rows[0]!.n;
    const before = await rows();
    await clerk.post('/checks/person', { name: '样例乙', idNumber });
    await check(V2);
    expect(await rows()).toBe(before);
    expect(api.log.join('\n')).not.toContain(idNumber);
    expect(api.log.join('\n')).not.toContain('样例乙');
  });
});
