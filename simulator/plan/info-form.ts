/** The info forms of the other offices: right in every line, unless a fault is asked for. */
import type { components } from '../../api/contract.generated.ts';
import { monthProductInterestFen, openingInterestFen } from '../../domain/money/account-interest.ts';
import { NATIONAL_INTEREST_RATES, rateOf } from '../../domain/money/interest-rates.ts';
import { multiplyDivideHalfUp } from '../../domain/money/rounding.ts';
import { draws } from '../outside/draws.ts';

/** The years of these people all have months and a base. */
type InfoFormYear = components['schemas']['InfoFormYear'] & {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly baseFen: number;
};
export type InfoForm = components['schemas']['InfoFormAmounts'] & { formNo: string; years: InfoFormYear[] };

/** What is wrong with a form: ④ does not add up, a back payment is not marked, ⑥ is not what was remitted. */
export type FormFault = 'D01' | 'D06' | 'F03';

/** Before 2016 each province had its own: these all had the same. */
const PROVINCES_BEFORE_2016 = 350;
const rateIn = (year: number): number =>
  rateOf(NATIONAL_INTEREST_RATES, year, undefined)?.basisPoints ?? PROVINCES_BEFORE_2016;

interface Account {
  readonly years: readonly InfoFormYear[];
  readonly untilLastYearFen: number;
  readonly thisYearFen: number;
  readonly pooledFundFen: number;
}

/** The form of a person for a transfer in that year; the amounts depend on the person alone, the number on the attempt. */
export function infoFormOf(seed: number, no: number, attempt: number, year: number, fault?: FormFault): InfoForm {
  const account = accountOf(seed, no, year);
  const accountTotalFen = account.untilLastYearFen + account.thisYearFen;
  const right: InfoForm = {
    formNo: `XX${year}${String(no).padStart(5, '0')}${attempt}`,
    personalBefore1998Fen: 0,
    accountUntilLastYearFen: account.untilLastYearFen,
    accountThisYearFen: account.thisYearFen,
    accountTotalFen,
    pooledFundFen: account.pooledFundFen,
    totalFen: accountTotalFen + account.pooledFundFen,
    years: [...account.years],
  };
  return fault ? withFault(right, fault) : right;
}

function withFault(form: InfoForm, fault: FormFault): InfoForm {
  // A line left out of the sum: ④ is no longer ① + ② + ③, while ⑥ is what was remitted.
  if (fault === 'D01') return { ...form, accountUntilLastYearFen: form.accountUntilLastYearFen - 40_000 };
  // A digit too few in ⑤, carried into ⑥: the form adds up, the money does not agree.
  if (fault === 'F03')
    return { ...form, pooledFundFen: form.pooledFundFen + 100_000, totalFen: form.totalFen + 100_000 };
  const [first, ...rest] = form.years;
  if (!first) return form;
  return { ...form, years: [{ ...first, note: '含补缴' }, ...rest] };
}

function accountOf(seed: number, no: number, year: number): Account {
  const draw = draws(seed, 'account', no);
  const firstYear = year - draw.integer('years', 2, 12);
  let baseFen = draw.integer('base', 3200, 9800) * 100;
  const years: InfoFormYear[] = [];
  let balanceFen = 0;
  for (let one = firstYear; one < year; one++, baseFen = Math.round(baseFen * 1.06)) {
    const fromMonth = one === firstYear ? draw.integer('first month', 1, 10) : 1;
    const toMonth = one === year - 1 ? draw.integer('last month', 6, 12) : 12;
    const row = yearRow(one, fromMonth, Math.max(fromMonth, toMonth), baseFen, balanceFen, rateIn(one));
    balanceFen = row.balanceFen ?? 0;
    years.push(row);
  }
  const untilLastYearFen = balanceFen;
  // Who stopped only this January has a row of this year: principal, without interest.
  if (years.at(-1)?.toMonth?.endsWith('12')) years.push(yearRow(year, 1, 1, baseFen, balanceFen, 0));
  const thisYearFen = (years.at(-1)?.balanceFen ?? 0) - untilLastYearFen;
  const pooledFundFen = years.reduce((sum, row) => sum + multiplyDivideHalfUp([row.baseFen, row.months, 12], 100), 0);
  return { years, untilLastYearFen, thisYearFen, pooledFundFen };
}

function yearRow(
  year: number,
  fromMonth: number,
  toMonth: number,
  baseFen: number,
  openingFen: number,
  rate: number,
): InfoFormYear {
  const months = toMonth - fromMonth + 1;
  const creditedFen = multiplyDivideHalfUp([baseFen, months, 8], 100);
  const interestFen =
    openingInterestFen(openingFen, rate) + monthProductInterestFen({ fromMonth, toMonth, creditedFen }, rate);
  const month = (one: number): string => `${year}${String(one).padStart(2, '0')}`;
  return {
    fromMonth: month(fromMonth),
    toMonth: month(toMonth),
    months,
    baseFen,
    employerRate: 0.16,
    personalRate: 0.08,
    accountRate: 0.08,
    creditedFen,
    interestFen,
    balanceFen: openingFen + creditedFen + interestFen,
  };
}
