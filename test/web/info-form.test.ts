import { describe, expect, test } from 'vitest';
import { checkInfoForm, INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import {
  identities,
  monthsOfSpan,
  takesTwo,
  toInfoForm,
  type InfoFormDraft,
} from '../../web/src/info-form/info-form-draft.ts';
import { NATIONAL_INTEREST_RATES } from '../../domain/money/interest-rates.ts';
import { sampleInfoForm } from '../../web/src/info-form/sample-info-form.ts';

// Reckoned by 66号 Art. 4 and the yearly rate of 2023 (3.97 %): a form that adds up, and the same with line ③ written as 400.00.
const V2: InfoFormDraft = {
  receivedOn: '2024-06-20',
  personalBefore1998Fen: '0',
  accountUntilLastYearFen: '9,806.44',
  accountThisYearFen: '4000.00',
  accountTotalFen: '13806.44',
  pooledFundFen: '20400',
  totalFen: '34206.44',
  years: [
    { fromMonth: '202301', toMonth: '202312', baseFen: '10000', personalRate: '8', creditedFen: '9600', interestFen: '206.44', balanceFen: '9806.44' },
    { fromMonth: '202401', toMonth: '202405', baseFen: '10000', personalRate: '8', creditedFen: '4000', interestFen: '0', balanceFen: '13806.44' },
  ],
}; // prettier-ignore
/** As the office answers it to whoever types. */
const findingsOf = (draft: InfoFormDraft, receivedOn = '2024-06-20') =>
  checkInfoForm(toInfoForm(draft), { receivedOn }, { ...INFO_FORM_RULES, interestRates: NATIONAL_INTEREST_RATES })
    .findings;
const V11: InfoFormDraft = { ...V2, accountThisYearFen: '400.00' };

describe('an info form while it is typed', () => {
  test('says at once whether ④ and ⑥ add up', () => {
    expect(identities(V2)).toEqual([
      { line: 'accountTotalFen', differenceFen: 0 },
      { line: 'totalFen', differenceFen: 0 },
    ]);
    expect(identities(V11)[0]).toEqual({ line: 'accountTotalFen', differenceFen: 360_000 });
  });

  test('says nothing of a sum whose amounts are not all there', () => {
    expect(identities({ ...V2, pooledFundFen: '' }).map(({ line }) => line)).toEqual(['accountTotalFen']);
    expect(identities({ ...V2, accountThisYearFen: '4000.001' })).toHaveLength(1);
  });

  test('is checked by the rules of the office', () => {
    expect(findingsOf(V2)).toEqual([]);
    expect(findingsOf(V11)).toContainEqual(expect.objectContaining({ code: 'accountIdentity' }));
    const crossing = { ...V2, years: [{ ...V2.years?.[0], toMonth: '202401' }] };
    expect(findingsOf(crossing)).toContainEqual(
      expect.objectContaining({ field: 'years.0.toMonth', code: 'crossesYear' }),
    );
  });

  test('counts the months of a span, within one year only', () => {
    expect(monthsOfSpan('202401', '202405')).toBe(5);
    expect(monthsOfSpan('202312', '202401')).toBeUndefined();
    expect(monthsOfSpan('202405', '202401')).toBeUndefined();
    expect(monthsOfSpan('2024', undefined)).toBeUndefined();
  });

  test('is sent in fen, with rates as shares and months filled in', () => {
    const form = toInfoForm(V2);
    expect(form.totalFen).toBe(3_420_644);
    expect(form.years[1]).toEqual({
      fromMonth: '202401',
      toMonth: '202405',
      months: 5,
      baseFen: 1_000_000,
      personalRate: 0.08,
      creditedFen: 400_000,
      interestFen: 0,
      balanceFen: 1_380_644,
    });
  });
});

describe('what a form may lack', () => {
  test('is a base, with its reason; that it takes two people is said', () => {
    const years = [{ ...V2.years?.[0], baseFen: '', baseReason: '定额缴费' }, V2.years?.[1]];
    const form = toInfoForm({ ...V2, years });
    expect(form.years[0]).toMatchObject({ baseFen: null, baseReason: '定额缴费' });
    expect([takesTwo({ ...V2, years }), takesTwo(V2), takesTwo({ years: [{}, { fromMonth: '202401' }] })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(findingsOf({ ...V2, years }).map(({ code, severity }) => [code, severity])).toEqual([
      ['baseMissing', 'flag'],
      ['pooledFundUnknown', 'notChecked'],
    ]);
  });

  test('are months, in a year that is listed for its interest', () => {
    const form = toInfoForm({ ...V2, years: [{ fromMonth: '2024', interestFen: '206.44', balanceFen: '10,012.88' }] });
    expect(form.years).toEqual([{ year: 2024, months: 0, creditedFen: 0, interestFen: 20_644, balanceFen: 1_001_288 }]);
  });

  test('is nothing of what it says of itself', () => {
    const said = { ...V2, transferredOn: '2024-06-03', temporaryAccount: true };
    expect(toInfoForm(said)).toMatchObject({ transferredOn: '2024-06-03', temporaryAccount: true });
  });
});

test.each(['2026-01-05', '2026-06-08', '2028-02-29'])('the sample form of %s has nothing to find', (officeDate) => {
  const sample = sampleInfoForm(officeDate, NATIONAL_INTEREST_RATES);
  expect(sample.years).toHaveLength(2);
  const found = findingsOf(sample, officeDate);
  // A year whose rate is not published yet is compared with the last one, and that is said.
  expect(found.filter(({ severity }) => severity !== 'provisional')).toEqual([]);
});
