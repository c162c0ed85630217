import { checkInfoForm, INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import type { InfoForm } from '../../domain/forms/info-form-lines.ts';
import { INTEREST_RATES } from '../../domain/money/interest-rates.ts';
import type { InfoFormDetail, InfoFormYearDetail } from '../../domain/facts/new-fact.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';

export interface NewInfoForm {
  readonly officeId: string;
  readonly transferId: string;
  readonly attempt: number;
  readonly form: InfoFormDetail;
  readonly receivedAt: Date;
  readonly factSeq: number;
  readonly state: 'received' | 'kept';
}

export type InfoFormState = 'received' | 'sentBack' | 'superseded' | 'kept';

/** The newest received form is the valid one; the one before is superseded. What does not add up is flagged, never refused. */
export async function insertInfoForm(tx: Tx, { form, ...about }: NewInfoForm): Promise<string> {
  if (about.state === 'received') await supersede(tx, about.transferId);
  const receivedOn = form.receivedOn ?? dateOf(about.receivedAt);
  const { id } = await tx
    .insertInto('info_forms')
    .values({
      office_id: about.officeId,
      transfer_id: about.transferId,
      attempt: about.attempt,
      state: about.state,
      form_no: form.formNo ?? '',
      received_on: receivedOn,
      personal_before_1998_fen: form.personalBefore1998Fen,
      account_until_last_year_fen: form.accountUntilLastYearFen,
      account_this_year_fen: form.accountThisYearFen,
      account_total_fen: form.accountTotalFen,
      pooled_fund_fen: form.pooledFundFen,
      total_fen: form.totalFen,
      flags: JSON.stringify(flagsOf(form, Number(receivedOn.slice(0, 4)))),
      fact_seq: about.factSeq,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertYears(tx, id, form.years);
  return id;
}

async function supersede(tx: Tx, transferId: string): Promise<void> {
  await tx
    .updateTable('info_forms')
    .set({ state: 'superseded' })
    .where('transfer_id', '=', transferId)
    .where('state', '=', 'received')
    .execute();
}

async function insertYears(tx: Tx, infoFormId: string, years: readonly InfoFormYearDetail[]): Promise<void> {
  if (years.length === 0) return;
  await tx
    .insertInto('info_form_years')
    .values(
      years.map((year, index) => ({
        info_form_id: infoFormId,
        row_no: index + 1,
        area_code: year.areaCode ?? '',
        from_month: year.fromMonth,
        to_month: year.toMonth,
        months: Math.min(Math.max(year.months, 0), 12),
        base_fen: year.baseFen,
        employer_rate: year.employerRate ?? 0,
        personal_rate: year.personalRate ?? 0,
        credited_fen: year.creditedFen ?? 0,
        interest_fen: year.interestFen ?? 0,
        balance_fen: year.balanceFen ?? 0,
        note: year.note ?? '',
      })),
    )
    .execute();
}

/** Before the next letter asks for a correction. */
export async function sendBackInfoForm(tx: Tx, transferId: string): Promise<void> {
  await tx
    .updateTable('info_forms')
    .set({ state: 'sentBack' })
    .where('transfer_id', '=', transferId)
    .where('state', '=', 'received')
    .execute();
}

/** Defects (the form should go back) and flags (a person should look) in one list, field by field. */
function flagsOf(form: InfoFormDetail, transferYear: number) {
  if (form.years.length === 0) return [{ field: 'years', code: 'missing', message: 'D01' }];
  const checked = checkInfoForm(asForm(form, transferYear), { ...INFO_FORM_RULES, interestRates: INTEREST_RATES });
  return [...checked.defects, ...checked.flags].map(({ field, code, reason, differenceFen }) => ({
    field,
    code,
    message: differenceFen === undefined ? reason : `${reason} ${String(differenceFen)}`,
  }));
}

function asForm(form: InfoFormDetail, transferYear: number): InfoForm {
  return {
    before1998Fen: form.personalBefore1998Fen,
    untilLastYearFen: form.accountUntilLastYearFen,
    currentYearFen: form.accountThisYearFen,
    accountFen: form.accountTotalFen,
    pooledFundFen: form.pooledFundFen,
    totalFen: form.totalFen,
    transferYear,
    rows: form.years.map((year) => ({
      year: Number(year.fromMonth.slice(0, 4)),
      from: year.fromMonth,
      to: year.toMonth,
      months: year.months,
      monthlyBaseFen: year.baseFen,
      accountRate: year.personalRate === undefined ? null : Math.round(year.personalRate * 10_000),
      creditedFen: year.creditedFen ?? 0,
      interestFen: year.interestFen ?? 0,
      balanceFen: year.balanceFen ?? 0,
    })),
  };
}
