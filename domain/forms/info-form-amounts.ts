/** The amounts ① to ⑥ of an info form against each other and against its yearly rows. */
import type { InfoFormDetail } from '../facts/new-fact.ts';
import { fieldOf, hasBase, LINES, sumOf, type Finding, type InfoFormRules, type Row } from './info-form-lines.ts';
import { basisPointsOf, hasShare, movableOf, shareFen } from './info-form-shares.ts';

const YEAR_AMOUNTS = ['baseFen', 'creditedFen', 'interestFen', 'balanceFen'] as const;

/** Whole fen, none below zero: nothing else of such a form can be computed. */
export function amountDefects(form: InfoFormDetail): Finding[] {
  const ofYears = form.years.flatMap((year, index) =>
    YEAR_AMOUNTS.map((name): [string, number | null | undefined] => [fieldOf({ index }, name), year[name]]),
  );
  const all = [...LINES.map((line): [string, number] => [line, form[line]]), ...ofYears];
  return all
    .filter(([, amount]) => amount !== null && amount !== undefined && (!Number.isSafeInteger(amount) || amount < 0))
    .map(([field]) => ({ field, code: 'amount', severity: 'defect', reasonCode: 'D01' }));
}

/** ④ = ① + ② + ③ and ⑥ = ④ + ⑤, to the fen. */
export function checkIdentities(form: InfoFormDetail): Finding[] {
  const account = form.personalBefore1998Fen + form.accountUntilLastYearFen + form.accountThisYearFen;
  const sums = [
    ['accountTotalFen', 'accountIdentity', account],
    ['totalFen', 'totalIdentity', form.accountTotalFen + form.pooledFundFen],
  ] as const;
  return sums
    .filter(([field, , computedFen]) => form[field] !== computedFen)
    .map(([field, code, computedFen]) => ({
      field,
      code,
      severity: 'defect',
      reasonCode: 'D01',
      computedFen,
      foundFen: form[field],
    }));
}

/** Σ base × months × 12 % over the years since 1998, rounded half-up per row; undefined when a base is missing. */
export function recomputePooledFund(
  rows: readonly Row[],
  { pooledRate }: Pick<InfoFormRules, 'pooledRate'>,
): number | undefined {
  return sumOf(
    rows.filter(hasShare).map((row) => (hasBase(row) ? shareFen(row.baseFen, row.months, pooledRate) : undefined)),
  );
}

/** One fen of tolerance for each month of contributions. */
export function checkPooledFund(
  form: InfoFormDetail,
  rows: readonly Row[],
  computedFen: number | undefined,
): Finding[] {
  const field = 'pooledFundFen';
  const foundFen = form.pooledFundFen;
  if (computedFen === undefined) return [{ field, code: 'pooledFundUnknown', severity: 'notChecked', foundFen }];
  const difference = foundFen - computedFen;
  const tolerance = rows.reduce((sum, row) => sum + row.months, 0);
  if (Math.abs(difference) <= tolerance) return [];
  // Everything that was paid moves with its interest, which no row of the form shows.
  if (form.temporaryAccount && difference > 0)
    return [{ field, code: 'temporaryInterest', severity: 'notChecked', computedFen, foundFen }];
  const code = form.temporaryAccount ? 'temporaryFundShort' : 'pooledFundDiffers';
  return [{ field, code, severity: 'flag', reasonCode: 'D01', computedFen, foundFen }];
}

/** What a temporary account moves beside what its rows credited: all that employer and person paid (66号 Art. 5). */
export function temporaryPrincipal(rows: readonly Row[]): number | undefined {
  return sumOf(rows.filter((row) => row.months > 0).map((row) => paidBesideAccount(row)));
}

function paidBesideAccount(row: Row): number | undefined {
  const { employerRate, personalRate, creditedFen } = row;
  if (!hasBase(row) || employerRate === undefined || personalRate === undefined || creditedFen === undefined)
    return undefined;
  return Math.max(0, shareFen(row.baseFen, row.months, basisPointsOf(employerRate + personalRate)) - creditedFen);
}

/** Line ③ is what the rows of the transfer's year credited, or of it what moves. */
export function checkPrincipal(
  form: InfoFormDetail,
  { rows, transferYear, rules }: { rows: readonly Row[]; transferYear: number; rules: InfoFormRules },
): Finding[] {
  const field = 'accountThisYearFen';
  const foundFen = form.accountThisYearFen;
  const ofYear = rows.filter((row) => row.ofYear === transferYear);
  const credited = sumOf(ofYear.map(({ creditedFen }) => creditedFen));
  if (credited === undefined) return [{ field, code: 'principalUnknown', severity: 'notChecked', foundFen }];
  const movable = sumOf(ofYear.map((row) => movableOf(row, rules)?.movableFen));
  const isOne = [credited, movable].some((sum) => sum !== undefined && Math.abs(foundFen - sum) <= ofYear.length);
  if (isOne) return [];
  return [{ field, code: 'principalDiffers', severity: 'flag', reasonCode: 'D01', computedFen: credited, foundFen }];
}
