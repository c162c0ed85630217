/** The arithmetic of an info form (信息表): what sends it back, and what a person has to look at — all of it at once. */
import { checkInterest } from './info-form-interest.ts';
import { checkRow, rowsOverlap } from './info-form-rows.ts';
import type { Finding, InfoForm, InfoFormRow, InfoFormRules } from './info-form-lines.ts';
import { multiplyDivideHalfUp } from '../money/rounding.ts';

export interface CheckedInfoForm {
  /** The form goes back: an identity or a row is impossible. */
  readonly defects: readonly Finding[];
  /** A person looks at it; the form may still be right. */
  readonly flags: readonly Finding[];
  /** Undefined when a row has no base or the account is a temporary one. */
  readonly pooledFundFen: number | undefined;
}

export const INFO_FORM_RULES: Omit<InfoFormRules, 'interestRates'> = {
  pooledRate: 1200,
  accountRateOf: (year) => (year < 2006 ? 1100 : 800),
};

export function checkInfoForm(form: InfoForm, rules: InfoFormRules): CheckedInfoForm {
  const amounts = checkAmounts(form);
  if (amounts.length > 0) return { defects: amounts, flags: [], pooledFundFen: undefined };
  const rows = form.rows.map((row, index) => checkRow(row, index, rules));
  const defects = [...checkIdentities(form), ...rows.flatMap((row) => row.defects), ...rowsOverlap(form.rows)];
  const flags = rows.flatMap((row) => row.flags);
  const pooledFundFen = form.temporaryAccount ? undefined : recomputePooledFund(form.rows, rules);
  if (pooledFundFen !== undefined) flags.push(...comparePooledFund(form, pooledFundFen));
  // Sums over impossible rows would only repeat the defects.
  if (defects.length === 0) flags.push(...checkInterest(form, rules), ...checkPrincipal(form));
  return { defects, flags, pooledFundFen };
}

function checkAmounts(form: InfoForm): Finding[] {
  const { rows, transferYear, temporaryAccount, ...lines } = form;
  const amounts: [string, number | null][] = Object.entries(lines);
  for (const [index, row] of rows.entries())
    for (const name of ['monthlyBaseFen', 'creditedFen', 'interestFen', 'balanceFen'] as const)
      amounts.push([`rows.${String(index)}.${name}`, row[name]]);
  return amounts
    .filter(([, amount]) => amount !== null && (!Number.isSafeInteger(amount) || amount < 0))
    .map(([field]) => ({ field, code: 'amount', reason: 'D01' }));
}

function checkIdentities(form: InfoForm): Finding[] {
  const account = form.accountFen - form.before1998Fen - form.untilLastYearFen - form.currentYearFen;
  const total = form.totalFen - form.accountFen - form.pooledFundFen;
  const findings: Finding[] = [];
  if (account !== 0)
    findings.push({ field: 'accountFen', code: 'accountIdentity', reason: 'D01', differenceFen: account });
  if (total !== 0) findings.push({ field: 'totalFen', code: 'totalIdentity', reason: 'D01', differenceFen: total });
  return findings;
}

/** Σ base × months × 12 % over the years since 1998, rounded half-up per row; undefined when a base is missing. */
export function recomputePooledFund(
  rows: readonly InfoFormRow[],
  { pooledRate }: Pick<InfoFormRules, 'pooledRate'>,
): number | undefined {
  let sum = 0;
  for (const row of rows) {
    if (row.year < 1998 || row.months === 0) continue;
    if (row.monthlyBaseFen === null) return undefined;
    sum += multiplyDivideHalfUp([row.monthlyBaseFen, row.months, pooledRate], 10_000);
  }
  return sum;
}

/** One fen of tolerance for each month of contributions. */
function comparePooledFund(form: InfoForm, recomputed: number): Finding[] {
  const months = form.rows.reduce((sum, row) => sum + row.months, 0);
  const differenceFen = form.pooledFundFen - recomputed;
  if (form.rows.length === 0 || Math.abs(differenceFen) <= months) return [];
  return [{ field: 'pooledFundFen', code: 'pooledFundDiffers', reason: 'D01', differenceFen }];
}

/** Line ③ is what the rows of the transfer's year credited. */
function checkPrincipal(form: InfoForm): Finding[] {
  const rows = form.rows.filter((row) => row.year === form.transferYear);
  const differenceFen = form.currentYearFen - rows.reduce((sum, row) => sum + row.creditedFen, 0);
  if (form.rows.length === 0 || Math.abs(differenceFen) <= rows.length) return [];
  return [{ field: 'currentYearFen', code: 'principalDiffers', reason: 'D01', differenceFen }];
}
