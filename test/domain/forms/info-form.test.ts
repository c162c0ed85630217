import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthProductInterestFen, openingInterestFen } from '../../../domain/money/account-interest.ts';
import { checkInfoForm, INFO_FORM_RULES, recomputePooledFund } from '../../../domain/forms/info-form.ts';
import type { InfoForm, InfoFormRow } from '../../../domain/forms/info-form-lines.ts';
import { INTEREST_RATES } from '../../../domain/money/interest-rates.ts';

const RULES = { ...INFO_FORM_RULES, interestRates: INTEREST_RATES };

const row2023: InfoFormRow = {
  year: 2023,
  from: '202301',
  to: '202312',
  months: 12,
  monthlyBaseFen: 1_000_000,
  accountRate: 800,
  creditedFen: 960_000,
  interestFen: 20_644,
  balanceFen: 980_644,
};
const row2024: InfoFormRow = {
  year: 2024,
  from: '202401',
  to: '202405',
  months: 5,
  monthlyBaseFen: 1_000_000,
  accountRate: 800,
  creditedFen: 400_000,
  interestFen: 0,
  balanceFen: 1_380_644,
};
/** The form of vector V2. */
const FORM: InfoForm = {
  before1998Fen: 0,
  untilLastYearFen: 980_644,
  currentYearFen: 400_000,
  accountFen: 1_380_644,
  pooledFundFen: 2_040_000,
  totalFen: 3_420_644,
  transferYear: 2024,
  rows: [row2023, row2024],
};

const findings = (form: InfoForm) => {
  const { defects, flags } = checkInfoForm(form, RULES);
  return {
    defects: defects.map(({ field, code }) => `${field} ${code}`),
    flags: flags.map(({ field, code }) => `${field} ${code}`),
  };
};
const withRow = (changes: Partial<InfoFormRow>): InfoForm => ({ ...FORM, rows: [row2023, { ...row2024, ...changes }] });

