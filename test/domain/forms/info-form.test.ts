import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthProductInterestFen, openingInterestFen } from '../../../domain/money/account-interest.ts';
import type { InfoFormDetail as InfoForm, InfoFormYearDetail as InfoFormYear } from '../../../domain/facts/new-fact.ts';
import { checkInfoForm, INFO_FORM_RULES } from '../../../domain/forms/info-form.ts';
import type { Severity } from '../../../domain/forms/info-form-lines.ts';
import { NATIONAL_INTEREST_RATES, type InterestRate } from '../../../domain/money/interest-rates.ts';
import { OF_2023, OF_2024, V2 } from '../../builders/vector-form.ts';

const RULES = { ...INFO_FORM_RULES, interestRates: NATIONAL_INTEREST_RATES };
/** When it must have come, unless a test says when. */
const cameBy = ({ transferredOn = '' }: InfoForm): string =>
  transferredOn > '2024-06-20' ? transferredOn : '2024-06-20';
const check = (
  form: InfoForm,
  more: { receivedOn?: string; areaCode?: string; rates?: readonly InterestRate[] } = {},
) =>
  checkInfoForm(
    form,
    { receivedOn: more.receivedOn ?? cameBy(form), areaCode: more.areaCode },
    { ...RULES, interestRates: [...NATIONAL_INTEREST_RATES, ...(more.rates ?? [])] },
  );
const ofSeverity = (wanted: Severity, ...asked: Parameters<typeof check>): string[] =>
  check(...asked)
    .findings.filter(({ severity }) => severity === wanted)
    .map(({ field, code }) => `${field} ${code}`);

const findings = (form: InfoForm) => ({ defects: ofSeverity('defect', form), flags: ofSeverity('flag', form) });
const withRow = (changes: Partial<InfoFormYear>): InfoForm => ({
  ...V2,
  years: [OF_2023, { ...OF_2024, ...changes }],
});
/** ④ and ⑥ follow from the other lines. */
const summed = (form: InfoForm): InfoForm => {
  const accountTotalFen = form.personalBefore1998Fen + form.accountUntilLastYearFen + form.accountThisYearFen;
  return { ...form, accountTotalFen, totalFen: accountTotalFen + form.pooledFundFen };
};

