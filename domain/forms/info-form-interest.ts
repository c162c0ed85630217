/** Interest and year-end balances of an info form, recomputed year by year where the form gives enough to do so. */
import { monthProductInterestFen, openingInterestFen, yearMethodInterestFen } from '../money/account-interest.ts';
import type { InfoFormDetail } from '../facts/new-fact.ts';
import { rateOf, type RateOfYear } from '../money/interest-rates.ts';
import { fieldOf, sumOf, type Finding, type InfoFormRules, type Row } from './info-form-lines.ts';

export interface AccountYear {
  readonly year: number;
  /** In the order of their months. */
  readonly rows: readonly Row[];
  readonly last: Row;
}

interface Question {
  readonly form: InfoFormDetail;
  readonly years: readonly AccountYear[];
  readonly transferYear: number;
  readonly areaCode: string | undefined;
  readonly rules: InfoFormRules;
}

export function accountYears(rows: readonly Row[]): AccountYear[] {
  const byYear = new Map<number, Row[]>();
  for (const row of rows) byYear.set(row.ofYear, [...(byYear.get(row.ofYear) ?? []), row]);
  return [...byYear]
    .sort(([a], [b]) => a - b)
    .map(([year, ofYear]) => {
      const sorted = [...ofYear].sort((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0));
      return { year, rows: sorted, last: sorted.at(-1)! };
    });
}

/** Interest by either lawful method within a fen per row; balance = opening + credited + interest within a fen per row. */
export function checkInterest(question: Question): Finding[] {
  return question.years.flatMap((year, index) => {
    const openings = openingsOf(question, year.year, question.years[index - 1]);
    if (openings.length === 0)
      return [{ field: fieldOf(year.last, 'interestFen'), code: 'openingUnknown', severity: 'notChecked' as const }];
    // Whether the rows carry line ① on is not said: one of the ways must fit.
    const ways = openings.map((opening) => [...checkYear(question, year, opening), ...checkBalance(year, opening)]);
    return ways.find((findings) => !findings.some(({ severity }) => severity === 'flag')) ?? ways[0]!;
  });
}

/** None after a gap, which earned interest that no row shows, and in a first year that continues an older balance. */
function openingsOf({ form }: Question, year: number, previous: AccountYear | undefined): number[] {
  if (previous) {
    const { balanceFen } = previous.last;
    return balanceFen !== undefined && (previous.year === year - 1 || balanceFen === 0) ? [balanceFen] : [];
  }
  const before = form.personalBefore1998Fen;
  if (before === 0) return [0];
  return year === 1998 ? [before, 0] : year < 1998 ? [0] : [];
}

function checkBalance({ rows, last }: AccountYear, openingFen: number): Finding[] {
  const field = fieldOf(last, 'balanceFen');
  const moved = sumOf(rows.flatMap(({ creditedFen, interestFen }) => [creditedFen, interestFen]));
  const foundFen = last.balanceFen;
  if (moved === undefined || foundFen === undefined) return [{ field, code: 'amountMissing', severity: 'notChecked' }];
  const computedFen = openingFen + moved;
  if (Math.abs(foundFen - computedFen) <= rows.length) return [];
  return [{ field, code: 'balanceDiffers', severity: 'flag', reasonCode: 'D01', computedFen, foundFen }];
}

function checkYear(question: Question, { year, rows, last }: AccountYear, openingFen: number): Finding[] {
  const field = fieldOf(last, 'interestFen');
  const foundFen = sumOf(rows.map(({ interestFen }) => interestFen));
  if (year === question.transferYear) {
    const none = rows.every(({ interestFen }) => (interestFen ?? 0) === 0);
    if (none) return [];
    const code = 'interestInTransferYear';
    return [{ field, code, severity: 'flag', reasonCode: 'D01', computedFen: 0, foundFen: foundFen ?? 0 }];
  }
  const computed = computedInterest(question, { year, rows, last }, openingFen);
  if (foundFen === undefined || computed === undefined)
    return [{ field, code: foundFen === undefined ? 'amountMissing' : 'rateUnknown', severity: 'notChecked' }];
  const { byMonths: computedFen, byYear, provisional } = computed;
  if (provisional) return [{ field, code: 'interestProvisional', severity: 'provisional', computedFen, foundFen }];
  const tolerance = rows.length;
  const least = Math.min(computedFen, byYear) - tolerance;
  const most = Math.max(computedFen, byYear) + tolerance;
  if (foundFen >= least && foundFen <= most) return [];
  return [{ field, code: 'interestDiffers', severity: 'flag', reasonCode: 'D01', computedFen, foundFen }];
}

/** Undefined when a rate or an amount of the year is not known. */
function computedInterest({ rules, areaCode }: Question, { year, rows }: AccountYear, openingFen: number) {
  const rates = rows.map((row) => rateOf(rules.interestRates, year, row.areaCode ?? areaCode));
  const known = rates.filter((rate): rate is RateOfYear => rate !== undefined);
  if (known.length < rows.length) return undefined;
  const rateAt = (index: number): number => known[index]!.basisPoints;
  const spans = rows.map(({ span, creditedFen = 0 }) =>
    span ? { fromMonth: span.from, toMonth: span.to, creditedFen } : undefined,
  );
  if (rows.some(({ span, creditedFen }) => creditedFen === undefined || (!span && creditedFen > 0))) return undefined;
  const opening = openingInterestFen(openingFen, rateAt(0));
  const total = (method: typeof monthProductInterestFen): number =>
    spans.reduce((sum, span, index) => sum + (span ? method(span, rateAt(index)) : 0), opening);
  return {
    byMonths: total(monthProductInterestFen),
    byYear: total(yearMethodInterestFen),
    provisional: known.some(({ provisional }) => provisional),
  };
}
