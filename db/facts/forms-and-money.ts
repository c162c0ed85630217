/** The info form, the money, and what finance and entry say of them. */
import { Refusal, refuseDefects, withDefects, type Defect } from '../../domain/errors.ts';
import { decidedBases } from '../../domain/forms/info-form-bases.ts';
import type { DetailOf, InfoFormDetail } from '../../domain/facts/new-fact.ts';
import { assessFunds, assessSums, sumFunds, type Sums } from '../procedure/form-against-money.ts';
import { newInfoForm, sendBackInfoForm, supersedeInfoForm } from '../forms/info-forms.ts';
import { outcomeOf, outcomeOfComparison } from './outcome-of.ts';
import { requireReason } from './reasons.ts';
import type { Effect, Effects, FactContext } from './effect.ts';

export const formAndMoneyEffects: Effects<
  'infoFormReceived' | 'fundReceived' | 'fundReversed' | 'fundsAgreed' | 'sentBackToCounterpart' | 'entered'
> = {
  async infoFormReceived(context) {
    const { ledger, detail, occurredAt, factSeq } = context;
    refuseBases(context, detail.form);
    const parked = isSettled(context);
    const {
      id: infoFormId,
      form,
      years,
      texts,
    } = await newInfoForm(ledger.tx, {
      officeId: ledger.transfer.office_id,
      transferId: ledger.transfer.id,
      attempt: context.open?.attempt ?? 1,
      form: detail.form,
      secondPersonId: context.confirmedBy ?? null,
      keyring: context.keyring,
      receivedAt: occurredAt,
      factSeq,
      state: parked ? 'kept' : 'received',
      counterpartId: ledger.transfer.counterpart_id,
      interestRates: (await ledger.ruleBook()).interestRates,
    });
    ledger.keep(...texts);
    ledger.changeRarely('form', form);
    if (years) ledger.changeRarely('form_years', years);
    const { totalFen } = detail.form;
    const payload = { infoFormId, totalFen };
    if (parked) return { parked, payload };
    const before = await sumFunds(ledger.tx, ledger.transfer.id);
    if (before.total !== null) await supersedeInfoForm(ledger.tx, ledger.transfer.id);
    const moves = await moneyMoves(context, { ...before, total: totalFen });
    // The step that opens now may be decided by it.
    if (moves.outcome !== undefined) await ledger.write();
    return { ...moves, payload };
  },

  async fundReceived(context) {
    const { creditId, partId, amountFen, verdict } = context.detail;
    const payload = { creditId, partId, amountFen, verdict };
    if (context.ledger.transfer.closed_at) return { parked: true, payload };
    return { ...(await moneyMoves(context)), payload };
  },

  /** Behind the comparison nothing closes: the transfer goes on, and is not booked (`decisions.ts`). */
  async fundReversed(context) {
    const { creditId, partId, amountFen, entryId } = context.detail;
    const payload = { creditId, partId, amountFen, entryId };
    if (context.ledger.transfer.closed_at) return { payload };
    return { ...(await moneyMoves(context)), payload };
  },

  async fundsAgreed(context) {
    const { tx, transfer } = context.ledger;
    if ((await assessFunds(tx, transfer.id)) !== 'agree') {
      const { total, matched, pending } = await sumFunds(tx, transfer.id);
      throw new Refusal('amount-mismatch', 'Form and money do not agree; nothing was recorded.', {
        extra: { expectedFen: total, receivedFen: matched + pending },
      });
    }
    return outcomeOf(context);
  },

  async sentBackToCounterpart(context) {
    const reasonCode = await withDefects(await formDefects(context), () =>
      requireReason(context, context.detail.reasonCode),
    );
    await sendBackInfoForm(context.ledger.tx, context.ledger.transfer.id);
    return { ...outcomeOf(context), reasonCode };
  },

  entered: (context) => outcomeOf(context),
};

/** A base that is missing, or that we set, is somebody's decision: with its reason and a second person, never a silent 0. */
function refuseBases({ confirmedBy }: FactContext, form: InfoFormDetail): void {
  refuseDefects(baseReasonDefects(form, 'form'));
  if (decidedBases(form).length > 0 && confirmedBy === undefined) {
    throw new Refusal('separation-of-duties', 'A base that is missing or set by us takes two people: propose it.');
  }
}

export function baseReasonDefects(form: InfoFormDetail, field: string): Defect[] {
  const unexplained = decidedBases(form).filter(({ reason }) => reason === '');
  return unexplained.map(({ index }) => ({
    field: `${field}.years.${String(index)}.baseReason`,
    code: 'missing',
    message: 'Say why there is no base, or why it is this one.',
  }));
}

/** What goes back is a form, unless the money itself bounced. */
async function formDefects({ ledger, detail, by }: FactContext<DetailOf<'sentBackToCounterpart'>>): Promise<Defect[]> {
  // An old ledger may have kept none.
  if (by.source === 'import') return [];
  const { total } = await sumFunds(ledger.tx, ledger.transfer.id);
  if (total !== null || detail.reasonCode === 'F05') return [];
  return [{ field: 'reasonCode', code: 'noForm', message: 'There is no form to send back.' }];
}

/** What is entered and booked is the form that agreed with the money; a later one must not slip into its place. */
export function isSettled({ ledger, open }: FactContext): boolean {
  if (ledger.transfer.closed_at) return true;
  return open !== undefined && ledger.knownProcedure?.steps[open.step]?.clock === 'agreement';
}

/** A form proves that the letter arrived; form and money together close the step that waits for them. */
export async function moneyMoves(context: FactContext, known?: Sums): Promise<Effect> {
  const closes = outcomeOf(context);
  if (closes.outcome !== undefined) return closes;
  const { tx, transfer } = context.ledger;
  return outcomeOfComparison(context, async () =>
    assessSums(tx, transfer.id, known ?? (await sumFunds(tx, transfer.id))),
  );
}
