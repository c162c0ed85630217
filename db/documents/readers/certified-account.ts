/** An account as a certificate states it, from the rows of contributions that the core system has told. */
import type { CertifiedAccount } from '../../../documents/kinds/certificate.ts';
import type { AccountYearOfRows } from '../../../domain/contributions/account-years.ts';
import { accountOfRows } from '../../../domain/contributions/account-years.ts';
import { monthsOfContribution, type Contribution } from '../../../domain/contributions/contribution.ts';
import { INFO_FORM_RULES } from '../../../domain/forms/info-form.ts';
import { refuseDefects } from '../../../domain/errors.ts';
import { findAccount } from '../../contributions/accounts.ts';
import { ownerOfTransfer } from '../../contributions/of-transfer.ts';
import { readContributions } from '../../contributions/rows.ts';
import { listInterestRates } from '../../office/interest-rates.ts';
import { areaCodeOf } from '../../office/office.ts';
import type { Reading } from '../reading.ts';

/** Undefined: no row is known of the person. @throws Refusal invalid where an interest rate is missing */
export async function certifiedAccount(reading: Reading, transferId: string): Promise<CertifiedAccount | undefined> {
  const { tx, keyring, officeId, today } = reading;
  const owner = await ownerOfTransfer(tx, keyring, officeId, transferId);
  const account = owner && (await findAccount(tx, keyring, officeId, owner.idNumber));
  const rows = account ? await readContributions(tx, account.id) : [];
  const paid = rows.filter((row) => monthsOfContribution(row) > 0);
  if (!account || paid.length === 0) return undefined;
  const areaCode = await areaCodeOf(tx, officeId);
  const rules = { ...INFO_FORM_RULES, interestRates: await listInterestRates(tx) };
  const transferYear = Number(today.slice(0, 4));
  const question = { rows, transferYear, temporaryAccount: true, partStays: false, areaCode, rules };
  const { years, findings } = accountOfRows(question);
  const unknown = findings.filter(({ code }) => code === 'rateUnknown').map(({ field, code }) => asDefect(field, code));
  refuseDefects(unknown);
  const here = paid.filter((row) => row.areaCode === areaCode);
  const { personalNo, employer, workSince, pooledSince, firstPaid, accountSince, pooledFromElsewhereFen } = account;
  return {
    personalNo: personalNo ?? '',
    employer: employer ?? '',
    workSince,
    pooledSince,
    firstPaid: firstPaid ?? firstMonth(paid),
    accountSince,
    insuredFrom: firstMonth(here.length > 0 ? here : paid),
    insuredTo: lastMonth(here.length > 0 ? here : paid),
    monthsHere: monthsIn(here),
    // What was paid elsewhere and moved here stands in the same rows.
    monthsInAll: monthsIn(paid),
    balanceFen: years.at(-1)?.balanceFen ?? 0,
    pooledFromElsewhereFen,
    years: years.flatMap(yearRows),
  };
}

const asDefect = (field: string, code: string) => ({
  field: `input.account.${field}`,
  code,
  message: 'Nobody here knows the interest of that year and place; put it in the settings first.',
});

const monthsIn = (rows: readonly Contribution[]): number =>
  rows.reduce((sum, row) => sum + monthsOfContribution(row), 0);
const firstMonth = (rows: readonly Contribution[]): string => rows.map(({ fromMonth }) => fromMonth).toSorted()[0]!;
const lastMonth = (rows: readonly Contribution[]): string =>
  rows
    .map(({ toMonth }) => toMonth)
    .toSorted()
    .at(-1)!;

/** As recorded, whatever of it would move: a certificate says what is in the account. */
const yearRows = ({ year, rows }: AccountYearOfRows): CertifiedAccount['years'] =>
  rows.map((row) => ({ ...row, year, areaCode: row.areaCode ?? '', months: row.months }));
