import type { Schemas } from '../../api/types.ts';

export const steps = {
  review: 'Eligibility review',
  liaisonLetter: 'Liaison letter',
  delivery: 'Posting and delivery',
  formAndFunds: 'Info form and money',
  match: 'Amount check',
  entry: 'Entry',
  secondReview: 'Second-person review',
  booking: 'Booking',
} satisfies Record<Schemas['Step'], string>;

export const outcomes = {
  eligible: 'eligible',
  sent: 'sent',
  delivered: 'delivered',
  returned: 'returned',
  lost: 'lost',
  agreed: 'form and money agree',
  differs: 'amounts differ',
  entered: 'entered',
  approved: 'approved',
  sentBack: 'sent back',
  booked: 'booked',
  refused: 'refused',
  withdrawn: 'withdrawn',
  closedWithoutTransfer: 'closed without transfer',
} satisfies Record<Schemas['StepOutcome'], string>;

export const closings = {
  completed: 'Completed',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  closedWithoutTransfer: 'Closed without transfer',
} satisfies Record<Schemas['Closing'], string>;

export const attemptEndings = {
  closed: 'Transfer closed',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
  closedWithoutTransfer: 'Closed without transfer',
};

export const events = {
  accepted: 'Accepted',
  reviewed: 'Reviewed',
  letterSent: 'Letter sent',
  letterDelivered: 'Letter delivered',
  letterReturned: 'Letter came back',
  letterLost: 'Letter lost',
  returnedByCounterpart: 'Returned by the other office',
  infoFormReceived: 'Info form received',
  fundReceived: 'Money received',
  fundsAgreed: 'Amounts agreed',
  sentBackToCounterpart: 'Sent back to the other office',
  entered: 'Entered',
  secondReviewed: 'Second-person review',
  booked: 'Booked',
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
  imported: 'Imported from the old ledger',
} satisfies Record<Schemas['EventKind'], string>;

export const roles = {
  clerk: 'Clerk',
  letterClerk: 'Letter clerk',
  entryClerk: 'Entry clerk',
  reviewer: 'Reviewer',
  finance: 'Finance',
  manager: 'Manager',
  administrator: 'Administrator',
} satisfies Record<Schemas['Role'], string>;

export const roleTasks = {
  clerk: 'Accepts at the counter and steers each transfer as its steward',
  letterClerk: 'Posts liaison letters and follows them until they arrive',
  entryClerk: 'Enters the record once form and money agree',
  reviewer: 'Checks eligibility, and every entry as the second person',
  finance: 'Matches the money, settles differences, books',
  manager: 'Sees the figures, takes what is overdue, may do every office task',
  administrator: 'Keeps accounts and settings; sees no persons',
} satisfies Record<Schemas['Role'], string>;

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
