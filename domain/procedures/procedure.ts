/** The words in which a procedure is written: a table of steps, what facts do in them, and one function that reads aloud. */
import type { Closing } from '../facts/closings.ts';
import type { FactKind, ReasonsAllowed } from '../facts/facts.ts';
import { PERSON_LANGUAGES, type PersonLanguage } from '../person-language.ts';
import type { Role } from '../roles.ts';

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

/** Who has the ball while a step is open. The law's 15 + 15 + 15 working days (66号 Art. 8) are counted apart by it. */
export const PARTIES = [
  'own', // this office
  'otherUnit', // another unit of ours
  'higherAuthority',
  'financeBureau',
  'counterpart', // the other region's office
  'courier',
  'bank',
  'employer',
  'insured', // the person
] as const;
export type Party = (typeof PARTIES)[number];

/** What the ledger makes of info form and money when it compares them. */
export type FormAgainstMoney = 'agree' | 'differ';

export interface OutcomeRule {
  /** An attempt begins when a letter goes out, and ends with whatever sends us back to the letter. */
  readonly attempt?: 'begins' | 'ends';
  /** Form and money agree from here on: where the clock of this name starts. */
  readonly starts?: 'agreement';
  /** The comparison of form and money that brings it about. */
  readonly when?: FormAgainstMoney;
  /** Money is still to be paid, or none: as what our forms say and what was sent before leave it. */
  readonly toPay?: boolean;
  /** Whoever decides so must say why. */
  readonly wants?: 'reason';
}

export interface StepRule {
  readonly role: Role;
  /** The limit of the first attempt and of the later ones. */
  readonly limit: Limit;
  readonly laterLimit?: Limit;
  /** Where the clock starts: at the acceptance, at the fact that opened the step, when form and money agreed, or at the last fact of a kind. */
  readonly clock: 'acceptance' | 'opening' | 'agreement' | { readonly fact: FactKind };
  /** The part of the office's rules in which its reasons stand (`reason_codes.step`): a list of reasons begins with them. */
  readonly part: string;
  readonly party: Party;
  /** Codes of another part for which it may be held. */
  readonly heldFor?: readonly string[];
  /** Who is preferred among the colleagues of the role: named at the acceptance, who did it before, or whoever has the post. */
  readonly owner: 'letterSender' | 'steward' | 'continuity' | { readonly post: string };
  /** What comes from outside and decides it, also when it came before the step was opened; without it a new fact or a person must. */
  readonly decidedBy?: 'answer' | 'formAndMoney';
  /** The owner may not be who completed these steps, in whichever attempt (separation of duties, stand-ins too). */
  readonly apartFrom?: readonly string[];
  /** The first is the good one. */
  readonly outcomes: Readonly<Record<string, OutcomeRule>>;
}
export type Steps = Readonly<Record<string, StepRule>>;

type NameOf<S extends Steps> = keyof S & string;
/** Every way in which a step of the table can end. */
export type OutcomeOf<S extends Steps> = { [Name in keyof S]: keyof S[Name]['outcomes'] & string }[keyof S];

/** What a fact is to the steps of a procedure; those that fit every step are not named. */
export interface FactUse<Name extends string = string, Outcome extends string = string> {
  /** The open steps in which it is allowed (the office's own) or has an effect (from outside). */
  readonly during: readonly Name[];
  /** Which outcomes of the open step it brings about: the one that this step has, or the one that it names itself. */
  readonly closes?: readonly Outcome[];
  /** Absent: those of the step's own part. */
  readonly reasons?: ReasonsAllowed;
}
export type FactUses<S extends Steps = Steps> = Readonly<Partial<Record<FactKind, FactUse<NameOf<S>, OutcomeOf<S>>>>>;

/** A part of a procedure: asks for steps by name, is given their outcomes, and comes to a result. */
export type Walk<Result> = Generator<string, Result, string>;

/** What a procedure is given to walk with. */
export interface Hand<S extends Steps> {
  /** Waits until the step is closed; how it went. */
  step<Name extends keyof S & string>(name: Name): Walk<keyof S[Name]['outcomes'] & string>;
}

/** What people call a type and its parts, in one language: no name of a step is shown as it is. */
export interface Words {
  readonly type: string;
  readonly steps: Readonly<Record<string, string>>;
  readonly outcomes: Readonly<Record<string, string>>;
  /** The steps as the insured person reads them. */
  readonly stepsForPerson: Readonly<Record<string, string>>;
}
/** The languages of the console; insured persons read in the same ones. */
export const WORD_LANGUAGES = PERSON_LANGUAGES;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

export interface Procedure {
  /** direction/type/version; kept with each transfer and step. */
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly type: string;
  /** The year and the number of the rule that it follows. A transfer ends under the version that it began with. */
  readonly version: string;
  /** Transfers accepted from this day on follow it, until a later version begins. */
  readonly validFrom: string;
  /** Two capital letters with which its case numbers begin. */
  readonly caseNoPrefix: string;
  /** Absent: the person applied here and is told how it goes. Elsewhere: only a hold is told, in writing; the rest tells the other office. */
  readonly applied?: 'elsewhere';
  /** Absent: with an application or a letter. Linked: only as what goes on from a transfer that has ended, never at the counter. */
  readonly begins?: 'linked';
  readonly words: Readonly<Record<WordLanguage, Words>>;
  readonly steps: Steps;
  readonly facts: FactUses;
  /** Pure and deterministic; what it returns is the closing. */
  run(): Walk<Closing>;
}

interface Text<S extends Steps> extends Omit<Procedure, 'key' | 'steps' | 'facts' | 'run'> {
  readonly steps: S;
  readonly facts: FactUses<S>;
  readonly run: (hand: Hand<S>) => Walk<Closing>;
}

export function procedure<S extends Steps>({ run, ...text }: Text<S>): Procedure & { readonly steps: S } {
  const hand: Hand<S> = {
    *step(name) {
      return yield name;
    },
  };
  return { ...text, key: `${text.direction}/${text.type}/${text.version}`, run: () => run(hand) };
}

/** A step as an insured person reads it; undefined for one that the procedure does not have. */
export function stepForPerson({ words }: Procedure, language: PersonLanguage, step: string): string | undefined {
  return words[language].stepsForPerson[step];
}