describe('the info form', () => {
  it('V2: finds nothing wrong with 34,206.44', () => {
    expect(check(V2)).toMatchObject({ findings: [], transferYear: 2024, pooledFundFen: 2_040_000 });
    expect(check(V2).movable).toMatchObject({ principalFen: 1_360_000, excessFen: 0 });
  });

  it('V1: takes the interest of the year method too', () => {
    const rows = [
      { ...OF_2023, interestFen: 20_638, balanceFen: 980_638 },
      { ...OF_2024, balanceFen: 1_380_638 },
    ];
    const form = summed({ ...V2, years: rows, accountUntilLastYearFen: 980_638 });
    expect(findings(form)).toEqual({ defects: [], flags: [] });
  });

  it('V4: seven months at 6,326 move 5,313.84 from the pooled fund', () => {
    const year = { ...OF_2023, toMonth: '202307', months: 7, baseFen: 632_600 };
    expect(check({ ...V2, years: [year] }).pooledFundFen).toBe(531_384);
  });

  it('V11: a wrong ③ breaks ④, by 3,600.00', () => {
    expect(check({ ...V2, accountThisYearFen: 40_000 }).findings).toContainEqual({
      field: 'accountTotalFen',
      code: 'accountIdentity',
      severity: 'defect',
      reasonCode: 'D01',
      computedFen: 1_020_644,
      foundFen: 1_380_644,
    });
  });

  it('says everything at once, each with its path', () => {
    const years = [
      { ...OF_2023, toMonth: '202401' },
      { ...OF_2024, months: 6, baseFen: null },
    ];
    expect(findings({ ...V2, totalFen: 1, years })).toEqual({
      defects: ['totalFen totalIdentity', 'years.0.toMonth crossesYear', 'years.1.months monthsDiffer'],
      flags: [],
    });
  });

  it.each<[string, Partial<InfoFormYear>, string]>([
    ['months that are not to − from + 1', { months: 6 }, 'years.1.months monthsDiffer'],
    ['more than a year of months', { months: 13 }, 'years.1.months monthsRange'],
    ['a row that ends before it begins', { fromMonth: '202406' }, 'years.1.toMonth order'],
    ['a row that crosses the year', { toMonth: '202501' }, 'years.1.toMonth crossesYear'],
    ['a row filed under another year', { year: 2023 }, 'years.1.year yearDiffers'],
    ['a year out of range', { year: 1949 }, 'years.1.year yearRange'],
    ['a month that is none', { fromMonth: '202400' }, 'years.1.fromMonth month'],
    ['a month without its end', { toMonth: null }, 'years.1.toMonth month'],
    ['an amount below zero', { creditedFen: -1 }, 'years.1.creditedFen amount'],
    ['an amount with a fraction of a fen', { balanceFen: 0.5 }, 'years.1.balanceFen amount'],
  ])('sends back %s', (_, changes, finding) => {
    expect(findings(withRow(changes)).defects).toContain(finding);
  });

  it('sends back rows that claim the same month', () => {
    const again = { ...OF_2023, fromMonth: '202312', toMonth: '202312', months: 1 };
    expect(findings({ ...V2, years: [...V2.years, again] }).defects).toEqual(['years.2.fromMonth rowsOverlap']);
  });

  it.each<[string, InfoForm, string]>([
    ['a fixed amount without a base', withRow({ baseFen: null }), 'years.1.baseFen baseMissing'],
    ['another share than 8 %', withRow({ accountRate: 0.11 }), 'years.1.accountRate accountShare'],
    ['credits that are not 8 % of the base', withRow({ creditedFen: 400_006 }), 'years.1.creditedFen creditedDiffers'],
    ['interest in the year of the transfer', withRow({ interestFen: 1 }), 'years.1.interestFen interestInTransferYear'],
    ['months after its own date', { ...V2, transferredOn: '2024-04-30' }, 'years.1.toMonth afterTransfer'],
    ['a balance that does not add up', withRow({ balanceFen: 1_380_646 }), 'years.1.balanceFen balanceDiffers'],
    ['③ that no row credited', summed({ ...V2, accountThisYearFen: 400_002 }), 'accountThisYearFen principalDiffers'],
    [
      '② that is not last year’s balance',
      summed({ ...V2, accountUntilLastYearFen: 980_647 }),
      'accountUntilLastYearFen lastYearBalanceDiffers',
    ],
    [
      '⑤ beyond a fen a month',
      { ...V2, pooledFundFen: 2_040_018, totalFen: 3_420_662 },
      'pooledFundFen pooledFundDiffers',
    ],
    [
      'interest of a wrong rate',
      { ...V2, years: [{ ...OF_2023, interestFen: 20_646 }, OF_2024] },
      'years.0.interestFen interestDiffers',
    ],
  ])('flags %s without sending the form back', (_, form, finding) => {
    const found = findings(form);
    expect(found.defects).toEqual([]);
    expect(found.flags).toContain(finding);
  });

  it('flags months after the day on which a form without its date came', () => {
    const { transferredOn: _, ...undated } = { transferredOn: '', ...V2 };
    expect(ofSeverity('flag', undated, { receivedOn: '2024-05-01' })).toEqual([]);
    expect(ofSeverity('flag', undated, { receivedOn: '2024-04-30' })).toEqual(['years.1.toMonth afterTransfer']);
  });

  it('tolerates a fen a month in ⑤', () => {
    expect(findings({ ...V2, pooledFundFen: 2_040_017, totalFen: 3_420_661 })).toEqual({ defects: [], flags: [] });
  });

  it('never computes 12 % where a base is missing, and says so', () => {
    const form = withRow({ baseFen: null });
    expect(check(form).pooledFundFen).toBeUndefined();
    expect(ofSeverity('notChecked', form)).toEqual(['pooledFundFen pooledFundUnknown']);
  });

  it('takes a year without contributions, listed for its interest', () => {
    const interestFen = openingInterestFen(980_644, 262);
    const idle: InfoFormYear = {
      year: 2024,
      months: 0,
      creditedFen: 0,
      interestFen,
      balanceFen: 980_644 + interestFen,
    };
    const form = summed({
      ...V2,
      transferredOn: '2025-02-03',
      accountUntilLastYearFen: 980_644 + interestFen,
      accountThisYearFen: 0,
      pooledFundFen: 1_440_000,
      years: [OF_2023, idle],
    });
    expect(check(form).findings).toEqual([]);
    const wrong = { ...form, years: [OF_2023, { ...idle, interestFen: interestFen + 5 }] };
    expect(findings(wrong).flags).toContain('years.1.interestFen interestDiffers');
    expect(findings({ ...form, years: [OF_2023, { ...idle, year: undefined! }] }).defects).toEqual([
      'years.1.year yearMissing',
    ]);
  });

  it('finds nothing wrong with any form that follows the rules, and a defect in every form whose ⑥ is off', () => {
    const base = fc.integer({ min: 100_000, max: 5_000_000 }).map((fen) => fen - (fen % 100));
    fc.assert(
      fc.property(
        base,
        base,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 1e6 }),
        (first, second, months, off) => {
          const form = honestForm(first, second, months);
          expect(findings(form)).toEqual({ defects: [], flags: [] });
          expect(findings({ ...form, totalFen: form.totalFen + off }).defects).toEqual(['totalFen totalIdentity']);
        },
      ),
    );
  });
});

