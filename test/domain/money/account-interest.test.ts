import { describe, expect, it } from 'vitest';
import {
  monthProductInterestFen,
  openingInterestFen,
  yearMethodInterestFen,
} from '../../../domain/money/account-interest.ts';
import { INTEREST_RATES } from '../../../domain/money/interest-rates.ts';

const wholeYear = { fromMonth: 1, toMonth: 12, creditedFen: 960_000 };

describe('interest of a year', () => {
  it('V1: 800 yuan a month at 3.97 % bear 206.44 by months and 206.38 by the year', () => {
    const rate = INTEREST_RATES.get(2023)!;
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

  it('knows the published rates', () => {
    expect([2000, 2016, 2018, 2025].map((year) => INTEREST_RATES.get(year))).toEqual([225, 831, 829, 150]);
    expect(INTEREST_RATES.has(2026)).toBe(false);
  });
});
