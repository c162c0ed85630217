/** What somebody has paid, drawn from the number: asked twice, the same is answered. */
import type { Contribution } from '../../domain/contributions/contribution.ts';
import { formOfContributions } from '../../domain/contributions/form-of-contributions.ts';
import { INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import { NATIONAL_INTEREST_RATES } from '../../domain/money/interest-rates.ts';
import { draws } from '../outside/draws.ts';

const FIRST_YEAR = 2016;
/** Of a thousand people two have a row that contradicts another one. */
const BROKEN = 0.002;
/** Of a thousand people five have paid three years at once. */
const LUMP_SUM = 0.005;

export interface PlayedAccount {
  readonly personalNo: string;
  readonly employer: string;
  readonly firstPaid: string;
  readonly accountSince: string;
  readonly rows: readonly Contribution[];
  readonly form: object | null;
}

/** `today` is the office's day. Undefined: nobody of this number. */
export function accountOf(idNumber: string, areaCode: string, today: string): PlayedAccount | undefined {
  const draw = draws('core', idNumber);
  if (draw.chance('unknown', 0.01)) return undefined;
  const lastYear = Number(today.slice(0, 4)) - 1;
  const first = draw.integer('first', FIRST_YEAR, lastYear);
  const years = Array.from({ length: lastYear - first + 1 }, (_, index) => first + index);
  const regular = years.map((year) => yearOf(year, areaCode, draw.integer(`base ${String(year)}`, 30, 200) * 10_000));
  const lump = draw.chance('lump', LUMP_SUM) ? lumpSum(first, areaCode) : [];
  const broken = draw.chance('broken', BROKEN) ? [{ ...regular.at(-1)!, fromMonth: `${String(lastYear)}06` }] : [];
  const rows = [...lump, ...regular, ...broken];
  const rules = { ...INFO_FORM_RULES, interestRates: NATIONAL_INTEREST_RATES };
  const { form } = formOfContributions({ rows: [...lump, ...regular], transferredOn: today, areaCode }, rules);
  return {
    personalNo: String(draw.integer('personalNo', 1_000_000_000, 1_999_999_999)),
    employer: '某某有限公司',
    firstPaid: `${String(first)}01`,
    accountSince: `${String(first)}01`,
    rows,
    form: form ?? null,
  };
}

const yearOf = (year: number, areaCode: string, baseFen: number): Contribution => ({
  areaCode,
  fromMonth: `${String(year)}01`,
  toMonth: `${String(year)}12`,
  nature: 'regular',
  baseFen,
  employerFen: Math.round(baseFen * 12 * 0.16),
  personalFen: Math.round(baseFen * 12 * 0.08),
  creditedFen: Math.round(baseFen * 12 * 0.08),
  interestFen: null,
});

/** Three years before the first, paid on one day and without a paper: they cannot move. */
const lumpSum = (first: number, areaCode: string): Contribution[] =>
  [3, 2, 1].map((before) => ({
    ...yearOf(first - before, areaCode, 500_000),
    nature: 'lumpSum' as const,
    paidOn: `${String(first)}-01-15`,
  }));
