/** Yearly interest on personal accounts (记账利率): dated rows, one for the country since 2016, one for each province before. */
import type { Defect } from '../errors.ts';

export interface InterestRate {
  /** '' for the country; before 2016 the first two digits of a province's area codes. */
  readonly region: string;
  readonly year: number;
  /** 397 is 3.97 %. */
  readonly basisPoints: number;
}

export interface RateOfYear {
  readonly basisPoints: number;
  /** The year's own is not published yet: this is the last one that is. */
  readonly provisional: boolean;
}

const NATIONAL_SINCE = 2016;
const NATIONAL = '';

/** The national rows that a new office starts with. What a province paid before 2016, the office adds when it has it in writing. */
export const NATIONAL_INTEREST_RATES: readonly InterestRate[] = [
  [2016, 831],
  [2017, 712],
  [2018, 829],
  [2019, 761],
  [2020, 604],
  [2021, 669],
  [2022, 612],
  [2023, 397],
  [2024, 262],
  [2025, 150],
].map(([year, basisPoints]) => ({ region: NATIONAL, year: year!, basisPoints: basisPoints! }));

/** What cannot be: of a year that has not begun, or of a place that does not publish it. */
export function rateDefects({ region, year }: InterestRate, today: string): Defect[] {
  const defects: Defect[] = [];
  if (year > Number(today.slice(0, 4)))
    defects.push({ field: 'year', code: 'notYet', message: 'This year has not begun; nobody knows its interest.' });
  if ((region === NATIONAL) !== year >= NATIONAL_SINCE)
    defects.push({
      field: 'region',
      code: 'form',
      message: 'Since 2016 the rate is the country’s, without a region; before, each province had its own.',
    });
  return defects;
}

/** Undefined: nobody here knows. A year's own rate appears in the middle of the next one. */
export function rateOf(
  rates: readonly InterestRate[],
  year: number,
  areaCode: string | undefined,
): RateOfYear | undefined {
  if (year < NATIONAL_SINCE) return ownRate(rates, year, areaCode?.slice(0, 2));
  const own = ownRate(rates, year, NATIONAL);
  const latest = Math.max(...rates.filter(({ region }) => region === NATIONAL).map((rate) => rate.year));
  const last = year > latest ? ownRate(rates, latest, NATIONAL) : undefined;
  return own ?? (last && { ...last, provisional: true });
}

function ownRate(rates: readonly InterestRate[], year: number, region: string | undefined): RateOfYear | undefined {
  const own = rates.find((rate) => rate.year === year && rate.region === region);
  return own && { basisPoints: own.basisPoints, provisional: false };
}
