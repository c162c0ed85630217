/** What has happened to one payment of ours, from its plan to the bank's word. */
import type { OfficeMs } from '../outside/office-time.ts';

/** What the plan says, and the office answers. */
export interface PlannedPayment {
  /** The letter, and how often its form was paid for: `17-1`; `17-1b` in the place of that. */
  readonly id: string;
  readonly no: number;
  readonly remittanceId: string;
  /** Ours, which the bank repeats. */
  readonly reference: string;
  readonly fundsMonth: string;
  readonly amountFen: number;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly byStaffId: string;
  readonly plannedAt: OfficeMs;
  /** The one that came back. */
  readonly replaces?: string;
}

export interface PaymentStory extends PlannedPayment {
  appliedAt?: OfficeMs;
  /** The funds left the finance bureau. */
  bureauPaidAt?: OfficeMs;
  fundedAt?: OfficeMs;
  /** How often two people have to begin anew, because what one had proposed lapsed or was overtaken. */
  lostProposals?: number;
  approvalId?: string;
  proposedAt?: OfficeMs;
  releasedAt?: OfficeMs;
  sentAt?: OfficeMs;
  /** The bank's debit of it is worded otherwise; and when it was proposed to be this payment's. */
  odd?: { readonly serial: string; readonly bookedOn: string; readonly toldAt: OfficeMs };
  joinApprovalId?: string;
  joinProposedAt?: OfficeMs;
  /** By statements that the office has. */
  debitedOn?: string;
  cameBackOn?: string;
  cameBackAt?: OfficeMs;
  replacedBy?: string;
  /** The money counts as having left the office: once for a payment and what is paid in its place. */
  counted: boolean;
}

/** Nobody has anything to do with it any more, unless the bank gives it back later. */
export const isOver = ({ replacedBy, debitedOn, cameBackOn }: PaymentStory): boolean =>
  replacedBy !== undefined || (debitedOn !== undefined && cameBackOn === undefined);

/** What an act at the API has brought. */
export interface PaymentAnswer {
  readonly at: OfficeMs;
  readonly remittance?: { readonly id: string; readonly reference: string; readonly fundsMonth: string };
  readonly approvalId?: string;
}

type Effect = (payment: PaymentStory, answer: PaymentAnswer) => void;

/** By what was done. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  applied: (payment, { at }) => {
    payment.appliedAt = at;
  },
  funded: (payment, { at }) => {
    payment.fundedAt = at;
  },
  releaseProposed: (payment, { at, approvalId }) => {
    payment.proposedAt = at;
    if (approvalId !== undefined) payment.approvalId = approvalId;
  },
  releaseConfirmed: (payment, { at }) => {
    payment.releasedAt = at;
  },
  sent: (payment, { at }) => {
    payment.sentAt = at;
  },
  joinProposed: (payment, { at, approvalId }) => {
    payment.joinProposedAt = at;
    if (approvalId !== undefined) payment.joinApprovalId = approvalId;
  },
};

/** Of what two people say: it lapsed, or what it stood on changed meanwhile. It has to be proposed anew. */
const PROPOSAL_IS_LOST = /\/(lapsed|changed-meanwhile)$/;

export function refusedToPayment(payment: PaymentStory, what: string, refusal: string): void {
  if (!PROPOSAL_IS_LOST.test(refusal)) return;
  if (what === 'releaseConfirmed') {
    delete payment.approvalId;
    delete payment.proposedAt;
  } else if (what === 'joinConfirmed') {
    delete payment.joinApprovalId;
    delete payment.joinProposedAt;
  } else return;
  payment.lostProposals = (payment.lostProposals ?? 0) + 1;
}

export const applyToPayment = (payment: PaymentStory, what: string, answer: PaymentAnswer): void =>
  EFFECTS[what]?.(payment, answer);