describe('the info form', () => {
  it('V2: finds nothing wrong with 34,206.44', () => {
    expect(checkInfoForm(FORM, RULES)).toEqual({ defects: [], flags: [], pooledFundFen: 2_040_000 });
  });

  it('V1: takes the interest of the year method too', () => {
    const rows = [
      { ...row2023, interestFen: 20_638, balanceFen: 980_638 },
      { ...row2024, balanceFen: 1_380_638 },
    ];
    const form = { ...FORM, rows, untilLastYearFen: 980_638, accountFen: 1_380_638, totalFen: 3_420_638 };
    expect(findings(form)).toEqual({ defects: [], flags: [] });
  });

  it('V4: seven months at 6,326 move 5,313.84 from the pooled fund', () => {
    const row = { ...row2023, to: '202307', months: 7, monthlyBaseFen: 632_600 };
    expect(recomputePooledFund([row], RULES)).toBe(531_384);
  });

  it('V11: a wrong ③ breaks ④, by 3,600.00', () => {
    const { defects } = checkInfoForm({ ...FORM, currentYearFen: 40_000 }, RULES);
    expect(defects).toEqual([{ field: 'accountFen', code: 'accountIdentity', reason: 'D01', differenceFen: 360_000 }]);
  });

  it('says everything at once, each with its path', () => {
    const rows = [
      { ...row2023, to: '202401' },
      { ...row2024, months: 6, monthlyBaseFen: null },
    ];
    expect(findings({ ...FORM, totalFen: 1, rows })).toEqual({
      defects: ['totalFen totalIdentity', 'rows.0.to crossesYear', 'rows.1.months monthsDiffer'],
      flags: [],
    });
  });

  it.each<[string, Partial<InfoFormRow>, string]>([
    ['months that are not to − from + 1', { months: 6 }, 'rows.1.months monthsDiffer'],
    ['more than a year of months', { months: 13 }, 'rows.1.months monthsRange'],
    ['a row that ends before it begins', { from: '202406' }, 'rows.1.to order'],
    ['a row that crosses the year', { to: '202501' }, 'rows.1.to crossesYear'],
    ['a row filed under another year', { year: 2023 }, 'rows.1.year yearDiffers'],
    ['a year out of range', { year: 1949 }, 'rows.1.year yearRange'],
    ['a month that is none', { from: '202400' }, 'rows.1.from month'],
    ['a month without its end', { to: null }, 'rows.1.to month'],
    ['an amount below zero', { creditedFen: -1 }, 'rows.1.creditedFen amount'],
    ['an amount with a fraction of a fen', { balanceFen: 0.5 }, 'rows.1.balanceFen amount'],
  ])('sends back %s', (_, changes, finding) => {
    expect(findings(withRow(changes)).defects).toContain(finding);
  });

  it('sends back rows that claim the same month', () => {
    const again = { ...row2023, from: '202312', to: '202312', months: 1 };
    expect(findings({ ...FORM, rows: [...FORM.rows, again] }).defects).toEqual(['rows.2.from rowsOverlap']);
  });

  it.each<[string, InfoForm, string]>([
    ['a fixed amount without a base', withRow({ monthlyBaseFen: null }), 'rows.1.monthlyBaseFen baseMissing'],
    ['another share than 8 %', withRow({ accountRate: 1100 }), 'rows.1.accountRate accountShare'],
    ['credits that are not 8 % of the base', withRow({ creditedFen: 400_006 }), 'rows.1.creditedFen creditedDiffers'],
    ['interest in the year of the transfer', withRow({ interestFen: 1 }), 'rows.1.interestFen interestInTransferYear'],
    ['a balance that does not add up', withRow({ balanceFen: 1_380_646 }), 'rows.1.balanceFen balanceDiffers'],
    [
      '③ that no row credited',
      { ...FORM, currentYearFen: 400_002, accountFen: 1_380_646, totalFen: 3_420_646 },
      'currentYearFen principalDiffers',
    ],
    [
      '② that is not last year’s balance',
      { ...FORM, untilLastYearFen: 980_647, accountFen: 1_380_647, totalFen: 3_420_647 },
      'untilLastYearFen lastYearBalanceDiffers',
    ],
    [
      '⑤ beyond a fen a month',
      { ...FORM, pooledFundFen: 2_040_018, totalFen: 3_420_662 },
      'pooledFundFen pooledFundDiffers',
    ],
    [
      'interest of a wrong rate',
      { ...FORM, rows: [{ ...row2023, interestFen: 20_646 }, row2024] },
      'rows.0.interestFen interestDiffers',
    ],
  ])('flags %s without sending the form back', (_, form, finding) => {
    const found = findings(form);
    expect(found.defects).toEqual([]);
    expect(found.flags).toContain(finding);
  });

  it('tolerates a fen a month in ⑤', () => {
    expect(findings({ ...FORM, pooledFundFen: 2_040_017, totalFen: 3_420_661 })).toEqual({ defects: [], flags: [] });
  });

  it('never computes 12 % where it cannot: without a base, and for a temporary account', () => {
    expect(checkInfoForm(withRow({ monthlyBaseFen: null }), RULES).pooledFundFen).toBeUndefined();
    const temporary = { ...FORM, temporaryAccount: true, pooledFundFen: 9_999_999, totalFen: 11_380_643 };
    expect(checkInfoForm(temporary, RULES)).toEqual({ defects: [], flags: [], pooledFundFen: undefined });
  });

  it('takes a year without contributions, listed for its interest', () => {
    const opening = openingInterestFen(980_644, 262);
    const idle: InfoFormRow = {
      year: 2024,
      from: null,
      to: null,
      months: 0,
      monthlyBaseFen: null,
      accountRate: null,
      creditedFen: 0,
      interestFen: opening,
      balanceFen: 980_644 + opening,
    };
    const accountFen = 980_644 + opening;
    const form: InfoForm = {
      before1998Fen: 0,
      untilLastYearFen: accountFen,
      currentYearFen: 0,
      accountFen,
      transferYear: 2025,
      pooledFundFen: 1_440_000,
      totalFen: accountFen + 1_440_000,
      rows: [row2023, idle],
    };
    expect(findings(form)).toEqual({ defects: [], flags: [] });
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

/** A whole 2023 and some months of 2024, computed by the rules. Bases are whole yuan, so 8 % and 12 % are whole fen. */
function honestForm(base2023: number, base2024: number, months: number): InfoForm {
  const credited = (base2023 * 12 * 8) / 100;
  const interest = monthProductInterestFen({ fromMonth: 1, toMonth: 12, creditedFen: credited }, 397);
  const currentYearFen = (base2024 * months * 8) / 100;
  const untilLastYearFen = credited + interest;
  const pooledFundFen = (base2023 * 12 * 12 + base2024 * months * 12) / 100;
  const accountFen = untilLastYearFen + currentYearFen;
  const rows: InfoFormRow[] = [
    {
      ...row2023,
      monthlyBaseFen: base2023,
      creditedFen: credited,
      interestFen: interest,
      balanceFen: untilLastYearFen,
    },
    {
      ...row2024,
      to: `2024${String(months).padStart(2, '0')}`,
      months,
      monthlyBaseFen: base2024,
      creditedFen: currentYearFen,
      balanceFen: accountFen,
    },
  ];
  return {
    before1998Fen: 0,
    untilLastYearFen,
    currentYearFen,
    accountFen,
    pooledFundFen,
    totalFen: accountFen + pooledFundFen,
    transferYear: 2024,
    rows,
  };
}
