/** What finance does next with one payment: one thing after the other, each when its time has come. */
import { draws } from '../outside/draws.ts';
import { afterOfficeMinutes, type OfficeMs } from '../outside/office-time.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { accountOfOffice, paymentFateOf } from '../plan/payment-fate.ts';
import type { Plan } from '../plan/plan.ts';
import type { PaymentStory } from '../story/payment-story.ts';
import type { RequestStory } from '../story/request-story.ts';
import type { Act, ActPath } from '../story/story.ts';
import { EXPENDITURE_ACCOUNT } from './expenditure-account.ts';
import type { World } from './world.ts';

/** Minutes of office hours that it lies on the desk before. */
const HANDLING = {
  applied: [10, 120],
  funded: [20, 200],
  releaseProposed: [10, 90],
  releaseConfirmed: [10, 120],
  sent: [5, 60],
  joinProposed: [20, 180],
  joinConfirmed: [10, 120],
  paidAnew: [30, 240],
} as const satisfies Record<string, readonly [number, number]>;

export interface PaymentDuty {
  readonly dueAt: OfficeMs;
  readonly act: Act;
  /** What the act says is known only when somebody has looked. */
  readonly look?: (world: World, act: Act) => Promise<Act>;
}

export interface Payer {
  readonly plan: Plan;
  readonly payment: PaymentStory;
  readonly request: RequestStory;
  /** A colleague who has not planned it. */
  readonly second: string;
}

/** Undefined: the ball is not ours, or nobody has it. */
export function dutyOfPayment(payer: Payer): PaymentDuty | undefined {
  const { payment } = payer;
  if (payment.replacedBy !== undefined) return undefined;
  if (payment.cameBackAt !== undefined) return paidAnew(payer, payment.cameBackAt);
  if (payment.replaces === undefined && payment.appliedAt === undefined)
    return next(payer, 'applied', { after: payment.plannedAt, body: { kind: 'applied' } });
  if (payment.replaces === undefined && payment.fundedAt === undefined)
    return payment.bureauPaidAt === undefined ? undefined : fundsAreThere(payer, payment.bureauPaidAt);
  if (payment.proposedAt === undefined) {
    const after = payment.fundedAt ?? payment.plannedAt;
    return next(payer, 'releaseProposed', { after, path: '/remittances/{id}/release', body: {} });
  }
  if (payment.releasedAt === undefined)
    return secondSignature(payer, 'releaseConfirmed', { after: payment.proposedAt, approvalId: payment.approvalId });
  if (payment.sentAt === undefined) return next(payer, 'sent', { after: payment.releasedAt, body: { kind: 'sent' } });
  return payment.odd && debitOf(payer, payment.odd);
}

/** Two people say that the debit is this payment's; the proposal names it by the id under which the office keeps it. */
function debitOf(payer: Payer, { serial, bookedOn, toldAt }: NonNullable<PaymentStory['odd']>): PaymentDuty {
  const { joinProposedAt, joinApprovalId } = payer.payment;
  if (joinProposedAt !== undefined)
    return secondSignature(payer, 'joinConfirmed', { after: joinProposedAt, approvalId: joinApprovalId });
  return {
    ...next(payer, 'joinProposed', { after: toldAt, path: '/remittances/{id}/debit', body: {} }),
    look: async ({ api }, act) => {
      const query = { from: bookedOn, to: bookedOn, limit: 200 };
      const { items } = await api.sure(act.byStaffId, (headers) =>
        api.client.GET('/debits', { headers, params: { query } }),
      );
      return { ...act, body: { entryId: items.find((debit) => debit.serial === serial)?.id } };
    },
  };
}

/** Funds of another month than planned for want a reason. */
function fundsAreThere(payer: Payer, paidAt: OfficeMs): PaymentDuty {
  const month = dateOf(paidAt).slice(0, 7);
  const note = month === payer.payment.fundsMonth ? {} : { note: '上月用款计划额度已用完，列入本月' };
  return next(payer, 'funded', { after: paidAt, body: { kind: 'funded', month, ...note } });
}

interface Proposed {
  readonly after: OfficeMs;
  readonly approvalId: string | undefined;
}

function secondSignature(
  payer: Payer,
  what: 'releaseConfirmed' | 'joinConfirmed',
  { after, approvalId = '' }: Proposed,
): PaymentDuty {
  const path = '/approvals/{id}/confirmation';
  return next(payer, what, { after, path, subjectId: approvalId, byStaffId: payer.second, body: {} });
}

interface Next {
  readonly after: OfficeMs;
  readonly body: Act['body'];
  readonly path?: ActPath;
  readonly subjectId?: string;
  readonly byStaffId?: string;
}

function next({ plan, payment, request }: Payer, what: keyof typeof HANDLING, said: Next): PaymentDuty {
  const { after, body, path = '/remittances/{id}/facts', subjectId = payment.remittanceId } = said;
  const { id } = payment;
  const [from, to] = HANDLING[what];
  return {
    dueAt: afterOfficeMinutes(after, draws(plan.seed, 'pays', id).between(what, from, to)),
    act: {
      ...aboutPayment(plan, request, { id, what, round: roundOf(payment, what) }),
      byStaffId: said.byStaffId ?? payment.byStaffId,
      path,
      body,
      payment: { id, subjectId },
    },
  };
}

/** The money lies in the account, and the number is looked up once more. */
function paidAnew({ plan, payment, request }: Payer, cameBackAt: OfficeMs): PaymentDuty {
  const { id, amountFen, byStaffId } = payment;
  const [from, to] = HANDLING.paidAnew;
  return {
    dueAt: afterOfficeMinutes(cameBackAt, draws(plan.seed, 'pays', id).between('paidAnew', from, to)),
    act: planned(plan, request, {
      id: `${id}b`,
      byStaffId,
      body: { replacesId: payment.remittanceId, amountFen },
      replaces: id,
    }),
  };
}

interface NewPlan {
  readonly id: string;
  readonly byStaffId: string;
  readonly body: Act['body'];
  readonly replaces?: string;
}

/** A remittance is planned: to whom and from where besides what is said of the money. */
export function planned(plan: Plan, request: RequestStory, { byStaffId, body, ...payment }: NewPlan): Act {
  const { sender } = plan.requests.requestOf(request.no);
  const { comesBack } = paymentFateOf(plan.seed, payment);
  return {
    ...aboutPayment(plan, request, { id: payment.id, what: 'planned' }),
    byStaffId,
    path: '/remittances',
    payment,
    body: {
      ...body,
      counterpartAreaCode: sender.areaCode,
      payeeName: sender.name,
      payeeAccount: accountOfOffice(sender.areaCode, comesBack !== undefined),
      ourAccount: EXPENDITURE_ACCOUNT,
    },
  };
}

const BY_TWO: readonly string[] = ['releaseProposed', 'releaseConfirmed', 'joinProposed', 'joinConfirmed'];

/** What is proposed anew is another act than the proposal that was lost. */
const roundOf = ({ lostProposals = 0 }: PaymentStory, what: string): number =>
  BY_TWO.includes(what) ? lostProposals : 0;

const aboutPayment = (
  { seed }: Plan,
  { no, transferId }: RequestStory,
  { id, what, round = 0 }: { readonly id: string; readonly what: string; readonly round?: number },
) => ({
  key: [`s${String(seed)}-pay`, id, what, ...(round > 0 ? [String(round + 1)] : [])].join('-'),
  no,
  what,
  direction: 'out' as const,
  attempt: 0,
  transferId,
});
