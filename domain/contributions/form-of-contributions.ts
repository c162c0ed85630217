/** The info form (信息表) that follows from rows of contributions: lines ① to ⑥, and what of them cannot move or be computed. */
import type { InfoFormDetail } from '../facts/new-fact.ts';
import { recomputePooledFund } from '../forms/info-form-amounts.ts';
import { fieldOf, hasBase, type Finding, type InfoFormRules } from '../forms/info-form-lines.ts';
import { asRow } from '../forms/info-form-rows.ts';
import { accountOfRows, type AccountOfRows } from './account-years.ts';
import type { Contribution } from './contribution.ts';
import { LUMP_SUM_RULES, notTransferable, type LumpSumRules, type NotTransferable } from './lump-sums.ts';

export interface FormQuestion {
  /** None of which has a defect. */
  readonly rows: readonly Contribution[];
  /** The form's own day; of its year only the principal moves. */
  readonly transferredOn: string;
  readonly temporaryAccount?: boolean;
  readonly areaCode: string;
}

export interface ComputedForm {
  /** Undefined where a base or a rate is missing: nobody writes a form by guess. */
  readonly form: InfoFormDetail | undefined;
  readonly notTransferable: readonly NotTransferable[];
  /** Why there is no form, and what a person looks at before signing one. */
  readonly findings: readonly Finding[];
}

export function formOfContributions(
  question: FormQuestion,
  rules: InfoFormRules,
  lumpSums: LumpSumRules = LUMP_SUM_RULES,
): ComputedForm {
  const { rows, transferredOn, temporaryAccount = false, areaCode } = question;
  const transferYear = Number(transferredOn.slice(0, 4));
  const staying = notTransferable(rows, lumpSums);
  const stays = new Set(staying.flatMap((one) => one.rows));
  const moving = rows.filter(
    ({ fromMonth }, index) => !stays.has(index) && Number(fromMonth.slice(0, 4)) <= transferYear,
  );
  const after = rows.length - stays.size - moving.length;
  const late: Finding[] =
    after > 0 ? [{ field: 'years', code: 'afterTransfer', severity: 'flag', reasonCode: 'D01' }] : [];
  if (moving.length === 0) return { form: undefined, notTransferable: staying, findings: [...late, NOTHING] };
  const partStays = stays.size > 0;
  const account = accountOfRows({ rows: moving, transferYear, temporaryAccount, partStays, areaCode, rules });
  const pooledFundFen = temporaryAccount ? everythingBeside(moving) : pooledOf(account, rules);
  const findings = [...late, ...account.findings, ...basesMissing(account, temporaryAccount)];
  const isKnown = pooledFundFen !== undefined && account.findings.every(({ code }) => code !== 'rateUnknown');
  return {
    form: isKnown ? asForm(account, { transferredOn, temporaryAccount, transferYear, pooledFundFen }) : undefined,
    notTransferable: staying,
    findings,
  };
}

const NOTHING: Finding = { field: 'years', code: 'missing', severity: 'notChecked' };

const formRows = ({ years }: AccountOfRows) => years.flatMap(({ rows }) => rows);

const pooledOf = (account: AccountOfRows, rules: InfoFormRules): number | undefined =>
  recomputePooledFund(formRows(account).map(asRow), rules);

/** Of a temporary account everything that was paid moves (66号 Art. 5). */
const everythingBeside = (rows: readonly Contribution[]): number =>
  rows.reduce((sum, row) => sum + row.employerFen + row.personalFen - row.creditedFen, 0);

/** An amount without a base is never a silent zero (D05): the form waits for a base that two people decide. */
function basesMissing(account: AccountOfRows, temporaryAccount: boolean): Finding[] {
  if (temporaryAccount) return [];
  return formRows(account)
    .map(asRow)
    .filter((row) => row.ofYear >= 1998 && row.months > 0 && !hasBase(row))
    .map((row) => ({ field: fieldOf(row, 'baseFen'), code: 'baseMissing', severity: 'flag', reasonCode: 'D05' }));
}

interface Head {
  readonly transferredOn: string;
  readonly temporaryAccount: boolean;
  readonly transferYear: number;
  readonly pooledFundFen: number;
}

/** What stood in the account when 1998 began earns on inside line ②. */
function asForm(account: AccountOfRows, { transferYear, pooledFundFen, ...head }: Head): InfoFormDetail {
  const { years } = account;
  const personalBefore1998Fen = years.filter(({ year }) => year < 1998).at(-1)?.balanceFen ?? 0;
  const untilLastYear = years.filter(({ year }) => year < transferYear).at(-1)?.balanceFen ?? 0;
  const accountUntilLastYearFen = untilLastYear - personalBefore1998Fen;
  const accountThisYearFen = years.find(({ year }) => year === transferYear)?.creditedFen ?? 0;
  const accountTotalFen = untilLastYear + accountThisYearFen;
  return {
    ...head,
    personalBefore1998Fen,
    accountUntilLastYearFen,
    accountThisYearFen,
    accountTotalFen,
    pooledFundFen,
    totalFen: accountTotalFen + pooledFundFen,
    years: formRows(account),
  };
}
