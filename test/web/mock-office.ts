/** An office that answers the contract without a ledger behind it: for tests of the console only. */
import type { components } from '../../api/contract.generated.ts';
import { PROCEDURES } from '../../domain/procedures/index.ts';
import { procedureView } from '../../domain/procedures/view.ts';
import { madeUp } from './made-up-procedure.ts';
import { application } from './mock-application.ts';
import { reasonView } from './reason-views.ts';
import { outgo } from './mock-outgo.ts';

type Schemas = components['schemas'];

export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const person = (number: number, displayName: string, post: string): Schemas['StaffRef'] => ({
  id: id(number),
  displayName,
  post,
});

export const CLERK = person(1, 'Clerk 1', 'Window 3');
export const LETTER_CLERK = person(3, 'Letter clerk 3', 'Mail desk');
const REVIEWER = person(4, 'Reviewer 1', 'Review');
const MANAGER = person(7, 'Manager 1', 'Head of section');
export const TRANSFER_ID = id(100);

export const me: Schemas['Me'] = {
  id: LETTER_CLERK.id,
  username: 'manager1',
  displayName: LETTER_CLERK.displayName,
  post: 'Mail desk',
  roles: ['letterClerk', 'manager'],
  actions: [
    'acceptTransfer', 'registerIncoming', 'readIncoming', 'readTransfers', 'searchTransfers', 'revealPerson', 'recordContact', 'recordFact', 'addPaper', 'readLetters', 'readCredits',
    'decideCredit', 'importFiles', 'readImports', 'readMetrics', 'readTasks', 'closeTask', 'readStaff', 'readOperations',
    'readPracticePhone', 'readPractice', 'correctPerson', 'refuseApplication', 'readBank', 'payOut', 'exportLedgers',
    'makeMonthlySheet', 'keepArchive', 'drawSample',
  ], // prettier-ignore
  mustChangePassword: false,
  office: { id: 'practice', name: '西城区社会保险经办中心', telephone: '010-5550 0000' },
  practice: true,
};

export const accounts = (
  [
    ['clerk1', 'Clerk 1', 'clerk'],
    ['clerk2', 'Clerk 2', 'clerk'],
    ['letter1', 'Letter clerk 3', 'letterClerk'],
    ['entry1', 'Entry clerk 1', 'entryClerk'],
    ['reviewer1', 'Reviewer 1', 'reviewer'],
    ['account1', 'Account clerk 1', 'accountClerk'],
    ['finance1', 'Finance 1', 'finance'],
    ['manager1', 'Manager 1', 'manager'],
    ['admin1', 'Administrator', 'administrator'],
  ] as const
).map(([username, displayName, role]) => ({ username, displayName, roles: [role], password: 'practice-only' }));

export const clock: Schemas['Clock'] = {
  officeNow: '2026-06-08T02:24:00Z',
  officeDate: '2026-06-08',
  speed: 1440,
  ceiling: 4000,
  frozen: false,
  simulated: true,
};

const explained = (limit: string, workingDays: number, startedOn: string): Schemas['DueExplained'] => ({
  limit,
  workingDays,
  startedOn,
  skipped: [
    { date: '2026-06-06', why: 'weekend' },
    { date: '2026-06-07', why: 'weekend' },
    { date: '2026-06-19', why: 'holiday' },
    { date: '2026-06-20', why: 'holiday' },
    { date: '2026-06-21', why: 'holiday' },
  ],
  heldWorkingDays: 0,
  ruleVersion: '2010-66',
});

const closed = (part: Partial<Schemas['StepView']>): Schemas['StepView'] => ({
  ordinal: 1,
  step: 'review',
  attempt: 1,
  owner: REVIEWER,
  owners: [{ staff: REVIEWER, since: '2026-06-01T01:10:00Z', until: '2026-06-02T06:00:00Z', why: 'assigned' }],
  openedAt: '2026-06-01T01:10:00Z',
  dueOn: '2026-06-23',
  provisional: false,
  dueExplained: explained('accept', 15, '2026-06-01'),
  remindedAt: null,
  overdueAt: null,
  escalations: 0,
  heldSince: null,
  holdReason: null,
  holdReviewOn: null,
  closedAt: '2026-06-02T06:00:00Z',
  outcome: 'eligible',
  ...part,
});

export const REVIEWED = closed({});
export const LETTER_WAITS = closed({
  ordinal: 2,
  step: 'liaisonLetter',
  owner: LETTER_CLERK,
  owners: [
    { staff: MANAGER, since: '2026-06-02T06:00:00Z', until: '2026-06-03T01:00:00Z', why: 'assigned' },
    { staff: LETTER_CLERK, since: '2026-06-03T01:00:00Z', until: null, why: 'takenOver' },
  ],
  openedAt: '2026-06-02T06:00:00Z',
  closedAt: null,
  outcome: null,
});
export const LETTER_SENT: Schemas['StepView'] = {
  ...LETTER_WAITS,
  closedAt: '2026-06-08T02:30:00Z',
  outcome: 'sent',
};
export const DELIVERY_WAITS = closed({
  ordinal: 3,
  step: 'delivery',
  owner: LETTER_CLERK,
  owners: [{ staff: LETTER_CLERK, since: '2026-06-08T02:30:00Z', until: null, why: 'planned' }],
  openedAt: '2026-06-08T02:30:00Z',
  dueOn: '2026-06-24',
  dueExplained: explained('courier', 10, '2026-06-08'),
  closedAt: null,
  outcome: null,
});

