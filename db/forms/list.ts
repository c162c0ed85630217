/** The info forms of a transfer with their yearly rows, in two queries. */
import type { Defect } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import type { InfoFormState } from './info-forms.ts';

export async function listInfoForms(db: Db, transferId: string) {
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
    state: form.state as InfoFormState,
    personalBefore1998Fen: form.personal_before_1998_fen,
    accountUntilLastYearFen: form.account_until_last_year_fen,
    accountThisYearFen: form.account_this_year_fen,
    accountTotalFen: form.account_total_fen,
    pooledFundFen: form.pooled_fund_fen,
    totalFen: form.total_fen,
    flags: form.flags as unknown as Defect[],
    years: years.filter(({ info_form_id: id }) => id === form.id).map(asYear),
  }));
}

function yearsOf(db: Db, formIds: string[]) {
  return db
    .selectFrom('info_form_years')
    .selectAll()
    .where('info_form_id', 'in', formIds)
    .orderBy('info_form_id')
    .orderBy('row_no')
    .execute();
}

const asYear = (row: Awaited<ReturnType<typeof yearsOf>>[number]) => ({
  areaCode: row.area_code,
  fromMonth: row.from_month,
  toMonth: row.to_month,
  months: row.months,
  baseFen: row.base_fen,
  employerRate: Number(row.employer_rate),
  personalRate: Number(row.personal_rate),
  creditedFen: row.credited_fen,
  interestFen: row.interest_fen,
  balanceFen: row.balance_fen,
  note: row.note,
});
