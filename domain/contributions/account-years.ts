/** The account of a person year by year, from rows of contributions: what moves of each, interest, balance. */
import type { InfoFormYearDetail } from '../facts/new-fact.ts';
import type { Finding, InfoFormRules } from '../forms/info-form-lines.ts';
import { shareFen } from '../forms/info-form-shares.ts';
import { monthProductInterestFen, openingInterestFen } from '../money/account-interest.ts';
import { rateOf } from '../money/interest-rates.ts';
import { monthsOfContribution, spanOf, type Contribution } from './contribution.ts';

export interface AccountQuestion {
  /** Those that move, without any that overlap. */
  readonly rows: readonly Contribution[];
  readonly transferYear: number;
  readonly temporaryAccount: boolean;
  /** Something of the account stays here: what it earned is not what the rest earned. */
  readonly partStays: boolean;
  /** Whose rates count before 2016, in years without contributions. */
  readonly areaCode: string;
  readonly rules: InfoFormRules;
}

export interface AccountYearOfRows {
  readonly year: number;
  readonly rows: readonly InfoFormYearDetail[];
  readonly creditedFen: number;
  readonly balanceFen: number;
}

export interface AccountOfRows {
  readonly years: readonly AccountYearOfRows[];
  readonly findings: readonly Finding[];
}

/** From the first year to that of the transfer, which credits its principal only. A finding `rateUnknown` ends what can be said. */
export function accountOfRows(question: AccountQuestion): AccountOfRows {
  const joined = joinMonths(question.rows);
  const first = Math.min(...joined.map(({ fromMonth }) => yearOf(fromMonth)));
  const years: AccountYearOfRows[] = [];
  const findings: Finding[] = [];
  let recordedHolds = !question.partStays;
  for (let year = first; year <= question.transferYear; year++) {
    const ofYear = joined.filter(({ fromMonth }) => yearOf(fromMonth) === year);
    const movable = ofYear.map((row) => movableFen(row, question));
    recordedHolds &&= ofYear.every((row, index) => row.creditedFen === movable[index]);
    const openingFen = years.at(-1)?.balanceFen ?? 0;
    const interest =
      year === question.transferYear
        ? { fen: 0, findings: [] }
        : interestOf(question, { year, rows: ofYear, movable, openingFen, recordedHolds });
    findings.push(...interest.findings);
    years.push(asYear(year, ofYear, { movable, openingFen, interestFen: interest.fen }));
  }
  return { years, findings };
}

const yearOf = (month: string): number => Number(month.slice(0, 4));

/** Provinces list month by month; a form has a row for each span of one base. */
function joinMonths(rows: readonly Contribution[]): Contribution[] {
  const sorted = [...rows].sort((a, b) => (a.areaCode + a.fromMonth < b.areaCode + b.fromMonth ? -1 : 1));
  return sorted.reduce<Contribution[]>((joined, row) => {
    const last = joined.at(-1);
    if (!last || !continues(last, row)) return [...joined, row];
    const interestFen = last.interestFen === null ? row.interestFen : last.interestFen + (row.interestFen ?? 0);
    const sums = {
      employerFen: last.employerFen + row.employerFen,
      personalFen: last.personalFen + row.personalFen,
      creditedFen: last.creditedFen + row.creditedFen,
    };
    return [...joined.slice(0, -1), { ...last, ...sums, toMonth: row.toMonth, interestFen }];
  }, []);
}

const continues = (last: Contribution, next: Contribution): boolean =>
  Number(next.fromMonth) === Number(last.toMonth) + 1 &&
  (['areaCode', 'nature', 'baseFen', 'paidOn'] as const).every((name) => last[name] === next[name]);

/** Before 1998 the person's own money; since then the standard share of the base, and of a temporary account everything credited. */
function movableFen(row: Contribution, { temporaryAccount, rules }: AccountQuestion): number {
  const year = yearOf(row.fromMonth);
  if (temporaryAccount) return row.creditedFen;
  if (year < 1998) return row.personalFen;
  if (row.baseFen === null) return row.creditedFen;
  const months = monthsOfContribution(row);
  const standard = shareFen(row.baseFen, months, rules.accountRateOf(year));
  // A fen a month is rounding.
  return Math.abs(row.creditedFen - standard) <= months ? row.creditedFen : standard;
}

interface Year {
  readonly year: number;
  readonly rows: readonly Contribution[];
  readonly movable: readonly number[];
  readonly openingFen: number;
  readonly recordedHolds: boolean;
}

/** As recorded where nothing of the account stays here, else by the month-product method. */
function interestOf({ areaCode, rules }: AccountQuestion, { year, rows, movable, openingFen, recordedHolds }: Year) {
  const said = rows.flatMap(({ interestFen }) => interestFen ?? []);
  if (recordedHolds && said.length > 0) return { fen: said.reduce((sum, fen) => sum + fen, 0), findings: [] };
  if (openingFen === 0 && movable.every((fen) => fen === 0)) return { fen: 0, findings: [] };
  const field = `years.${String(year)}.interestFen`;
  const rate = rateOf(rules.interestRates, year, rows[0]?.areaCode ?? areaCode);
  if (!rate) return { fen: 0, findings: [{ field, code: 'rateUnknown', severity: 'notChecked' as const }] };
  const ofRows = rows.reduce((sum, row, index) => {
    const span = spanOf(row)!;
    const credited = { fromMonth: span.from, toMonth: span.to, creditedFen: movable[index]! };
    return sum + monthProductInterestFen(credited, rate.basisPoints);
  }, 0);
  const fen = openingInterestFen(openingFen, rate.basisPoints) + ofRows;
  const provisional = { field, code: 'interestProvisional', severity: 'provisional' as const, computedFen: fen };
  return { fen, findings: rate.provisional ? [provisional] : [] };
}

interface Sums {
  readonly movable: readonly number[];
  readonly openingFen: number;
  readonly interestFen: number;
}

function asYear(year: number, all: readonly Contribution[], { movable, openingFen, interestFen }: Sums) {
  const creditedFen = movable.reduce((sum, fen) => sum + fen, 0);
  const balanceFen = openingFen + creditedFen + interestFen;
  const ofYear = { interestFen, balanceFen };
  const paid = all.flatMap((row, index) => (monthsOfContribution(row) > 0 ? [asFormRow(row, movable[index]!)] : []));
  const rows: InfoFormYearDetail[] =
    paid.length === 0
      ? [{ year, months: 0, creditedFen: 0, ...ofYear }]
      : paid.map((row, index) => ({ ...row, ...(index === paid.length - 1 ? ofYear : { interestFen: 0 }) }));
  return { year, rows, creditedFen, balanceFen };
}

const asFormRow = (row: Contribution, creditedFen: number): InfoFormYearDetail => ({
  areaCode: row.areaCode,
  fromMonth: row.fromMonth,
  toMonth: row.toMonth,
  months: monthsOfContribution(row),
  baseFen: row.baseFen,
  creditedFen,
  ...(row.paidOn !== undefined && { note: `补缴 ${row.paidOn}` }),
});