export const openStep = (view: Schemas['StepView'], overdue = false): Schemas['OpenStep'] => ({
  ordinal: view.ordinal,
  step: view.step,
  attempt: view.attempt,
  owner: view.owner,
  openedAt: view.openedAt,
  dueOn: view.dueOn,
  provisional: view.provisional,
  overdue,
  held: false,
  escalations: overdue ? 1 : 0,
});

export const row = (number: number, part: Partial<Schemas['TransferRow']> = {}): Schemas['TransferRow'] => ({
  id: id(100 + number),
  caseNo: `IN202606${String(number + 1).padStart(5, '0')}`,
  direction: 'in',
  procedureType: 'employee',
  procedure: 'in/employee/2010-66',
  personName: '样例甲',
  counterpart: { areaCode: '310000', name: '上海市社会保险事业管理中心' },
  scheme: 'enterprise',
  category: '',
  acceptedAt: '2026-06-01T01:10:00Z',
  steward: CLERK,
  letterSender: LETTER_CLERK,
  openStep: openStep(LETTER_WAITS),
  closedAt: null,
  closing: null,
  closingReason: null,
  ...part,
});

const WHOLE = { oldIdNumber: null, agentTelephone: null, employerTelephone: null };

export const detail: Schemas['TransferDetail'] = {
  ...row(0),
  application,
  refusal: null,
  person: {
    name: '样例甲',
    idNumberMasked: '110***********0357',
    mobileMasked: '139****0000',
    sex: 'male',
    inFull: { ...WHOLE, idNumber: '110102199912310357', mobile: '13900000000', born: '1999-12-31' },
    address: null,
    employer: '样例公司',
    changes: [],
  },
  statusCode: 'K7QF-2M9X-PTR4',
  ruleVersion: '2010-66',
  imported: false,
  attempts: [],
  letters: [],
  infoForms: [],
  money: [],
  answer: null,
  papers: [],
  tasks: [],
  notices: [
    {
      id: id(900),
      kind: 'acceptance',
      recipient: 'person',
      channel: 'sms',
      state: 'delivered',
      notBefore: '2026-06-01T01:10:00Z',
      sentAt: '2026-06-01T01:11:00Z',
      settledAt: '2026-06-01T01:12:00Z',
      failure: '',
    },
  ],
  barredFromStep: false,
  linked: { link: null, linksTo: null, attemptsBefore: 0, items: [], reversal: null, may: [] },
  allowedFacts: [
    'letterSent',
    'infoFormReceived',
    'held',
    'takenOver',
    'withdrawn',
    'counterpartContacted',
    'corrected',
  ],
};

export const refusal: Schemas['WrittenRefusal'] = {
  id: id(900),
  refusalNo: 'BY20260600001',
  kind: 'notTakenUp',
  reasonCode: 'A02',
  ground: '国办发〔2009〕66号第二条',
  personName: '样例领',
  idNumberMasked: '110***********0357',
  note: null,
  transferId: null,
  caseNo: null,
  refusedAt: '2026-06-08T02:24:00Z',
  by: CLERK,
};

export const slip: Schemas['Slip'] = {
  statusCode: detail.statusCode,
  steward: CLERK.displayName,
  stewardPost: 'Window 3',
  telephone: me.office.telephone,
  nextStep: 'review',
  dueOn: '2026-06-23',
  provisional: false,
};

const byAttempt = <T>(one: T, two: T, three: T): { '1': T; '2': T; '3': T } => ({ '1': one, '2': two, '3': three });

export const completion = (from: string, to: string): Schemas['Completion'] => ({
  direction: 'in',
  from,
  to,
  asOf: clock.officeDate,
  knownAt: null,
  rule: { version: '2010-66', postalFailureIsAttempt: true, text: 'A letter that was posted again is a new attempt.' },
  attempts: {
    accepted: 318,
    furtherLegs: 0,
    cohort: 310,
    closedAt: byAttempt(273, 19, 12),
    closedWithin: byAttempt(273, 292, 304),
    closedLater: 0,
    notClosed: 6,
    stillOpen: 4,
    excluded: { refused: 5, duplicate: 2, withdrawnBeforeFirstLetter: 1 },
    excludedReasons: [
      { why: 'duplicate', reasonCode: 'A06', count: 2 },
      { why: 'refused', reasonCode: 'A02', count: 5 },
      { why: 'withdrawnBeforeFirstLetter', reasonCode: 'W01', count: 1 },
    ],
    rates: byAttempt('88.06', '94.19', '98.06'),
    shown: byAttempt(88, 94, 98),
    mature: { denominators: byAttempt(308, 307, 306), rates: byAttempt('88.64', '95.11', '99.35') },
    otherReading: {
      name: 'postalFailureIsNoAttempt',
      closedAt: byAttempt(281, 17, 6),
      rates: byAttempt('90.65', '96.13', '98.06'),
    },
  },
  periods: null,
  provisional: false,
  yearBefore: null,
  groups: null,
});

