/** Walks the procedure over what an old ledger tells: each step is opened and closed in the order in which it must have been. */
import type { History, HistoryAttempt, HistoryEnd, HistoryFact, HistoryLetter, HistoryStep } from './history.ts';
import type { FormAgainstMoney, Procedure } from '../../domain/procedures/procedure.ts';
import { outcomeRule, outcomesOf, outcomeWhen, stepRule } from '../../domain/procedures/rules.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import { closingAfter, Walker } from '../../domain/procedures/walk.ts';

type Kept = Pick<History, 'infoForm' | 'money' | 'booking' | 'notice'>;
type FactAbout = Pick<HistoryFact, 'by' | 'reasonCode' | 'assumed' | 'payload'>;

export class HistoryWalk {
  readonly #facts: HistoryFact[] = [];
  readonly #steps: HistoryStep[] = [];
  readonly #attempts: HistoryAttempt[] = [];
  readonly #letters: HistoryLetter[] = [];
  #more: Kept = {};
  #end: HistoryEnd | undefined;

  readonly #walker: Walker;

  constructor(procedure: Procedure) {
    this.#walker = new Walker(procedure);
  }

  get procedure(): Procedure {
    return this.#walker.procedure;
  }

  /** The step that waits for its outcome. */
  get #open(): HistoryStep | undefined {
    const last = this.#steps.at(-1);
    return last?.outcome === undefined ? last : undefined;
  }

  /** Undefined: no step is open. */
  get standsAt(): { procedure: Procedure; outcomes: string[]; step: string } | undefined {
    if (!this.#open) return undefined;
    return { procedure: this.procedure, outcomes: this.#outcomes, step: this.#open.step };
  }

  get #outcomes(): string[] {
    return this.#steps.flatMap(({ outcome }) => outcome ?? []);
  }

  get isWaitingForAnswer(): boolean {
    return this.#open !== undefined && stepRule(this.procedure, this.#open.step).decidedBy === 'answer';
  }

  /** The outcome of the open step by which the transfer ends so. */
  outcomeThatEnds(how: Closing): string | undefined {
    const before = this.#outcomes;
    const possible = this.#open ? outcomesOf(this.procedure, this.#open.step) : [];
    return possible.find((outcome) => closingAfter(this.procedure, [...before, outcome]) === how);
  }

  /** Of the step that is open, or is to be opened next. */
  get attempt(): number {
    return this.#walker.position.open?.attempt ?? 1;
  }

  /** Opens the step to which the procedure has come, on the day on which the one before was closed. */
  open(owner: string): void {
    const { open } = this.#walker.position;
    if (!open) throw new RangeError('a procedure that has ended opens no step');
    const before = this.#steps.at(-1);
    this.#steps.push({
      ...open,
      owner,
      openedOn: before?.closedOn ?? this.#facts[0]!.on,
      openedByFact: before?.closedByFact ?? 1,
    });
  }

  /** A fact that closes nothing. Gives back its sequence number. */
  note(kind: HistoryFact['kind'], on: string, about: FactAbout = {}): number {
    const ordinal = this.#open ? this.#steps.length : null;
    this.#facts.push({ kind, on: this.#withinCase(on), ordinal, ...about });
    return this.#facts.length;
  }

  /** A fact that closes the open step, as it does when all goes well. A day before its opening closes it on that day. */
  close(kind: HistoryFact['kind'], on: string, about: FactAbout = {}): number {
    const step = this.#steps.at(-1)!.step;
    // An old ledger knows no steps: a fact of it may stand in another than the one to which it belongs.
    const closes = this.procedure.facts[kind]?.closes ?? [];
    const outcome = closes.find((one) => outcomesOf(this.procedure, step).includes(one));
    if (outcome === undefined) throw new RangeError(`${kind} does not close ${step}`);
    return this.closeAs(kind, on, outcome, about);
  }

  /** The same with an outcome that the fact names itself. */
  closeAs(kind: HistoryFact['kind'], on: string, outcome: string, about: FactAbout = {}): number {
    const day = this.#withinCase(on);
    this.#facts.push({ kind, on: day, ordinal: this.#steps.length, outcome, ...about });
    this.closeBy(this.#facts.length, day, outcome, about.reasonCode);
    return this.#facts.length;
  }

  /** Nothing was done for a case before it was taken up: a day before that counts as the day of the acceptance. */
  #withinCase(on: string): string {
    const first = this.#facts[0]?.on ?? on;
    return on < first ? first : on;
  }

  /** Closes the open step by the comparison of form and money that a fact noted before has brought. */
  closeCompared(factSeq: number, on: string, verdict: FormAgainstMoney): void {
    const step = this.#steps.at(-1)!.step;
    const outcome = outcomeWhen(this.procedure, step, verdict);
    if (outcome === undefined) throw new RangeError(`${step} is not decided by form and money`);
    this.closeBy(factSeq, on, outcome);
  }

  /** Closes the open step by a fact that is noted already. */
  closeBy(factSeq: number, on: string, outcome: string, reasonCode?: string): void {
    const step = this.#steps.at(-1)!;
    step.closedOn = on < step.openedOn ? step.openedOn : on;
    step.closedByFact = factSeq;
    step.outcome = outcome;
    const { attempt } = outcomeRule(this.procedure, step.step, outcome);
    if (attempt === 'begins') this.#attempts.push({ attempt: step.attempt, startedOn: on, startedByFact: factSeq });
    if (attempt === 'ends') this.#endAttempt(on, factSeq, 'returned', reasonCode);
    this.#walker.proceed(outcome);
  }

  #endAttempt(on: string, factSeq: number, ending: NonNullable<HistoryAttempt['ending']>, reasonCode?: string): void {
    const attempt = this.#attempts.at(-1);
    if (!attempt || attempt.ending) return;
    attempt.endedOn = on < attempt.startedOn ? attempt.startedOn : on;
    attempt.endedByFact = factSeq;
    attempt.ending = ending;
    if (reasonCode) attempt.reasonCode = reasonCode;
  }

  addLetter(letter: HistoryLetter): void {
    this.#letters.push(letter);
  }

  keep(more: Kept): void {
    this.#more = { ...this.#more, ...more };
  }

  end(how: Closing, on: string, factSeq: number, reasonCode?: string): void {
    this.#end = { how, on, byFact: factSeq, ...(reasonCode && { reasonCode }) };
    const ending = how === 'completed' ? 'closed' : how === 'withdrawn' ? 'withdrawn' : 'closedWithoutTransfer';
    this.#endAttempt(on, factSeq, ending, how === 'completed' ? undefined : reasonCode);
  }

  get history(): History {
    const { ...parts } = { facts: this.#facts, steps: this.#steps, attempts: this.#attempts, letters: this.#letters };
    return { ...parts, ...this.#more, ...(this.#end && { end: this.#end }) };
  }
}
