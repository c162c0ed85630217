import { checkInfoForm, INFO_FORM_RULES } from '../../domain/forms/info-form.ts';
import { isOpenDefect, withMessage, type KeptFinding } from '../../domain/forms/info-form-findings.ts';
import type { InterestRate } from '../../domain/money/interest-rates.ts';
import type { InfoFormDetail, InfoFormYearDetail } from '../../domain/facts/new-fact.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { randomUUID } from 'node:crypto';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { newText, type NewText } from '../texts/sealed-texts.ts';

export interface NewInfoForm {
  readonly officeId: string;
  readonly transferId: string;
  readonly attempt: number;
  readonly form: InfoFormDetail;
  /** Who agreed to bases that are missing or set by us. */
  readonly secondPersonId: string | null;
  readonly keyring: Keyring;
  readonly receivedAt: Date;
  readonly factSeq: number;
  readonly state: 'received' | 'kept' | 'issued';
  /** Of the office that wrote it, when it is known. */
  readonly counterpartId: string | null;
  readonly interestRates: readonly InterestRate[];
}

/** `issued`: our own, of a transfer-out. */
export type InfoFormState = 'received' | 'sentBack' | 'superseded' | 'kept' | 'issued';

/**
 * Parts of the statement that takes it in. The newest received form is the valid one, and the one before is superseded first. What does
 * not add up is flagged, never refused.
 */
export async function newInfoForm(tx: Tx, about: NewInfoForm) {
  const { form, keyring } = about;
  const texts = form.years.map(({ note, baseReason }) => ({
    note: newText(keyring, about, note),
    baseReason: newText(keyring, about, baseReason),
  }));
  const id = randomUUID();
  const receivedOn = form.receivedOn ?? dateOf(about.receivedAt);
  const flags = JSON.stringify(await findingsOf(tx, about, receivedOn));
  return {
    id,
    form: (db: Pick<Db, 'insertInto'>) =>
      db.insertInto('info_forms').values({
        id,
        office_id: about.officeId,
        transfer_id: about.transferId,
        attempt: about.attempt,
        state: about.state,
        form_no: form.formNo ?? '',
        received_on: receivedOn,
        transferred_on: form.transferredOn ?? null,
        temporary_account: form.temporaryAccount ?? false,
        second_person_id: about.secondPersonId,
        personal_before_1998_fen: form.personalBefore1998Fen,
        account_until_last_year_fen: form.accountUntilLastYearFen,
        account_this_year_fen: form.accountThisYearFen,
        account_total_fen: form.accountTotalFen,
        pooled_fund_fen: form.pooledFundFen,
        total_fen: form.totalFen,
        flags,
        fact_seq: about.factSeq,
      }),
    years: form.years.length > 0 && ((db: Pick<Db, 'insertInto'>) => yearsInsert(db, id, form.years, texts)),
    texts: texts.flatMap(({ note, baseReason }) => [note, baseReason]),
  };
}

/** The one that holds, of those that came or of our own. */
export async function supersedeInfoForm(
  tx: Tx,
  transferId: string,
  state: 'received' | 'issued' = 'received',
): Promise<void> {
  await tx
    .updateTable('info_forms')
    .set({ state: 'superseded' })
    .where('transfer_id', '=', transferId)
    .where('state', '=', state)
    .execute();
}

interface YearTexts {
  readonly note: NewText | undefined;
  readonly baseReason: NewText | undefined;
}

function yearsInsert(
  db: Pick<Db, 'insertInto'>,
  infoFormId: string,
  years: readonly InfoFormYearDetail[],
  texts: readonly YearTexts[],
) {
  return db.insertInto('info_form_years').values(
    years.map((year, index) => ({
      info_form_id: infoFormId,
      row_no: index + 1,
      year: year.year ?? null,
      area_code: year.areaCode ?? '',
      from_month: year.fromMonth ?? null,
      to_month: year.toMonth ?? null,
      months: Math.min(Math.max(year.months, 0), 12),
      base_fen: year.baseFen ?? null,
      base_reason_id: texts[index]!.baseReason?.id ?? null,
      employer_rate: year.employerRate ?? 0,
      personal_rate: year.personalRate ?? 0,
      account_rate: year.accountRate ?? null,
      credited_fen: year.creditedFen ?? 0,
      interest_fen: year.interestFen ?? 0,
      balance_fen: year.balanceFen ?? 0,
      note_id: texts[index]!.note?.id ?? null,
    })),
  );
}

/** The valid form, when one of these facts brought it. */
export async function validFormOf(
  tx: Tx,
  transferId: string,
  factSeqs: readonly number[],
): Promise<string | undefined> {
  const valid = await tx
    .selectFrom('info_forms')
    .select('id')
    .where('transfer_id', '=', transferId)
    .where('state', '=', 'received')
    .where('fact_seq', 'in', [...factSeqs])
    .executeTakeFirst();
  return valid?.id;
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

/** What cannot be in the valid form, and nobody has settled: nothing is booked over it without a decision. */
export async function openDefects(tx: Tx, transferId: string): Promise<KeptFinding[]> {
  const form = await tx
    .selectFrom('info_forms')
    .select('flags')
    .where('transfer_id', '=', transferId)
    .where('state', '=', 'received')
    .executeTakeFirst();
  return ((form?.flags ?? []) as unknown as KeptFinding[]).filter(isOpenDefect);
}

async function findingsOf(tx: Tx, { form, counterpartId, interestRates }: NewInfoForm, receivedOn: string) {
  const areaCode = await areaCodeOf(tx, counterpartId);
  const checked = checkInfoForm(form, { receivedOn, areaCode }, { ...INFO_FORM_RULES, interestRates });
  return checked.findings.map(withMessage);
}

async function areaCodeOf(tx: Tx, counterpartId: string | null): Promise<string | undefined> {
  if (counterpartId === null) return undefined;
  const row = await tx
    .selectFrom('counterparts')
    .select('area_code')
    .where('id', '=', counterpartId)
    .executeTakeFirst();
  return row?.area_code;
}