describe('what moves of a share', () => {
  const of2003 = (creditedFen: number, accountRate?: number): InfoForm =>
    summed({
      transferredOn: '2004-03-01',
      personalBefore1998Fen: 0,
      accountUntilLastYearFen: creditedFen,
      accountThisYearFen: 0,
      accountTotalFen: 0,
      pooledFundFen: 144_000,
      totalFen: 0,
      years: [
        {
          fromMonth: '200301',
          toMonth: '200312',
          months: 12,
          baseFen: 100_000,
          personalRate: 0.08,
          ...(accountRate !== undefined && { accountRate }),
          creditedFen,
          interestFen: 0,
          balanceFen: creditedFen,
        },
      ],
    });

  it('is 11 % before 2006, of which the person paid 8: nothing is wrong with that', () => {
    expect(findings(of2003(132_000, 0.11))).toEqual({ defects: [], flags: [] });
    expect(findings(of2003(132_000))).toEqual({ defects: [], flags: [] });
  });

  it.each([
    [0.09, 108_000, 0],
    [0.16, 192_000, 60_000],
  ])('is 1,320.00 of a base of 1,000 that was recorded at %s', (rate, creditedFen, excessFen) => {
    const { movable, findings: found } = check(of2003(creditedFen, rate));
    expect(movable).toEqual({ principalFen: 132_000, excessFen, years: [{ row: 0, movableFen: 132_000, excessFen }] });
    expect(found.filter(({ severity }) => severity === 'flag')).toEqual([
      {
        field: 'years.0.accountRate',
        code: 'accountShare',
        severity: 'flag',
        reasonCode: 'D04',
        computedFen: 132_000,
        foundFen: creditedFen,
      },
    ]);
    expect(check(of2003(creditedFen)).movable).toEqual(movable);
  });

  it('may be what ② holds, without its excess', () => {
    const form = summed({ ...of2003(192_000, 0.16), accountUntilLastYearFen: 132_000 });
    expect(findings(form).flags).toEqual(['years.0.accountRate accountShare']);
    expect(ofSeverity('notChecked', form)).toContain('accountUntilLastYearFen shareAdjusted');
  });

  it('is never asked of a temporary account, whose money moves whole', () => {
    const paid = { ...OF_2023, employerRate: 0.2 };
    const form = (pooledFundFen: number): InfoForm =>
      summed({ ...V2, temporaryAccount: true, pooledFundFen, years: [paid, { ...OF_2024, employerRate: 0.2 }] });
    expect(check(form(3_400_000)).findings).toEqual([]);
    expect(findings(form(2_040_000)).flags).toEqual(['pooledFundFen temporaryFundShort']);
    expect(ofSeverity('notChecked', form(3_450_000))).toEqual(['pooledFundFen temporaryInterest']);
    const silent = { ...form(2_040_000), years: V2.years };
    expect(ofSeverity('notChecked', silent)).toEqual(['pooledFundFen pooledFundUnknown']);
    expect(findings(silent).flags).toEqual([]);
  });
});

describe('what nobody knows', () => {
  const of2010: InfoForm = summed({
    transferredOn: '2011-02-01',
    personalBefore1998Fen: 0,
    accountUntilLastYearFen: 99_170,
    accountThisYearFen: 0,
    accountTotalFen: 0,
    pooledFundFen: 144_000,
    totalFen: 0,
    years: [
      {
        fromMonth: '201001',
        toMonth: '201012',
        months: 12,
        baseFen: 100_000,
        creditedFen: 96_000,
        interestFen: 3170,
        balanceFen: 99_170,
      },
    ],
  });
  const rates = [{ region: '13', year: 2010, basisPoints: 225 }];

  it('is the rate of another province, which flags nothing', () => {
    expect(check(of2010, { rates, areaCode: '440100' }).findings).toEqual([
      { field: 'years.0.interestFen', code: 'rateUnknown', severity: 'notChecked' },
    ]);
    expect(ofSeverity('flag', of2010, { rates, areaCode: '130100' })).toEqual(['years.0.interestFen interestDiffers']);
    const paidThere = { ...of2010, years: [{ ...of2010.years[0]!, areaCode: '130100' }] };
    expect(ofSeverity('flag', paidThere, { rates, areaCode: '440100' })).toHaveLength(1);
  });

  it('is the rate of the running year: the last one is provisional, whatever the difference', () => {
    const rows = [
      { ...OF_2023, fromMonth: '202601', toMonth: '202612', interestFen: 13_000, balanceFen: 973_000 },
      { ...OF_2024, fromMonth: '202701', toMonth: '202705', balanceFen: 1_373_000 },
    ];
    const form = summed({ ...V2, transferredOn: '2027-06-01', accountUntilLastYearFen: 973_000, years: rows });
    expect(check(form).findings).toEqual([
      {
        field: 'years.0.interestFen',
        code: 'interestProvisional',
        severity: 'provisional',
        computedFen: 7800,
        foundFen: 13_000,
      },
    ]);
  });

  it('is what was never written: a missing amount is no zero', () => {
    const [{ interestFen: _i, balanceFen: _b, ...first }, second] = [OF_2023, OF_2024];
    expect(findings({ ...V2, years: [first, second] })).toEqual({ defects: [], flags: [] });
    expect(ofSeverity('notChecked', { ...V2, years: [first, second] })).toContain('years.0.interestFen amountMissing');
  });

  it('is the balance after a gap', () => {
    const later = { ...OF_2024, fromMonth: '202501', toMonth: '202505', balanceFen: 1_430_000 };
    const form = summed({
      ...V2,
      transferredOn: '2025-06-01',
      accountUntilLastYearFen: 1_030_000,
      years: [OF_2023, later],
    });
    expect(findings(form).flags).toEqual([]);
    expect(ofSeverity('notChecked', form)).toEqual([
      'accountUntilLastYearFen lastYearUnknown',
      'years.1.interestFen openingUnknown',
    ]);
  });

  it('is everything of a form of which an old ledger has only the total', () => {
    const form = { ...V2, accountTotalFen: 0, pooledFundFen: 0, years: [] };
    expect(check(form).findings).toEqual([{ field: 'years', code: 'missing', severity: 'notChecked' }]);
  });
});

