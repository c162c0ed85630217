/** The procedure, one row per step (docs/glossary.md). Roles, limits and legal outcomes live here and nowhere else. */

export const ROLES = ['clerk', 'letterClerk', 'entryClerk', 'reviewer', 'finance', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Names of the dated limits (table `limits`): how many working days, counted from which fact. */
export const LIMITS = [
  'accept', // I2: letter out within 15 working days of the application
  'courier', // our own promise: a receipt, or a decision that the letter is lost
  'counterpart', // I4: form and money within 15 working days of the letter's receipt
  'match', // our own promise: a wrong amount is settled
  'own', // I6: entry, second-person review and booking within 15 working days of form and money agreeing
  'resend', // our own promise: a letter that came back goes out again
  'tellPerson', // the person learns of a return, hold or refusal
  'reminder', // how many working days before the due date the owner is reminded
  'escalation', // how many working days between one escalation and the next
  'task', // a task that no law limits
] as const;
export type Limit = (typeof LIMITS)[number];

interface StepRule {
  readonly role: Role;
  /** The limit of the first attempt and of the later ones. */
  readonly limit: Limit;
  readonly laterLimit?: Limit;
  /** Where the clock starts: at the acceptance, at the fact that opened the step, or when form and money agreed. */
  readonly countedFrom: 'acceptance' | 'opening' | 'agreement';
  readonly outcomes: readonly string[];
  /** Whose share of the 45 working days it is: 15 + 15 + 15 by 66号 Art. 8, each counted apart. */
  readonly share: 'own' | 'courier' | 'counterpart';
  /** The owner may not be who completed these steps of the same attempt (separation of duties, stand-ins too). */
  readonly apartFrom?: readonly string[];
  /** The steward owns the step himself: no second person enters the transfer for it. */
  readonly holder?: 'steward';
}
export type Procedure = Readonly<Record<string, StepRule>>;

export const TRANSFER_IN = {
  review: {
    role: 'reviewer',
    limit: 'accept',
    countedFrom: 'acceptance',
    outcomes: ['eligible', 'refused'],
    share: 'own',
  },
  liaisonLetter: {
    role: 'letterClerk',
    limit: 'accept',
    laterLimit: 'resend',
    countedFrom: 'acceptance',
    outcomes: ['sent'],
    share: 'own',
  },
  delivery: {
    role: 'letterClerk',
    limit: 'courier',
    countedFrom: 'opening',
    outcomes: ['delivered', 'returned', 'lost'],
    share: 'courier',
  },
  formAndFunds: {
    role: 'clerk',
    holder: 'steward',
    limit: 'counterpart',
    countedFrom: 'opening',
    outcomes: ['agreed', 'differs', 'returned'],
    share: 'counterpart',
  },
  match: {
    role: 'finance',
    limit: 'match',
    countedFrom: 'opening',
    outcomes: ['agreed', 'returned'],
    share: 'own',
  },
  entry: {
    role: 'entryClerk',
    limit: 'own',
    countedFrom: 'agreement',
    outcomes: ['entered', 'returned'],
    share: 'own',
  },
  secondReview: {
    role: 'reviewer',
    limit: 'own',
    countedFrom: 'agreement',
    outcomes: ['approved', 'sentBack'],
    share: 'own',
    apartFrom: ['entry'],
  },
  booking: {
    role: 'finance',
    limit: 'own',
    countedFrom: 'agreement',
    outcomes: ['booked'],
    share: 'own',
    apartFrom: ['entry', 'secondReview'],
  },
} as const satisfies Procedure;

export type Step = keyof typeof TRANSFER_IN;
export type OutcomeOf<S extends Step> = (typeof TRANSFER_IN)[S]['outcomes'][number];
export type StepOutcome = { [S in Step]: OutcomeOf<S> }[Step];
export const STEPS = Object.keys(TRANSFER_IN) as Step[];

/** How a transfer ends. `completed` is the booking; the others close it without a transfer of money. */
export const CLOSINGS = ['completed', 'refused', 'withdrawn', 'closedWithoutTransfer'] as const;
export type Closing = (typeof CLOSINGS)[number];

export function stepRule(step: Step): StepRule {
  return TRANSFER_IN[step];
}

export function isStep(name: string): name is Step {
  return Object.hasOwn(TRANSFER_IN, name);
}
