/** Statutory retirement age since 2025-01-01. All months are `YYYY-MM`. */
import { dayNumber } from '../time/shanghai-day.ts';

/** Women retire from 55 or from 50, by their post; the ID number cannot tell which. */
export type RetirementKind = 'man60' | 'woman55' | 'woman50';

interface RetirementRule {
  readonly age: number;
  /** First month of birth that retires later. */
  readonly from: string;
  /** One month later for each so many months of birth. */
  readonly birthMonthsPerMonth: number;
  readonly mostMonths: number;
}

/** Decision of 2024-09-13 of the Standing Committee. */
export const RETIREMENT_RULES: Readonly<Record<RetirementKind, RetirementRule>> = {
  man60: { age: 60, from: '1965-01', birthMonthsPerMonth: 4, mostMonths: 36 },
  woman55: { age: 55, from: '1970-01', birthMonthsPerMonth: 4, mostMonths: 36 },
  woman50: { age: 50, from: '1975-01', birthMonthsPerMonth: 2, mostMonths: 60 },
};

export interface Retirement {
  readonly years: number;
  readonly months: number;
  readonly retiresIn: string;
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthText = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Age in years and months, and the month in which it is reached; the rules are dated rows and may be passed in. */
export function retirementOf(
  kind: RetirementKind,
  birthDate: string,
  rules: Readonly<Record<RetirementKind, RetirementRule>> = RETIREMENT_RULES,
): Retirement {
  dayNumber(birthDate);
  const rule = rules[kind];
  const born = monthNumber(birthDate);
  const position = Math.max(0, born - monthNumber(rule.from) + 1);
  const delay = Math.min(rule.mostMonths, Math.ceil(position / rule.birthMonthsPerMonth));
  const months = rule.age * 12 + delay;
  return { years: Math.floor(months / 12), months: months % 12, retiresIn: monthText(born + months) };
}

/** Has retirement come, or does it come within so many months after the month of `on`? */
export function isNearRetirement(kind: RetirementKind, birthDate: string, on: string, withinMonths: number): boolean {
  return monthNumber(retirementOf(kind, birthDate).retiresIn) - monthNumber(on) <= withinMonths;
}

/** Contribution months that a pension needs: 180, and six more each year from 2030 until 240. */
export function minimumContributionMonths(year: number): number {
  return 180 + Math.min(60, Math.max(0, (year - 2029) * 6));
}

export interface RetirementView extends Retirement {
  readonly kind: RetirementKind;
  /** That a pension needs in the year in which the age is reached. */
  readonly minimumContributionMonths: number;
}

export function retirementView(kind: RetirementKind, birthDate: string): RetirementView {
  const retirement = retirementOf(kind, birthDate);
  const year = Number(retirement.retiresIn.slice(0, 4));
  return { kind, ...retirement, minimumContributionMonths: minimumContributionMonths(year) };
}
