import { describe, expect, test } from 'vitest';
import type { Contribution } from '../../../domain/contributions/contribution.ts';
import { formOfContributions } from '../../../domain/contributions/form-of-contributions.ts';
import { checkInfoForm, INFO_FORM_RULES } from '../../../domain/forms/info-form.ts';
import { NATIONAL_INTEREST_RATES } from '../../../domain/money/interest-rates.ts';

const rules = { ...INFO_FORM_RULES, interestRates: NATIONAL_INTEREST_RATES };

const paid = (fromMonth: string, toMonth: string, more: Partial<Contribution> = {}): Contribution => ({
  areaCode: '110102',
  fromMonth,
  toMonth,
  nature: 'regular',
  baseFen: 1_000_000,
  employerFen: 160_000 * (Number(toMonth) - Number(fromMonth) + 1),
  personalFen: 80_000 * (Number(toMonth) - Number(fromMonth) + 1),
  creditedFen: 80_000 * (Number(toMonth) - Number(fromMonth) + 1),
  interestFen: null,
  ...more,
});

const formOf = (rows: readonly Contribution[], transferredOn = '2024-06-20', temporaryAccount = false) =>
  formOfContributions({ rows, transferredOn, temporaryAccount, areaCode: '110102' }, rules);

test('a year at one base and five months of the next make the form that the arithmetic of forms expects', () => {
  const { form, findings } = formOf([paid('202301', '202312'), paid('202401', '202405')]);

  expect(findings).toEqual([]);
  expect(form).toMatchObject({
    personalBefore1998Fen: 0,
    accountUntilLastYearFen: 980_644,
    accountThisYearFen: 400_000,
    accountTotalFen: 1_380_644,
    pooledFundFen: 2_040_000,
    totalFen: 3_420_644,
  });
  const checked = checkInfoForm(form!, { receivedOn: '2024-06-20', areaCode: '110102' }, rules);
  expect(checked.findings).toEqual([]);
});

test('months listed one by one make one row for each span of one base', () => {
  const months = Array.from({ length: 12 }, (_, month) => {
    const text = `2023${String(month + 1).padStart(2, '0')}`;
    return paid(text, text, month < 6 ? {} : { baseFen: 2_000_000, personalFen: 160_000, creditedFen: 160_000 });
  });

  const { form } = formOf(months);

  expect(form!.years.map(({ fromMonth, toMonth, months }) => [fromMonth, toMonth, months])).toEqual([
    ['202301', '202306', 6],
    ['202307', '202312', 6],
    [undefined, undefined, 0],
  ]);
});

test('the interest that the core system recorded is kept, within both lawful methods', () => {
  const { form } = formOf([paid('202301', '202312', { interestFen: 20_638 })], '2024-03-01');

  expect(form!.accountUntilLastYearFen).toBe(980_638);
});

test('a year without contributions earns its interest all the same', () => {
  const { form } = formOf([paid('202201', '202212')], '2024-03-01');

  const [first, second] = form!.years;
  expect(second).toMatchObject({ year: 2023, months: 0 });
  expect(second!.interestFen).toBe(Math.round(first!.balanceFen! * 0.0397));
});

test('what stood in the account before 1998 is the person’s own money, and earns on in line ②', () => {
  const before = paid('199707', '199712', { interestFen: 0 });
  const after = paid('199801', '199812', { creditedFen: 1_320_000, interestFen: 50_000 });

  const { form } = formOf([before, after], '1999-02-01');

  expect(form).toMatchObject({ personalBefore1998Fen: 480_000, accountUntilLastYearFen: 1_370_000 });
});

test('a share recorded above the standard one stays behind, and its interest too', () => {
  const { form } = formOf([paid('202301', '202312', { creditedFen: 1_080_000, interestFen: 23_224 })], '2024-03-01');

  expect(form!.accountUntilLastYearFen).toBe(980_644);
});

test('of a temporary account everything moves', () => {
  const { form } = formOf([paid('202301', '202312')], '2024-03-01', true);

  expect(form).toMatchObject({ temporaryAccount: true, pooledFundFen: 1_920_000 });
});

describe('no form is written by guess', () => {
  test('where a fixed amount has no base', () => {
    const fixed = paid('202301', '202312', { nature: 'fixedAmount', baseFen: null });

    const { form, findings } = formOf([fixed]);

    expect(form).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ code: 'baseMissing', reasonCode: 'D05' }));
  });

  test('where nobody here knows what a province paid before 2016', () => {
    const { form, findings } = formOf([paid('201401', '201412')]);

    expect(form).toBeUndefined();
    expect(findings.map(({ code }) => code)).toContain('rateUnknown');
  });

  test('where there are no rows', () => {
    expect(formOf([]).form).toBeUndefined();
  });
});

test('a rate that is not published yet makes the form provisional and no worse', () => {
  const { form, findings } = formOf([paid('202601', '202606')], '2027-02-01');

  expect(form).toBeDefined();
  expect(findings).toEqual([expect.objectContaining({ code: 'interestProvisional', severity: 'provisional' })]);
});

test('months after the year of the transfer are said, and left out', () => {
  const { form, findings } = formOf([paid('202301', '202312'), paid('202501', '202502')]);

  expect(findings.map(({ code }) => code)).toEqual(['afterTransfer']);
  expect(form!.years.map(({ fromMonth }) => fromMonth)).not.toContain('202501');
});

test('a lump sum that cannot move leaves the rest of the form as if it had never been paid', () => {
  const lump = [2016, 2017, 2018].map((year) =>
    paid(`${String(year)}01`, `${String(year)}12`, { nature: 'lumpSum', paidOn: '2020-05-06' }),
  );
  const rest = [paid('202301', '202312', { interestFen: 99_999 })];

  const { form, notTransferable } = formOf([...lump, ...rest], '2024-03-01');

  expect(form!.totalFen).toBe(formOf([paid('202301', '202312')], '2024-03-01').form!.totalFen);
  expect(notTransferable).toEqual([
    {
      paidOn: '2020-05-06',
      months: 36,
      paidFen: 8_640_000,
      creditedFen: 2_880_000,
      reasons: ['paperMissing'],
      rows: [0, 1, 2],
    },
  ]);
});
