/** The figures of an info form were typed wrongly: until the money is booked they may be others, as far as nothing was decided by them. */
import type { ApprovalChange } from '../../domain/approvals.ts';
import type { Defect } from '../../domain/errors.ts';
import type { InfoFormDetail } from '../../domain/facts/new-fact.ts';
import { formChanges } from '../../domain/forms/form-changes.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { newInfoForm, supersedeInfoForm, validFormOf } from '../forms/info-forms.ts';
import { listInfoForms } from '../forms/list.ts';
import { isAnyBooked } from '../money/parts.ts';
import { sumFunds } from '../procedure/form-against-money.ts';
import type { CorrectedFact } from './corrected-fact.ts';
import { baseReasonDefects, isSettled, moneyMoves } from './forms-and-money.ts';
import type { Effect, FactContext } from './effect.ts';

export type StandingForm = Awaited<ReturnType<typeof listInfoForms>>[number];

/** The valid form of the transfer, when it is the one that this fact brought, or a correction of it. */
export async function standingFormOf(
  tx: Tx,
  keyring: Keyring,
  { transferId, fact }: { readonly transferId: string; readonly fact: CorrectedFact },
): Promise<StandingForm | undefined> {
  if (fact.kind !== 'infoFormReceived') return undefined;
  const bringing = [fact.fact_seq, ...fact.corrections];
  const id = await validFormOf(tx, transferId, bringing);
  return id === undefined ? undefined : (await listInfoForms(tx, keyring, transferId)).find((form) => form.id === id);
}

/** What a correction leaves unsaid of numbers and days stays as it was. */
export function correctedFigures(before: StandingForm, said: InfoFormDetail): InfoFormDetail {
  const { formNo, receivedOn, transferredOn, temporaryAccount } = before;
  return { formNo, receivedOn, ...(transferredOn !== null && { transferredOn }), temporaryAccount, ...said };
}

const wrong = (code: string, message: string, field = 'correctedForm'): Defect[] => [{ field, code, message }];

export async function correctedFormDefects(
  context: FactContext,
  fact: CorrectedFact,
  said: InfoFormDetail,
): Promise<Defect[]> {
  const { tx, transfer } = context.ledger;
  if (fact.kind !== 'infoFormReceived')
    return wrong('notOfForm', 'Figures are corrected of the fact that brought an info form.');
  if (await isAnyBooked(tx, transfer.id))
    return wrong('booked', 'The money of this form is booked; nothing of it changes.');
  if (transfer.closed_at) return wrong('closed', 'This transfer is closed; its form decides nothing any more.');
  const before = await standingFormOf(tx, context.keyring, { transferId: transfer.id, fact });
  if (!before) return wrong('notValid', 'This form is not the valid one any more; correct the one that came after it.');
  const walked =
    isSettled(context) && said.totalFen !== before.totalFen
      ? wrong(
          'outcomeWalked',
          'Form and money were found to agree on the total; a correction does not change what was decided.',
          'correctedForm.totalFen',
        )
      : [];
  const isSame = JSON.stringify(wordsOf(before)) === JSON.stringify(wordsOf(said));
  const unchanged =
    isSame && formChanges(before, correctedFigures(before, said)).length === 0
      ? wrong('unchanged', 'This is what the form says already.')
      : [];
  return [...walked, ...unchanged, ...baseReasonDefects(said, 'correctedForm')];
}

const wordsOf = ({ years }: Pick<InfoFormDetail, 'years'>): string[] =>
  years.flatMap(({ note = '', baseReason = '' }) => [note, baseReason]);

/** The form as it was stays beside it, superseded. A comparison that nobody has walked yet is walked with the right figures. */
export async function applyCorrectedForm(
  context: FactContext,
  fact: CorrectedFact,
  { said, at }: { readonly said: InfoFormDetail; readonly at: Date },
): Promise<{ amounts: ApprovalChange[]; infoFormId: string; effect: Effect }> {
  const { ledger, keyring, factSeq, confirmedBy } = context;
  const { tx, transfer } = ledger;
  const before = (await standingFormOf(tx, keyring, { transferId: transfer.id, fact }))!;
  const figures = correctedFigures(before, said);
  const { id, form, years, texts } = await newInfoForm(tx, {
    officeId: transfer.office_id,
    transferId: transfer.id,
    attempt: before.attempt,
    form: figures,
    secondPersonId: confirmedBy ?? null,
    keyring,
    receivedAt: at,
    factSeq,
    state: 'received',
    counterpartId: transfer.counterpart_id,
    interestRates: (await ledger.ruleBook()).interestRates,
  });
  const sums = await sumFunds(tx, transfer.id);
  await supersedeInfoForm(tx, transfer.id);
  ledger.keep(...texts);
  ledger.changeRarely('form', form);
  if (years) ledger.changeRarely('form_years', years);
  const effect = isSettled(context) ? {} : await moneyMoves(context, { ...sums, total: figures.totalFen });
  // The step that opens now may be decided by it.
  if (effect.outcome !== undefined) await ledger.write();
  return { amounts: formChanges(before, figures), infoFormId: id, effect };
}
