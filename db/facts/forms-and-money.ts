/** The info form, the money, and what finance and entry say of them. */
import { Refusal } from '../../domain/errors.ts';
import { assessFunds, sumFunds } from '../procedure/form-against-money.ts';
import { insertInfoForm, sendBackInfoForm } from '../forms/info-forms.ts';
import { outcomeOf, outcomeOfComparison } from './outcome-of.ts';
import { requireReason } from './reasons.ts';
import type { Effect, Effects, FactContext } from './effect.ts';

export const formAndMoneyEffects: Effects<
  'infoFormReceived' | 'fundReceived' | 'fundReversed' | 'fundsAgreed' | 'sentBackToCounterpart' | 'entered'
> = {
  async infoFormReceived(context) {
    const { ledger, detail, occurredAt, factSeq } = context;
    const parked = isSettled(context);
    const infoFormId = await insertInfoForm(ledger.tx, {
      officeId: ledger.transfer.office_id,
      transferId: ledger.transfer.id,
      attempt: context.open?.attempt ?? 1,
      form: detail.form,
      receivedAt: occurredAt,
      factSeq,
      state: parked ? 'kept' : 'received',
    });
    const payload = { infoFormId, totalFen: detail.form.totalFen };
    return parked ? { parked, payload } : { ...(await moneyMoves(context)), payload };
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
    const reasonCode = await requireReason(context, context.detail.reasonCode);
    await sendBackInfoForm(context.ledger.tx, context.ledger.transfer.id);
    return { ...outcomeOf(context), reasonCode };
  },

  entered: (context) => outcomeOf(context),
};

/** What is entered and booked is the form that agreed with the money; a later one must not slip into its place. */
function isSettled({ ledger, open }: FactContext): boolean {
  if (ledger.transfer.closed_at) return true;
  return open !== undefined && ledger.knownProcedure?.steps[open.step]?.clock === 'agreement';
}

/** A form proves that the letter arrived; form and money together close the step that waits for them. */
async function moneyMoves(context: FactContext): Promise<Effect> {
  const closes = outcomeOf(context);
  if (closes.outcome !== undefined) return closes;
  const { tx, transfer } = context.ledger;
  return outcomeOfComparison(context, () => assessFunds(tx, transfer.id));
}
