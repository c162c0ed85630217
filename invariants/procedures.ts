/** The procedures written down a second time, one list per key: which step may follow which outcome. */

/** Step, outcome, the step that opens next, and whether that begins a new attempt. */
type Transition = readonly [step: string, outcome: string, next: string, moreAttempts: 0 | 1];
/** An outcome after which no step opens, and how the transfer is closed then; null: of any step. */
type Ending = readonly [step: string | null, outcome: string, closing: string];

export interface CheckedProcedure {
  /** direction/type/version */
  readonly key: string;
  readonly first: string;
  /** Outcomes that begin an attempt. */
  readonly begins: readonly (readonly [step: string, outcome: string])[];
  readonly transitions: readonly Transition[];
  readonly endings: readonly Ending[];
  /** Whose work a step is, and who completed which steps may not hold it. Absent: owners are not compared. */
  readonly posts?: readonly (readonly [step: string, role: string])[];
  readonly apart?: readonly (readonly [step: string, done: string])[];
}

/** Endings that any step of any procedure can have. */
export const ENDINGS: readonly Ending[] = [
  [null, 'withdrawn', 'withdrawn'],
  [null, 'closedWithoutTransfer', 'closedWithoutTransfer'],
];

export const IN_EMPLOYEE: CheckedProcedure = {
  key: 'in/employee/2010-66',
  first: 'review',
  begins: [['liaisonLetter', 'sent']],
  transitions: [
    ['review', 'eligible', 'liaisonLetter', 0],
    ['liaisonLetter', 'sent', 'delivery', 0],
    ['delivery', 'delivered', 'formAndFunds', 0],
    ['delivery', 'returned', 'liaisonLetter', 1],
    ['delivery', 'lost', 'liaisonLetter', 1],
    ['formAndFunds', 'agreed', 'entry', 0],
    ['formAndFunds', 'differs', 'match', 0],
    ['formAndFunds', 'returned', 'liaisonLetter', 1],
    ['match', 'agreed', 'entry', 0],
    ['match', 'returned', 'liaisonLetter', 1],
    ['entry', 'entered', 'secondReview', 0],
    ['entry', 'returned', 'liaisonLetter', 1],
    ['secondReview', 'approved', 'booking', 0],
    ['secondReview', 'sentBack', 'entry', 0],
  ],
  endings: [
    ['booking', 'booked', 'completed'],
    ['review', 'refused', 'refused'],
  ],
  posts: [
    ['review', 'reviewer'],
    ['liaisonLetter', 'letterClerk'],
    ['delivery', 'letterClerk'],
    ['formAndFunds', 'clerk'],
    ['match', 'clerk'],
    ['entry', 'entryClerk'],
    ['secondReview', 'reviewer'],
    ['booking', 'accountClerk'],
  ],
  apart: [
    ['secondReview', 'entry'],
    ['booking', 'entry'],
    ['booking', 'secondReview'],
  ],
};

export const OUT_EMPLOYEE: CheckedProcedure = {
  key: 'out/employee/2019-94',
  first: 'letterCheck',
  begins: [
    ['formSending', 'sent'],
    ['formReissue', 'sent'],
  ],
  transitions: [
    ['letterCheck', 'eligible', 'formIssue', 0],
    ['formIssue', 'issued', 'formReview', 0],
    // Of the first form, or of one that is made out again.
    ['formReview', 'sentBack', 'formIssue', 0],
    ['formReview', 'sentBack', 'formCorrection', 0],
    ['formReview', 'approved', 'remittanceCheck', 0],
    ['formReview', 'approved', 'remittanceRecheck', 0],
    ['remittanceCheck', 'agreed', 'remitting', 0],
    ['remittanceCheck', 'covered', 'formSending', 0],
    ['remittanceCheck', 'differs', 'formIssue', 0],
    ['remitting', 'paidOut', 'formSending', 0],
    ['remitting', 'paidOut', 'formReissue', 0],
    ['formSending', 'sent', 'relationEnd', 0],
    ['relationEnd', 'disputed', 'formCorrection', 1],
    ['formCorrection', 'issued', 'formReview', 0],
    ['remittanceRecheck', 'agreed', 'remitting', 0],
    ['remittanceRecheck', 'covered', 'formReissue', 0],
    ['remittanceRecheck', 'differs', 'formCorrection', 0],
    ['formReissue', 'sent', 'relationEnd', 0],
  ],
  endings: [
    ['relationEnd', 'cutOff', 'completed'],
    ['letterCheck', 'returned', 'letterSentBack'],
    ['formIssue', 'returned', 'letterSentBack'],
    ['remittanceCheck', 'returned', 'letterSentBack'],
  ],
  posts: [
    ['letterCheck', 'clerk'],
    ['formIssue', 'entryClerk'],
    ['formReview', 'reviewer'],
    ['remittanceCheck', 'finance'],
    ['remitting', 'finance'],
    ['formSending', 'letterClerk'],
    ['relationEnd', 'clerk'],
    ['formCorrection', 'entryClerk'],
    ['remittanceRecheck', 'finance'],
    ['formReissue', 'letterClerk'],
  ],
  apart: [
    ['formReview', 'formIssue'],
    ['formReview', 'formCorrection'],
  ],
};

