/** What can be recorded about a transfer, and who may say it; which steps it belongs to says the procedure. */
import type { ENDINGS } from './closings.ts';
import { DESK_ROLES, type Role } from '../roles.ts';

/** Which reason codes a fact may carry: those of which the table says so, by name, by part of the rules, by effect; each narrows. */
export interface ReasonsAllowed {
  /** Those that name this fact among their places. */
  readonly place?: string;
  readonly codes?: readonly string[];
  readonly parts?: readonly string[];
  readonly effects?: readonly ('R' | 'H' | 'P' | 'X')[];
  readonly except?: readonly string[];
  /** And these, whatever their part. */
  readonly also?: readonly string[];
}

interface FactRule {
  /** `office`: refused when the open step does not allow it. `outside`: never refused; what fits nowhere is parked. */
  readonly source: 'office' | 'outside';
  /** Who may record it by hand; the manager may record everything a colleague may. */
  readonly roles: readonly Role[];
  /** It comes with the acceptance, a file of the bank or an old ledger: nobody enters it. */
  readonly byHand?: false;
  /** It fits every open step; the others are named by the procedure (`facts` in domain/procedures/). */
  readonly anyTime?: true;
  /** It ends the transfer, whatever step is open. */
  readonly ends?: (typeof ENDINGS)[number];
  /** Of a fact that fits every step; of the others the procedure says it. */
  readonly reasons?: ReasonsAllowed;
  /** Of its reasons only those of the open step's part, those that the step names, and those of any part. */
  readonly ofStep?: true;
  /** The ledger compares info form and money whenever it comes. */
  readonly compared?: true;
  /** It moves the alarm of the open step: the workflow asks anew how long to sleep. */
  readonly rearms?: true;
}

const anyone = DESK_ROLES;

const FACTS = {
  accepted: { source: 'office', roles: ['clerk'], byHand: false },
  // In the place of the acceptance: how a linked transfer begins.
  reopened: { source: 'office', roles: ['clerk'], byHand: false },
  supplementOpened: { source: 'office', roles: ['clerk'], byHand: false },
  reviewed: { source: 'office', roles: ['reviewer'] },
  letterSent: { source: 'office', roles: ['letterClerk'] },
  letterDelivered: { source: 'outside', roles: ['letterClerk', 'clerk'] },
  letterReturned: { source: 'outside', roles: ['letterClerk', 'clerk'] },
  letterLost: { source: 'office', roles: ['letterClerk'] },
  returnedByCounterpart: { source: 'outside', roles: ['letterClerk', 'clerk'] },
  infoFormReceived: { source: 'outside', roles: ['clerk', 'letterClerk', 'entryClerk'], anyTime: true, compared: true },
  fundReceived: { source: 'outside', roles: ['finance'], byHand: false, anyTime: true, compared: true },
  fundReversed: { source: 'outside', roles: ['finance'], byHand: false, anyTime: true, compared: true },
  fundsAgreed: { source: 'office', roles: ['clerk'] },
  sentBackToCounterpart: { source: 'office', roles: ['clerk', 'entryClerk'] },
  entered: { source: 'office', roles: ['entryClerk'] },
  secondReviewed: { source: 'office', roles: ['reviewer'] },
  booked: { source: 'office', roles: ['accountClerk'] },
  // Of transfers-out (66号 Art. 8, 94号).
  letterReceived: { source: 'outside', roles: ['clerk', 'letterClerk'], byHand: false },
  letterChecked: { source: 'office', roles: ['clerk'] },
  letterSentBack: { source: 'office', roles: ['clerk', 'letterClerk', 'entryClerk', 'finance'] },
  untransferableTold: { source: 'office', roles: ['clerk'] },
  certificateIssued: { source: 'office', roles: ['clerk'] },
  infoFormIssued: { source: 'office', roles: ['entryClerk'] },
  remittanceChecked: { source: 'office', roles: ['finance'] },
  fundSent: { source: 'office', roles: ['finance'] },
  infoFormSent: { source: 'office', roles: ['letterClerk'] },
  infoFormReissued: { source: 'office', roles: ['letterClerk'] },
  relationEnded: { source: 'office', roles: ['clerk'] },
  disputeReceived: { source: 'outside', roles: ['clerk', 'letterClerk'] },
  chased: { source: 'outside', roles: ['clerk', 'letterClerk'], byHand: false },
  decided: { source: 'office', roles: anyone },
  held: {
    source: 'office',
    roles: anyone,
    anyTime: true,
    rearms: true,
    reasons: { place: 'held' },
    ofStep: true,
  },
  resumed: { source: 'office', roles: anyone, anyTime: true, rearms: true },
  withdrawn: {
    source: 'office',
    roles: ['clerk'],
    anyTime: true,
    ends: 'withdrawn',
    reasons: { place: 'withdrawn' },
  },
  closedWithoutTransfer: {
    source: 'office',
    roles: ['clerk'],
    anyTime: true,
    ends: 'closedWithoutTransfer',
    reasons: { place: 'closedWithoutTransfer' },
  },
  takenOver: { source: 'office', roles: anyone, anyTime: true },
  counterpartContacted: { source: 'office', roles: anyone, anyTime: true },
  personTold: { source: 'office', roles: anyone, anyTime: true },
  corrected: { source: 'office', roles: anyone, anyTime: true, rearms: true },
} as const satisfies Record<string, FactRule>;

export type FactKind = keyof typeof FACTS;

/** A transfer begins with one of these, and has no other of them. */
export type BeginningKind = Extract<FactKind, 'accepted' | 'reopened' | 'supplementOpened'>;

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
  'walkDiffered',
  'imported',
  'proposed',
  'proposalConfirmed',
  'proposalRefused',
  'proposalWithdrawn',
  'proposalLapsed',
  'proposalOvertaken',
  'contactChanged',
  'statusCodeRenewed',
  'identityCorrected',
  'handOverWritten',
  'handOverRead',
  'putInBox',
  'takenOutOfBox',
  'remittancePlanned',
  'remittanceMoved',
  'remittanceCameBack',
  'remittanceDebited',
  'linked',
  'transferReversed',
  'contactRecorded',
  'promiseKept',
  'promiseBroken',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export function factRule(kind: FactKind): FactRule {
  return FACTS[kind];
}

/** Somebody may enter it, whoever it is that may. */
export const byHand = (kind: FactKind): boolean => factRule(kind).byHand !== false;

/** An old ledger often names nobody for what the office did: then the event says so, instead of leaving it open. */
export const personOfImported = (kind: FactKind, named: boolean): { readonly person?: 'notNamed' } =>
  factRule(kind).source === 'office' && !named ? { person: 'notNamed' } : {};
