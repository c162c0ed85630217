/** What can be recorded about a transfer: who may say it, what it closes. Read by the API to refuse and by the console to draw. */
import type { Step, StepOutcome } from '../procedures/index.ts';
import type { Closing, Role } from '../procedures/procedure.ts';

interface FactRule {
  /** `office`: refused when the open step does not allow it. `outside`: never refused; what fits nowhere is parked. */
  readonly source: 'office' | 'outside';
  /** Who may record it by hand; the manager may record everything a colleague may. */
  readonly roles: readonly Role[];
  /** The open steps in which it is allowed (office) or has an effect (outside). */
  readonly during: readonly Step[] | 'any';
  /** Which outcome of the open step it brings about; absent: decided from the ledger (letters, form, money). */
  readonly closes?: readonly StepOutcome[];
  /** It ends the transfer. */
  readonly ends?: readonly Closing[];
  /** It moves the alarm of the open step: the workflow asks anew how long to sleep. */
  readonly rearms?: true;
}

const anyone = ['clerk', 'letterClerk', 'entryClerk', 'reviewer', 'finance', 'manager'] as const;

const FACTS = {
  accepted: { source: 'office', roles: ['clerk'], during: [] },
  reviewed: {
    source: 'office',
    roles: ['reviewer'],
    during: ['review'],
    closes: ['eligible', 'refused'],
    ends: ['refused'],
  },
  letterSent: { source: 'office', roles: ['letterClerk'], during: ['liaisonLetter', 'delivery'], closes: ['sent'] },
  letterDelivered: { source: 'outside', roles: ['letterClerk', 'clerk'], during: ['delivery'], closes: ['delivered'] },
  letterReturned: { source: 'outside', roles: ['letterClerk', 'clerk'], during: ['delivery'], closes: ['returned'] },
  letterLost: { source: 'office', roles: ['letterClerk'], during: ['delivery'], closes: ['lost'] },
  returnedByCounterpart: {
    source: 'outside',
    roles: ['letterClerk', 'clerk'],
    during: ['delivery', 'formAndFunds'],
    closes: ['returned'],
  },
  infoFormReceived: { source: 'outside', roles: ['clerk', 'letterClerk', 'entryClerk'], during: 'any' },
  fundReceived: { source: 'outside', roles: ['finance'], during: 'any' },
  fundsAgreed: { source: 'office', roles: ['finance'], during: ['match'], closes: ['agreed'] },
  sentBackToCounterpart: {
    source: 'office',
    roles: ['finance', 'entryClerk'],
    during: ['match', 'entry'],
    closes: ['returned'],
  },
  entered: { source: 'office', roles: ['entryClerk'], during: ['entry'], closes: ['entered'] },
  secondReviewed: {
    source: 'office',
    roles: ['reviewer'],
    during: ['secondReview'],
    closes: ['approved', 'sentBack'],
  },
  booked: { source: 'office', roles: ['finance'], during: ['booking'], closes: ['booked'], ends: ['completed'] },
  held: { source: 'office', roles: anyone, during: 'any', rearms: true },
  resumed: { source: 'office', roles: anyone, during: 'any', rearms: true },
  withdrawn: { source: 'office', roles: ['clerk'], during: 'any', ends: ['withdrawn'] },
  closedWithoutTransfer: { source: 'office', roles: ['clerk'], during: 'any', ends: ['closedWithoutTransfer'] },
  takenOver: { source: 'office', roles: anyone, during: 'any' },
  counterpartContacted: { source: 'office', roles: anyone, during: 'any' },
  personTold: { source: 'office', roles: anyone, during: 'any' },
  corrected: { source: 'office', roles: anyone, during: 'any' },
} as const satisfies Record<string, FactRule>;

export type FactKind = keyof typeof FACTS;
export const FACT_KINDS = Object.keys(FACTS) as FactKind[];

/** What the ledger notes by itself, apart from facts: these have a sequence of their own. */
export const EVENT_KINDS = [
  'stepOpened',
  'reminded',
  'overdue',
  'escalated',
  'holdReviewDue',
  'ownerChanged',
  'stewardChanged',
  'deadlineMoved',
  'parked',
  'taskOpened',
  'taskClosed',
  'noticeDecided',
  'noticeSent',
  'noticeDelivered',
  'noticeFailed',
  'noticeUnknown',
  'repaired',
  'imported',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export function factRule(kind: FactKind): FactRule {
  return FACTS[kind];
}

/** Is the fact one that the open step allows? Facts without a step of their own are allowed in every open step. */
export function allowedDuring(kind: FactKind, step: Step): boolean {
  const { during } = factRule(kind);
  return during === 'any' || during.includes(step);
}