export const IN_SUPPLEMENT: CheckedProcedure = {
  key: 'in/supplementary/2010-66',
  first: 'formAndFunds',
  begins: [],
  transitions: [
    ['formAndFunds', 'agreed', 'entry', 0],
    ['formAndFunds', 'differs', 'match', 0],
    ['formAndFunds', 'returned', 'formAndFunds', 0],
    ['match', 'agreed', 'entry', 0],
    ['match', 'returned', 'formAndFunds', 0],
    ['entry', 'entered', 'secondReview', 0],
    ['entry', 'returned', 'formAndFunds', 0],
    ['secondReview', 'approved', 'booking', 0],
    ['secondReview', 'sentBack', 'entry', 0],
  ],
  endings: [['booking', 'booked', 'completed']],
  posts: [
    ['formAndFunds', 'clerk'],
    ['match', 'clerk'],
    ['entry', 'entryClerk'],
    ['secondReview', 'reviewer'],
    ['booking', 'accountClerk'],
  ],
  apart: [
    ['secondReview', 'entry'],
    ['booking', 'entry'],
    ['booking', 'secondReview'],
  ],
};

export const OUT_SUPPLEMENT: CheckedProcedure = {
  key: 'out/supplementary/2019-94',
  first: 'formIssue',
  begins: [],
  transitions: [
    ['formIssue', 'issued', 'formReview', 0],
    ['formReview', 'sentBack', 'formIssue', 0],
    ['formReview', 'approved', 'remittanceCheck', 0],
    ['remittanceCheck', 'agreed', 'remitting', 0],
    ['remittanceCheck', 'differs', 'formIssue', 0],
    ['remitting', 'paidOut', 'formSending', 0],
  ],
  endings: [['formSending', 'sent', 'completed']],
  posts: [
    ['formIssue', 'entryClerk'],
    ['formReview', 'reviewer'],
    ['remittanceCheck', 'finance'],
    ['remitting', 'finance'],
    ['formSending', 'letterClerk'],
  ],
  apart: [['formReview', 'formIssue']],
};

export const CHECKED_PROCEDURES: readonly CheckedProcedure[] = [
  IN_EMPLOYEE,
  OUT_EMPLOYEE,
  IN_SUPPLEMENT,
  OUT_SUPPLEMENT,
];

/** The lists as common table expressions. */
export function proceduresSql(procedures: readonly CheckedProcedure[]): string {
  const firsts = procedures.map(({ key, first }) => [key, first]);
  const legal = procedures.flatMap(({ key, transitions }) => transitions.map((one) => [key, ...one]));
  const endings = procedures.flatMap(({ key, endings: own }) => [own, ENDINGS].flat().map((one) => [key, ...one]));
  const begins = procedures.flatMap(({ key, begins: own }) => own.map((one) => [key, ...one]));
  return `firsts (procedure, step) as (values ${rows(firsts)}),
    begins (procedure, step, outcome) as (values ${rows(begins)}),
    legal (procedure, step, outcome, next, more_attempts) as (values ${rows(legal)}),
    endings (procedure, step, outcome, closing) as (values ${rows(endings)})`;
}

/** The same for whoever holds steps; a list may be empty. */
export function postsSql(procedures: readonly CheckedProcedure[]): string {
  const posts = procedures.flatMap(({ key, posts: own = [] }) => own.map((one) => [key, ...one]));
  const apart = procedures.flatMap(({ key, apart: own = [] }) => own.map((one) => [key, ...one]));
  return `posts (procedure, step, role) as (${listed(posts)}), apart (procedure, step, done) as (${listed(apart)})`;
}

const listed = (values: readonly (readonly string[])[]): string =>
  values.length > 0 ? `values ${rows(values)}` : 'select null::text, null::text, null::text where false';

const rows = (values: readonly (readonly (string | number | null)[])[]): string =>
  values.map((row) => `(${row.map(literal).join(', ')})`).join(', ');

const literal = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value}'` : String(value ?? 'null');
