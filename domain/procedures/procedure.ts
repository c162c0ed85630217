/** The words in which a procedure is written: a table of steps, and beside it one function that reads aloud. */

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

/** How a transfer ends. `completed` is the booking; the others close it without a transfer of money. */
export const CLOSINGS = ['completed', 'refused', 'withdrawn', 'closedWithoutTransfer'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** Endings that any step can have: a fact brings them, whatever the procedure waits for. */
export const ENDINGS = ['withdrawn', 'closedWithoutTransfer'] as const satisfies readonly Closing[];
export type Ending = (typeof ENDINGS)[number];

/** Who has the ball while a step is open. */
export type Party = 'own' | 'courier' | 'counterpart';

export interface OutcomeRule {
  /** An attempt begins when a letter goes out, and ends with whatever sends us back to the letter. */
  readonly attempt?: 'begins' | 'ends';
  /** Form and money agree from here on: where the clock of this name starts. */
  readonly starts?: 'agreement';
}

export interface StepRule {
  readonly role: Role;
  /** The limit of the first attempt and of the later ones. */
  readonly limit: Limit;
  readonly laterLimit?: Limit;
  /** Where the clock starts: at the acceptance, at the fact that opened the step, or when form and money agreed. */
  readonly clock: 'acceptance' | 'opening' | 'agreement';
  /** The part of the office's rules in which its reasons stand (`reason_codes.step`): a list of reasons begins with them. */
  readonly part: string;
  /** Whose share of the 45 working days it is: 15 + 15 + 15 by 66号 Art. 8, each counted apart. */
  readonly party: Party;
  /** Named at the acceptance already; absent: who did it before keeps it, else the least loaded of the role. */
  readonly owner?: 'letterSender' | 'steward';
  /** What comes from outside and decides it, also when it came before the step was opened. */
  readonly decidedBy?: 'answer' | 'formAndMoney';
  /** The owner may not be who completed these steps of the same attempt (separation of duties, stand-ins too). */
  readonly apartFrom?: readonly string[];
  /** The first is the good one. */
  readonly outcomes: Readonly<Record<string, OutcomeRule>>;
}
export type Steps = Readonly<Record<string, StepRule>>;

/** A part of a procedure: asks for steps by name, is given their outcomes, and comes to a result. */
export type Walk<Result> = Generator<string, Result, string>;

/** What a procedure is given to walk with. */
export interface Hand<S extends Steps> {
  /** Waits until the step is closed; how it went. */
  step<Name extends keyof S & string>(name: Name): Walk<keyof S[Name]['outcomes'] & string>;
}

export interface Procedure {
  readonly direction: 'in' | 'out';
  readonly type: string;
  /** The year and the number of the rule that it follows. A transfer ends under the version that it began with. */
  readonly version: string;
  readonly steps: Steps;
  /** Pure and deterministic; what it returns is the closing. */
  run(): Walk<Closing>;
}

interface Text<S extends Steps> extends Omit<Procedure, 'steps' | 'run'> {
  readonly steps: S;
  readonly run: (hand: Hand<S>) => Walk<Closing>;
}

export function procedure<S extends Steps>({
  run,
  ...text
}: Text<S>): Omit<Procedure, 'steps'> & { readonly steps: S } {
  const hand: Hand<S> = {
    *step(name) {
      return yield name;
    },
  };
  return { ...text, run: () => run(hand) };
}
