/** The finance bureau: it has the ball from the application until its money is in the office's expenditure account. */
import { afterWorkingDays, at, type OfficeMs } from '../outside/office-time.ts';
import { draws } from '../outside/draws.ts';
import { paymentFateOf } from '../plan/payment-fate.ts';
import type { Plan } from '../plan/plan.ts';
import type { PaymentStory } from '../story/payment-story.ts';
import type { Story } from '../story/story.ts';
import { dueOn } from '../story/truth-out.ts';

/** What it has been asked for and has not paid. */
export const applicationsOf = ({ payments }: Story): PaymentStory[] =>
  payments.open.filter(({ appliedAt, bureauPaidAt }) => appliedAt !== undefined && bureauPaidAt === undefined);

/** When it pays. Of some letters so late that their money cannot leave in time. */
export function bureauPaysAt(plan: Plan, story: Story, payment: PaymentStory): OfficeMs {
  const { id, no, appliedAt = 0 } = payment;
  const minute = draws(plan.seed, 'bureau', id).integer('minute', 9 * 60 + 15, 15 * 60);
  const { bureauWorkingDays } = paymentFateOf(plan.seed, payment);
  const usual = afterWorkingDays(appliedAt, bureauWorkingDays, minute);
  const request = story.requests.get(no);
  const { paidLate } = plan.requests.requestOf(no).fate;
  if (!request || paidLate === 0 || request.formsSent.length > 0) return usual;
  return Math.max(usual, afterWorkingDays(at(dueOn(request), 0), paidLate, minute));
}
