import type { Schemas } from '../../api/types.ts';

export const taskKinds = {
  tellPerson: 'Tell the person',
  phoneNotice: 'Give the notice by phone',
  lateFact: 'Fact after closing',
  parkedFact: 'Fact that fitted no step',
  suspense: 'Money in suspense',
  unknownScan: 'Scan of an unknown letter',
  silentLetter: 'Letter without a scan',
  unknownNotice: 'Notice with unknown outcome',
  silentNotice: 'Notice without a receipt',
  deadLetter: 'Message that could not be passed on',
  stuckTransfer: 'Transfer that stands still',
  moneyOut: 'Money that left the account',
  bouncedRemittance: 'Our payment came back',
  lateRemittance: 'Our payment is late',
  untransferableNotice: 'Tell in writing what cannot move',
  incomingPaper: 'Paper that came in',
  reversedTransfer: 'Reversal to be carried out',
  promise: 'Keep a promise',
  brokenPromise: 'A promise was broken',
  repeatedContact: 'Third contact about one thing',
} satisfies Record<Schemas['TaskKind'], string>;

export const noticeKinds = {
  acceptance: 'Acceptance notice',
  completion: 'Completion notice',
  contactChanged: 'Number corrected',
} satisfies Record<Schemas['Notice']['kind'], string>;

export const noticeStates = {
  queued: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  delivered: 'Delivered',
  failed: 'Failed',
  unknown: 'Outcome unknown',
  notSent: 'Not sent',
} satisfies Record<Schemas['Notice']['state'], string>;

/** Why a notice waits or failed, by the office's own code for it; what a gateway says in words stays as it said it. */
export const noticeFailures = {
  noGateway: 'no SMS gateway is set up',
  takesNoSms: 'the number takes no SMS',
  closedBefore: 'the transfer was closed before it went out',
  noAnswer: 'the SMS gateway did not answer',
  gatewayAnswered: 'the SMS gateway answered {{status}}',
  gatewayRedirects: 'the SMS gateway sends to another address',
  gatewayUnreachable: 'the SMS gateway cannot be reached',
  gatewayCertificate: 'the certificate of the SMS gateway does not fit',
  gatewayHeldBack: 'the SMS gateway has put off several',
  'crashed while sending': 'stopped in the middle of the sending',
  'ledger restored': 'the ledger was restored from a backup',
};

export const recipients = {
  person: 'Insured person',
  agent: "Employer's agent",
  formerNumber: 'The number before',
} satisfies Record<Schemas['Notice']['recipient'], string>;

export const schemes = {
  enterprise: 'Enterprise employees',
  publicInstitution: 'Public institutions',
  residents: 'Urban and rural residents',
  military: 'Military',
} satisfies Record<Schemas['Scheme'], string>;

export const toldBy = {
  window: 'At the window',
  phone: 'By phone',
  sms: 'By SMS',
  letter: 'By letter',
} satisfies Record<Schemas['ToldBy'], string>;

export const contactAbouts = {
  withdrawalAsked: 'Asked to take the matter back: the applicant withdraws',
  withdrawalAgreed: 'Agrees that the applicant withdraws',
} satisfies Record<NonNullable<Schemas['CounterpartContactedFact']['about']>, string>;

export const contactChannels = {
  phone: 'Phone',
  letter: 'Letter',
  platform: 'National platform',
  visit: 'Visit',
} satisfies Record<Schemas['CounterpartContactedFact']['channel'], string>;

export const letterChannels = {
  ems: 'EMS letter',
  platform: 'National platform',
} satisfies Record<Schemas['Letter']['channel'], string>;

export const letterKinds = {
  liaison: 'Liaison letter',
  correction: 'Request for correction',
} satisfies Record<Schemas['Letter']['kind'], string>;

export const formStates = {
  received: 'In force',
  sentBack: 'Sent back',
  superseded: 'Replaced by a later form',
  kept: 'Came too late, kept',
  issued: 'Made out by us',
} satisfies Record<Schemas['InfoForm']['state'], string>;

export const sources = {
  staff: 'Staff',
  import: 'Import',
  courier: 'Courier',
  bank: 'Bank',
  system: 'System',
  insured: 'Insured person',
} satisfies Record<Schemas['Event']['source'], string>;

export const directions = {
  in: 'Transfer-in',
  out: 'Transfer-out',
} satisfies Record<Schemas['Direction'], string>;

export const ownerWhy = {
  planned: 'planned at acceptance',
  assigned: 'assigned by the system',
  takenOver: 'took over',
  standIn: 'stand-in for an absent colleague',
  returned: 'back from absence',
  reassigned: 'reassigned',
  managerHolds: 'nobody else was eligible',
  imported: 'from the old ledger',
};

export const limits = {
  accept: 'letter out after acceptance (15 working days by law)',
  courier: 'delivery receipt (promise of this office)',
  counterpart: 'answer of the other office (15 working days by law)',
  match: 'settling an amount (promise of this office)',
  own: 'entry, review and booking (15 working days by law)',
  resend: 'posting a letter again (promise of this office)',
  tellPerson: 'telling the person (promise of this office)',
  task: 'other tasks (promise of this office)',
};

export const importKinds = {
  counterparts: 'Directory of offices',
  ledgerIn: 'Ledger of transfers-in',
  ledgerOut: 'Ledger of transfers-out',
  openTransfers: 'Transfers waiting for money',
  bankStatement: 'Bank statement',
  courierScans: 'Scans of the courier',
  contributions: 'Contributions',
  coreReceipts: 'Receipts of the core system',
  platformInTransit: 'What is in transit on the national platform',
} satisfies Record<Schemas['ImportKind'], string>;

export const dayKinds = {
  rest: 'day off',
  work: 'working day',
} satisfies Record<Schemas['DayKind'], string>;

export const skippedDays = { weekend: 'weekend', holiday: 'public holiday' };

export const buckets = {
  cohort: 'All transfers of the cohort',
  closedAt1: 'Closed with exactly the first attempt',
  closedAt2: 'Closed with exactly the second attempt',
  closedAt3: 'Closed with exactly the third attempt',
  closedWithin1: 'Closed within the first attempt',
  closedWithin2: 'Closed within two attempts',
  closedWithin3: 'Closed within three attempts',
  closedLater: 'Closed with a fourth or later attempt',
  notClosed: 'Not closed by booking',
  stillOpen: 'Still open',
  endedOtherwise: 'Ended without transfer after the first letter',
  mature1: 'Mature for the first attempt',
  mature2: 'Mature for two attempts',
  mature3: 'Mature for three attempts',
  accepted: 'Accepted, with what left before its first letter',
  refused: 'Refused before the first letter',
  duplicate: 'Duplicates',
  withdrawnBeforeFirstLetter: 'Withdrawn before the first letter',
  otherClosedAt1: 'Other reading: closed with exactly the first attempt',
  otherClosedAt2: 'Other reading: closed with exactly the second attempt',
  otherClosedAt3: 'Other reading: closed with exactly the third attempt',
  inPeriod: 'Transfer-out: in the period',
  second: 'Transfer-out: after at most one re-issue',
  withinTwoLimits: 'Transfer-out: within the limit and one further',
  sameMonth: 'Transfer-out: in the month of receipt',
  received: 'Transfer-out: letters received',
  notInPeriod: 'Transfer-out: not in the period',
} satisfies Record<Schemas['CompletionBucket'], string>;
