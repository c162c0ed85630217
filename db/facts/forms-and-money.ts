/** The info form, the money, and what finance and entry say of them. */
import { Refusal } from '../../domain/errors.ts';
import { stepAfter } from '../../domain/procedures/expected-next.ts';
import { isStep, stepRule } from '../../domain/procedures/steps.ts';
import { assessFunds, sumFunds } from '../procedure/funds.ts';
import { insertInfoForm, sendBackInfoForm } from '../forms/info-forms.ts';
import { lastClosedStep } from '../procedure/step-rows.ts';
import { requireReason } from './reasons.ts';
import type { Effect, Effects, FactContext } from './effect.ts';

export const formAndMoneyEffects: Effects<
  'infoFormReceived' | 'fundReceived' | 'fundsAgreed' | 'sentBackToCounterpart' | 'entered'
> = {
  async infoFormReceived(context) {
    const { ledger, detail, occurredAt, factSeq } = context;
    const parked = await isSettled(context);
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

  async fundsAgreed(context) {
    const { tx, transfer } = context.ledger;
    if ((await assessFunds(tx, transfer.id)) !== 'agreed') {
      const { total, matched, pending } = await sumFunds(tx, transfer.id);
      throw new Refusal('amount-mismatch', 'Form and money do not agree; nothing was recorded.', {
        extra: { expectedFen: total, receivedFen: matched + pending },
      });
    }
    return { outcome: 'agreed' };
  },

  async sentBackToCounterpart(context) {
    const reasonCode = await requireReason(context, context.detail.reasonCode, { codes: ['D01', 'D06', 'F03', 'F05'] });
    await sendBackInfoForm(context.ledger.tx, context.ledger.transfer.id);
    return { outcome: 'returned', reasonCode };
  },

  entered: () => ({ outcome: 'entered' }),
};

/** What is entered and booked is the form that agreed with the money; a later one must not slip into its place. */
async function isSettled({ ledger, open }: FactContext): Promise<boolean> {
  if (ledger.transfer.closed_at) return true;
  // Between two steps it counts which one is about to open.
  const step = open ? open.step : stepAfter(await lastClosedStep(ledger.tx, ledger.transfer.id));
  return step !== null && isStep(step) && stepRule(step).countedFrom === 'agreement';
}

/** A form proves that the letter arrived; form and money together close the step that waits for them. */
async function moneyMoves(context: FactContext): Promise<Effect> {
  const { open, ledger, detail } = context;
  if (open?.step === 'delivery') return detail.kind === 'infoFormReceived' ? { outcome: 'delivered' } : {};
  if (open?.step !== 'formAndFunds' && open?.step !== 'match') return {};
  const funds = await assessFunds(ledger.tx, ledger.transfer.id);
  if (open.step === 'match') return funds === 'agreed' ? { outcome: 'agreed' } : {};
  return funds ? { outcome: funds } : {};
}