const late = { transferId: detail.id, caseNo: detail.caseNo, outcome: null, reasonCode: null };

export const belatedFacts: Pick<Schemas['BelatedFacts'], 'figures' | 'calendarChanges' | 'items' | 'count'> = {
  figures: [{ figure: 'closedWithin.1', was: 272, becomes: 273 }],
  calendarChanges: [],
  items: [
    {
      ...late,
      seq: 9,
      kind: 'booked',
      occurredAt: '2026-05-29T02:00:00Z',
      recordedAt: '2026-06-03T02:00:00Z',
      corrects: null,
    },
    {
      ...late,
      seq: 10,
      kind: 'corrected',
      occurredAt: '2026-06-04T02:00:00Z',
      recordedAt: '2026-06-04T02:00:00Z',
      corrects: { seq: 1, kind: 'accepted', occurredAt: '2026-06-01T02:00:00Z', becomes: '2026-05-31T02:00:00Z' },
    },
  ],
  count: 2,
};

export const openWork: Schemas['OpenWork'] = {
  at: clock.officeNow,
  open: 97,
  closed: 304,
  overdue: 3,
  withoutStep: 1,
  bySteps: [
    { step: 'review', open: 8, overdue: 0, held: 0 },
    { step: 'liaisonLetter', open: 12, overdue: 1, held: 0 },
    { step: 'delivery', open: 31, overdue: 0, held: 0 },
    { step: 'formAndFunds', open: 38, overdue: 2, held: 1 },
    { step: 'entry', open: 5, overdue: 0, held: 0 },
    { step: 'booking', open: 2, overdue: 0, held: 0 },
  ],
  byOwners: [CLERK, LETTER_CLERK, REVIEWER, MANAGER].map((owner, index) => ({
    owner,
    open: 40 - index * 9,
    overdue: index % 2,
  })),
  byAge: [
    { fromWorkingDays: 0, toWorkingDays: 5, open: 41 },
    { fromWorkingDays: 6, toWorkingDays: 15, open: 38 },
    { fromWorkingDays: 16, toWorkingDays: 45, open: 15 },
    { fromWorkingDays: 46, toWorkingDays: null, open: 3 },
  ],
};

const volume = (times: number): Schemas['Volume'] => ({
  accepted: 318 * times,
  acceptedIn: 318 * times,
  acceptedOut: 0,
  closed: 306 * times,
  completed: 304 * times,
  itemsHandled: 3012 * times,
  fenIn: 1_204_556_712 * times,
  fenOut: 0,
  lettersPosted: 353 * times,
  deliveredAtFirstPosting: 318 * times,
  postedAgain: 35 * times,
  noticesSent: 604 * times,
  noticesDelivered: 590 * times,
});

export const volumes = (from: string, to: string) => ({
  from,
  to,
  itemsHandledDefinition: 'Facts recorded by staff',
  inPeriod: volume(1),
  sinceBeginning: volume(4),
  yearBefore: null,
});

export const money: Schemas['MoneyBoard'] = {
  receivedFen: 1_210_000_000,
  openingFen: 0,
  suspenseFen: 1_200_000,
  proposedFen: 843_288,
  matchedFen: 3_400_000,
  bookedFen: 1_204_556_712,
  returnedFen: 0,
  reversedFen: 0,
  conserved: true,
  outgo,
};

export const operations: Schemas['Operations'] = {
  outboxWaiting: 0,
  outboxOldestSeconds: 0,
  deadLetters: 0,
  stuckTransfers: 0,
  openWithoutStep: 0,
  managerHolds: 0,
  withoutActFor30Days: 0,
  violations: 0,
  findings: [],
  checkedAt: clock.officeNow,
  backupMadeAt: null,
  backupAgeSeconds: null,
};

export const reasons: Schemas['Reason'][] = (['A04', 'D01', 'L07', 'M01', 'S01', 'S05', 'W01'] as const).map(
  reasonView,
);

/** Those of the release, and one more. */
export const procedures: Schemas['Procedure'][] = [...PROCEDURES.all, madeUp].map((text) =>
  procedureView(text, reasons),
);

export const staff: Schemas['Staff'][] = [CLERK, LETTER_CLERK, REVIEWER, MANAGER].map(
  ({ id: staffId, displayName }) => ({
    id: staffId,
    username: displayName.toLowerCase().replaceAll(' ', '-'),
    displayName,
    post: '',
    telephone: '',
    roles: ['clerk'],
    active: true,
    openSteps: 3,
    absent: false,
  }),
);

export const event = (seq: number, part: Partial<Schemas['Event']>): Schemas['Event'] => ({
  seq,
  factSeq: seq,
  kind: 'accepted',
  stepOrdinal: null,
  outcome: null,
  reasonCode: null,
  by: CLERK,
  source: 'staff',
  occurredAt: '2026-06-01T01:10:00Z',
  recordedAt: '2026-06-01T01:10:00Z',
  payload: {},
  correctsSeq: null,
  ...part,
});