describe('the year of the transfer', () => {
  const december = { ...V2, transferredOn: '2024-12-20' };

  it('is that of the form’s own date, whenever the form comes', () => {
    expect(check(december, { receivedOn: '2025-01-09' })).toMatchObject({ findings: [], transferYear: 2024 });
    expect(ofSeverity('flag', { ...V2, transferredOn: '2025-01-02' }, { receivedOn: '2025-01-09' })).toEqual([
      'accountThisYearFen principalDiffers',
      'accountUntilLastYearFen lastYearBalanceDiffers',
      'years.1.interestFen interestDiffers',
    ]);
  });

  it('is looked at where the form came before its own date', () => {
    const flagged = [{ field: 'transferredOn', code: 'transferredAfterReceipt', severity: 'flag' }];
    expect(check(december, { receivedOn: '2024-12-19' }).findings).toEqual(flagged);
    expect(check(december, { receivedOn: '2024-12-20' }).findings).toEqual([]);
    expect(check({ ...december, years: [] }, { receivedOn: '2024-12-19' }).findings).toContainEqual(flagged[0]);
  });

  it('is the year before when only that fits a form without its date, and that is said', () => {
    const { transferredOn: _, ...undated } = december;
    expect(check(undated, { receivedOn: '2025-01-09' })).toMatchObject({
      transferYear: 2024,
      findings: [{ field: 'transferredOn', code: 'transferYearAssumed', severity: 'notChecked' }],
    });
    expect(check(undated, { receivedOn: '2024-12-30' }).findings).toEqual([]);
  });
});

it('lets two places claim one month, which is cleared after the transfer', () => {
  const twice = { ...OF_2023, areaCode: '440100', fromMonth: '202312', toMonth: '202312', months: 1 };
  const found = findings({ ...V2, years: [...V2.years, twice] });
  expect(found.defects).toEqual([]);
  expect(found.flags).toContain('years.2.fromMonth paidTwice');
});

/** A whole 2023 and some months of 2024, computed by the rules. Bases are whole yuan, so 8 % and 12 % are whole fen. */
function honestForm(base2023: number, base2024: number, months: number): InfoForm {
  const credited = (base2023 * 12 * 8) / 100;
  const interest = monthProductInterestFen({ fromMonth: 1, toMonth: 12, creditedFen: credited }, 397);
  const currentYearFen = (base2024 * months * 8) / 100;
  const untilLastYearFen = credited + interest;
  const pooledFundFen = (base2023 * 12 * 12 + base2024 * months * 12) / 100;
  const accountFen = untilLastYearFen + currentYearFen;
  const years: InfoFormYear[] = [
    { ...OF_2023, baseFen: base2023, creditedFen: credited, interestFen: interest, balanceFen: untilLastYearFen },
    {
      ...OF_2024,
      toMonth: `2024${String(months).padStart(2, '0')}`,
      months,
      baseFen: base2024,
      creditedFen: currentYearFen,
      balanceFen: accountFen,
    },
  ];
  return {
    transferredOn: '2024-12-31',
    personalBefore1998Fen: 0,
    accountUntilLastYearFen: untilLastYearFen,
    accountThisYearFen: currentYearFen,
    accountTotalFen: accountFen,
    pooledFundFen,
    totalFen: accountFen + pooledFundFen,
    years,
  };
}
