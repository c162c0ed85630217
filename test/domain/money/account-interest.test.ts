import { describe, expect, it } from 'vitest';
import {
  monthProductInterestFen,
  openingInterestFen,
  yearMethodInterestFen,
} from '../../../domain/money/account-interest.ts';
import { NATIONAL_INTEREST_RATES, rateOf, type InterestRate } from '../../../domain/money/interest-rates.ts';

const wholeYear = { fromMonth: 1, toMonth: 12, creditedFen: 960_000 };

describe('interest of a year', () => {
  it('V1: 800 yuan a month at 3.97 % bear 206.44 by months and 206.38 by the year', () => {
    const rate = rateOf(NATIONAL_INTEREST_RATES, 2023, undefined)!.basisPoints;
    expect(monthProductInterestFen(wholeYear, rate)).toBe(20_644);
    expect(960_000 + yearMethodInterestFen(wholeYear, rate)).toBe(980_638);
  });

  it('counts a credit from its own month on', () => {
    expect(monthProductInterestFen({ fromMonth: 12, toMonth: 12, creditedFen: 120_000 }, 1000)).toBe(1000);
    expect(monthProductInterestFen({ fromMonth: 1, toMonth: 1, creditedFen: 120_000 }, 1000)).toBe(12_000);
  });

  it('gives the opening balance its rate', () => {
    expect(openingInterestFen(1_000_000, 831)).toBe(83_100);
  });

  const rates: readonly InterestRate[] = [...NATIONAL_INTEREST_RATES, { region: '13', year: 2010, basisPoints: 225 }];
  const rateIn = (year: number, areaCode?: string) => rateOf(rates, year, areaCode);

  it('knows the published rates, the same ones everywhere since 2016', () => {
    expect([2016, 2018, 2025].map((year) => rateIn(year, '130102')?.basisPoints)).toEqual([831, 829, 150]);
    expect(rateIn(2016)).toEqual({ basisPoints: 831, provisional: false });
  });

  it('takes a rate before 2016 from its own province and from no other', () => {
    expect(rateIn(2010, '130102')).toEqual({ basisPoints: 225, provisional: false });
    expect([rateIn(2010, '140100'), rateIn(2010), rateIn(2011, '130102'), rateIn(1998, '130102')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes the last rate for a year that has none yet, and says that it is provisional', () => {
    expect(rateIn(2026)).toEqual({ basisPoints: 150, provisional: true });
  });
});
