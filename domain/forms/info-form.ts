/** The arithmetic of an info form (信息表): what cannot be, what a person looks at, what nobody can check, all of it at once. */
import type { InfoFormDetail } from '../facts/new-fact.ts';
import {
  amountDefects,
  checkIdentities,
  checkPooledFund,
  checkPrincipal,
  recomputePooledFund,
  temporaryPrincipal,
} from './info-form-amounts.ts';
import { accountYears, checkInterest } from './info-form-interest.ts';
import { checkLastYear } from './info-form-last-year.ts';
import { asRow, rowDefects, rowsAfter, rowsOverlap } from './info-form-rows.ts';
import { checkShare, movableSum, type Movable } from './info-form-shares.ts';
import type { Finding, FormOrigin, InfoFormRules, Row } from './info-form-lines.ts';

export interface CheckedInfoForm {
  /** In the order of the form's parts; a form without any is right as far as anybody can tell. */
  readonly findings: readonly Finding[];
  /** Of which the account moves its principal only. */
  readonly transferYear: number;
  /** ⑤ as computed; undefined when a row has no base. */
  readonly pooledFundFen: number | undefined;
  /** Undefined where a row has no base to compute from. */
  readonly movable: Movable;
}

export const INFO_FORM_RULES: Omit<InfoFormRules, 'interestRates'> = {
  pooledRate: 1200,
  accountRateOf: (year) => (year < 2006 ? 1100 : 800),
};

const ONLY_TOTAL: Finding = { field: 'years', code: 'missing', severity: 'notChecked' };

export function checkInfoForm(form: InfoFormDetail, origin: FormOrigin, rules: InfoFormRules): CheckedInfoForm {
  const assumedYear = Number((form.transferredOn ?? origin.receivedOn).slice(0, 4));
  const days = dayFindings(form, origin);
  const nothing = { transferYear: assumedYear, pooledFundFen: undefined, movable: movableSum([], rules) };
  // Old ledgers know only the total: nothing can be said of such a form.
  if (form.years.length === 0) return { ...nothing, findings: [...days, ONLY_TOTAL] };
  const amounts = amountDefects(form);
  if (amounts.length > 0) return { ...nothing, findings: [...days, ...amounts] };
  const rows = form.years.map(asRow);
  const impossible = [...rows.flatMap(rowDefects), ...rowsOverlap(rows)];
  const identities = checkIdentities(form);
  // Sums over impossible rows would only repeat the defects.
  if (impossible.some(({ severity }) => severity === 'defect'))
    return { ...nothing, findings: [...days, ...identities, ...impossible] };
  const pooledFundFen = form.temporaryAccount ? temporaryPrincipal(rows) : recomputePooledFund(rows, rules);
  const shares = form.temporaryAccount ? [] : rows.flatMap((row) => checkShare(row, rules));
  const ofYear = checkedInItsYear({ form, origin, rules, rows, assumedYear });
  return {
    findings: [
      ...days,
      ...identities,
      ...impossible,
      ...rowsAfter(rows, form.transferredOn ?? origin.receivedOn),
      ...shares,
      ...checkPooledFund(form, rows, pooledFundFen),
      ...ofYear.findings,
    ],
    transferYear: ofYear.transferYear,
    pooledFundFen,
    movable: movableSum(form.temporaryAccount ? [] : rows, rules),
  };
}

/** A form is closed before it is sent: one that came earlier than its own date has one of the two days wrong. */
function dayFindings({ transferredOn }: InfoFormDetail, { receivedOn }: FormOrigin): Finding[] {
  if (transferredOn === undefined || transferredOn <= receivedOn) return [];
  return [{ field: 'transferredOn', code: 'transferredAfterReceipt', severity: 'flag' }];
}

interface InYear {
  readonly form: InfoFormDetail;
  readonly origin: FormOrigin;
  readonly rules: InfoFormRules;
  readonly rows: readonly Row[];
  readonly assumedYear: number;
}

/** Whatever depends on the year of the transfer. A form without its own date may have been closed the year before it came. */
function checkedInItsYear(question: InYear): { transferYear: number; findings: readonly Finding[] } {
  const { form, assumedYear } = question;
  const asAssumed = checkedIn(question, assumedYear);
  const isSure = form.transferredOn !== undefined || !asAssumed.some(({ severity }) => severity === 'flag');
  if (isSure) return { transferYear: assumedYear, findings: asAssumed };
  const yearBefore = checkedIn(question, assumedYear - 1);
  if (yearBefore.some(({ severity }) => severity === 'flag')) return { transferYear: assumedYear, findings: asAssumed };
  const assumed: Finding = { field: 'transferredOn', code: 'transferYearAssumed', severity: 'notChecked' };
  return { transferYear: assumedYear - 1, findings: [assumed, ...yearBefore] };
}

function checkedIn({ form, origin, rules, rows }: InYear, transferYear: number): Finding[] {
  const years = accountYears(rows);
  return [
    ...checkPrincipal(form, { rows, transferYear, rules }),
    ...checkLastYear({ form, years, transferYear, rules }),
    ...checkInterest({ form, years, transferYear, areaCode: origin.areaCode, rules }),
  ];
}
