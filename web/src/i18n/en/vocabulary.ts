import type { Schemas } from '../../api/types.ts';
import type { ENDINGS } from '../../../../domain/facts/closings.ts';

/** Of the step that was open when the transfer ended without a booking; all other outcomes are words of the procedure. */
export const endings = {
  withdrawn: 'withdrawn',
  closedWithoutTransfer: 'closed without transfer',
} satisfies Record<(typeof ENDINGS)[number], string>;

export const closings = {
  completed: 'Completed',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  closedWithoutTransfer: 'Closed without transfer',
  letterSentBack: 'Letter sent back',
} satisfies Record<Schemas['Closing'], string>;

export const attemptEndings = {
  closed: 'Transfer closed',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
  closedWithoutTransfer: 'Closed without transfer',
};

export const events = {
  accepted: 'Accepted',
  reopened: 'Reopened',
  supplementOpened: 'Supplement opened',
  reviewed: 'Reviewed',
  letterSent: 'Letter sent',
  letterDelivered: 'Letter delivered',
  letterReturned: 'Letter came back',
  letterLost: 'Letter lost',
  returnedByCounterpart: 'Returned by the other office',
  infoFormReceived: 'Info form received',
  fundReceived: 'Money received',
  fundReversed: 'Money taken back by the bank',
  fundsAgreed: 'Amounts agreed',
  sentBackToCounterpart: 'Sent back to the other office',
  entered: 'Entered',
  secondReviewed: 'Second-person review',
  booked: 'Booked',
  letterReceived: 'Letter of the other office received',
  letterChecked: 'Letter checked',
  letterSentBack: 'Letter sent back',
  untransferableTold: 'Told what cannot move',
  certificateIssued: 'Certificate issued',
  infoFormIssued: 'Info form made out',
  remittanceChecked: 'Remittance checked',
  infoFormSent: 'Info form sent',
  infoFormReissued: 'Info form corrected and sent again',
  fundSent: 'Money sent',
  relationEnded: 'Relation here ended',
  disputeReceived: 'Disputed by the other office',
  chased: 'Chased by the other office',
  decided: 'Decided',
  held: 'Put on hold',
  resumed: 'Resumed',
  withdrawn: 'Withdrawn',
  closedWithoutTransfer: 'Closed without transfer',
  takenOver: 'Taken over by a colleague',
  counterpartContacted: 'Other office contacted',
  personTold: 'Person told',
  corrected: 'Corrected',
  stepOpened: 'Step opened',
  reminded: 'Owner reminded',
  overdue: 'Overdue',
  escalated: 'Escalated to the manager',
  holdReviewDue: 'Hold is due for review',
  ownerChanged: 'Owner changed',
  stewardChanged: 'Steward changed',
  deadlineMoved: 'Deadline moved',
  parked: 'Kept for a later decision',
  taskOpened: 'Task opened',
  taskClosed: 'Task closed',
  noticeDecided: 'Notice decided',
  noticeSent: 'Notice sent',
  noticeDelivered: 'Notice delivered',
  noticeFailed: 'Notice failed',
  noticeUnknown: 'Notice: outcome unknown',
  repaired: 'Repaired',
  walkDiffered: 'Workflow differed from the ledger',
  imported: 'Imported from the old ledger',
  proposed: 'Proposed, waits for a second person',
  proposalConfirmed: 'Proposal confirmed',
  proposalRefused: 'Proposal refused',
  proposalWithdrawn: 'Proposal withdrawn',
  proposalLapsed: 'Proposal lapsed',
  proposalOvertaken: 'Proposal overtaken by a change',
  contactChanged: 'Mobile or address corrected',
  statusCodeRenewed: 'New status code',
  identityCorrected: 'Name or number corrected',
  handOverWritten: 'Note for who takes over written',
  handOverRead: 'Note for who takes over read',
  putInBox: 'Put in an archive box',
  takenOutOfBox: 'Taken out of its archive box',
  remittancePlanned: 'Money out planned',
  remittanceMoved: 'Money out moved on',
  remittanceCameBack: 'Payment came back after it was confirmed',
  remittanceDebited: 'Debit of a payment that came back',
  linked: 'A linked transfer goes on from here',
  transferReversed: 'Reversed: relation and money go back',
  contactRecorded: 'Talk with the person',
  promiseKept: 'Promise kept',
  promiseBroken: 'Promise broken',
} satisfies Record<Schemas['EventKind'], string>;

export const roles = {
  clerk: 'Clerk',
  letterClerk: 'Letter clerk',
  entryClerk: 'Entry clerk',
  reviewer: 'Reviewer',
  accountClerk: 'Account clerk',
  finance: 'Finance',
  manager: 'Manager',
  administrator: 'Administrator',
} satisfies Record<Schemas['Role'], string>;

export const roleTasks = {
  clerk: 'Accepts at the counter, steers each transfer as its steward and settles differences with the other office',
  letterClerk: 'Posts liaison letters and follows them until they arrive',
  entryClerk: 'Enters the record once form and money agree',
  reviewer: 'Checks eligibility, and every entry as the second person',
  accountClerk: 'Credits the money to the person’s account once two others have entered and read it',
  finance: 'Confirms what the bank has received, and pays back what is nobody’s',
  manager: 'Sees the figures, takes what is overdue, may do every office task',
  administrator: 'Keeps accounts and settings; sees no persons',
} satisfies Record<Schemas['Role'], string>;

export const parties = {
  own: 'This office',
  otherUnit: 'Another unit of ours',
  higherAuthority: 'Higher authority',
  financeBureau: 'Finance bureau',
  counterpart: 'Other office',
  courier: 'Courier',
  bank: 'Bank',
  employer: 'Employer',
  insured: 'Insured person',
} satisfies Record<Schemas['Party'], string>;

export const letterStates = {
  posted: 'Posted',
  underWay: 'Under way',
  outForDelivery: 'Out for delivery',
  delivered: 'Delivered',
  returned: 'Came back',
  lost: 'Lost',
  unknown: 'Unknown',
} satisfies Record<Schemas['LetterState'], string>;

export const scanMeanings = {
  posted: 'posted',
  underWay: 'under way',
  outForDelivery: 'out for delivery',
  delivered: 'delivered',
  returned: 'not delivered',
  backAtSender: 'back at the sender',
  unknown: 'unknown code',
};

export const partStates = {
  suspense: 'In suspense',
  proposed: 'Proposed',
  matched: 'Matched',
  booked: 'Booked',
  returned: 'Returned',
  reversed: 'Reversed by the bank',
} satisfies Record<Schemas['PartState'], string>;

export const verdicts = {
  match: 'Matches the case',
  part: 'Part of the amount',
  split: 'One payment for several cases',
  amountDiffers: 'Amount differs',
  propose: 'Proposal: a person decides',
  paidTwice: 'Paid twice',
  suspense: 'Nobody can tell yet',
} satisfies Record<Schemas['Verdict'], string>;
