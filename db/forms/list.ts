/** The info forms of a transfer with their yearly rows, in two queries. */
import { INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import type { KeptFinding } from '../../domain/forms/info-form-findings.ts';
import { movableSum } from '../../domain/forms/info-form-shares.ts';
import { asRow } from '../../domain/forms/info-form-rows.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';
import type { InfoFormState } from './info-forms.ts';

export async function listInfoForms(db: Db, keyring: Keyring, transferId: string) {
  const forms = await db
    .selectFrom('info_forms')
    .selectAll()
    .where('transfer_id', '=', transferId)
    .orderBy('fact_seq')
    .execute();
  const years =
    forms.length === 0
      ? []
      : await yearsOf(
          db,
          forms.map(({ id }) => id),
        );
  return forms.map((form) => ({
    id: form.id,
    attempt: form.attempt,
    formNo: form.form_no,
    receivedOn: form.received_on,
    transferredOn: form.transferred_on,
    temporaryAccount: form.temporary_account,
    secondPersonId: form.second_person_id,
    state: form.state as InfoFormState,
    personalBefore1998Fen: form.personal_before_1998_fen,
    accountUntilLastYearFen: form.account_until_last_year_fen,
    accountThisYearFen: form.account_this_year_fen,
    accountTotalFen: form.account_total_fen,
    pooledFundFen: form.pooled_fund_fen,
    totalFen: form.total_fen,
    flags: form.flags as unknown as KeptFinding[],
    ...withMovable(
      years.filter(({ info_form_id: id }) => id === form.id),
      form.temporary_account,
      keyring,
    ),
  }));
}

function yearsOf(db: Db, formIds: string[]) {
  return db
    .selectFrom('info_form_years')
    .selectAll()
    .select([keptText('note_id').as('note_sealed'), keptText('base_reason_id').as('base_reason_sealed')])
    .where('info_form_id', 'in', formIds)
    .orderBy('info_form_id')
    .orderBy('row_no')
    .execute();
}

type YearRow = Awaited<ReturnType<typeof yearsOf>>[number];

/** What of each year's contributions moves is not kept but computed: the form stays as it was written. */
function withMovable(rows: readonly YearRow[], isTemporary: boolean, keyring: Keyring) {
  const years = rows.map((row) => asYear(row, keyring));
  const { years: ofYears, ...sums } = movableSum(isTemporary ? [] : years.map(asRow), INFO_FORM_RULES);
  return { years, movable: { ...sums, years: [...ofYears] } };
}

const withReason = (baseReason: string) => (baseReason === '' ? {} : { baseReason });

const asYear = (row: YearRow, keyring: Keyring) => ({
  year: row.year ?? Number((row.from_month ?? '0').slice(0, 4)),
  areaCode: row.area_code,
  fromMonth: row.from_month,
  toMonth: row.to_month,
  months: row.months,
  baseFen: row.base_fen,
  ...withReason(openKept(keyring, row.base_reason_id, row.base_reason_sealed, row.base_reason)),
  employerRate: Number(row.employer_rate),
  personalRate: Number(row.personal_rate),
  ...(row.account_rate !== null && { accountRate: Number(row.account_rate) }),
  creditedFen: row.credited_fen,
  interestFen: row.interest_fen,
  balanceFen: row.balance_fen,
  note: openKept(keyring, row.note_id, row.note_sealed, row.note),
});
