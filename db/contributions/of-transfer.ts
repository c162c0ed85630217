/** The rows of the person behind a transfer, and the info form that follows from them. */
import { formOfContributions } from '../../domain/contributions/form-of-contributions.ts';
import { monthsOfContribution, type LumpSumPaper } from '../../domain/contributions/contribution.ts';
import { INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import { withMessage } from '../../domain/forms/info-form-findings.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { listInterestRates } from '../office/interest-rates.ts';
import { areaCodeOf } from '../office/office.ts';
import { findAccount } from './accounts.ts';
import { readContributions, type KeptContribution } from './rows.ts';

/** Whose account it is; undefined when the office has no such transfer, null where the person has no number. */
export async function ownerOfTransfer(db: Db, keyring: Keyring, officeId: string, transferId: string) {
  const row = await db
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .select(['p.name_sealed', 'p.id_number_sealed'])
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) return undefined;
  const idNumber = keyring.openText(row.id_number_sealed);
  return idNumber === null ? null : { idNumber, name: keyring.openText(row.name_sealed) ?? '' };
}

export interface FormAsked {
  readonly transferredOn: string;
  readonly temporaryAccount?: boolean | undefined;
}

export async function computeForm(
  db: Db,
  officeId: string,
  rows: readonly KeptContribution[],
  { transferredOn, temporaryAccount = false }: FormAsked,
) {
  const [interestRates, areaCode] = await Promise.all([listInterestRates(db), areaCodeOf(db, officeId)]);
  const rules = { ...INFO_FORM_RULES, interestRates };
  const { form, notTransferable, findings } = formOfContributions(
    { rows, transferredOn, temporaryAccount, areaCode },
    rules,
  );
  return { form: form ?? null, notTransferable, findings: findings.map(withMessage) };
}

/** Undefined when the office has no such transfer. */
export async function readContributionsOf(
  db: Db,
  keyring: Keyring,
  officeId: string,
  transferId: string,
  asked: FormAsked,
) {
  const owner = await ownerOfTransfer(db, keyring, officeId, transferId);
  if (owner === undefined) return undefined;
  const account = owner && (await findAccount(db, keyring, officeId, owner.idNumber));
  const rows = account ? await readContributions(db, account.id) : [];
  return {
    known: Boolean(account),
    rows: rows.map(asView),
    months: rows.reduce((sum, row) => sum + monthsOfContribution(row), 0),
    ...(await computeForm(db, officeId, rows, asked)),
  };
}

const paperView = ({ kind, issuer, datedOn }: LumpSumPaper) => ({
  kind,
  ...(issuer !== undefined && { issuer }),
  ...(datedOn !== undefined && { datedOn }),
});

const asView = ({ paidOn, paper, recordedAt, ...row }: KeptContribution) => ({
  ...row,
  months: monthsOfContribution(row),
  paidOn: paidOn ?? null,
  paper: paper ? paperView(paper) : null,
  recordedAt: recordedAt.toISOString(),
});
