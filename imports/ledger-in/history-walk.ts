/** Walks the procedure over what an old ledger tells: each step is opened and closed in the order in which it must have been. */
import type {
  History,
  HistoryAttempt,
  HistoryEnd,
  HistoryFact,
  HistoryLetter,
  HistoryStep,
} from '../../db/imported/history.ts';
import type { Closing, Step } from '../../domain/procedures/steps.ts';

type FactAbout = Pick<HistoryFact, 'by' | 'reasonCode' | 'assumed' | 'payload'>;

export class HistoryWalk {
  readonly #facts: HistoryFact[] = [];
  readonly #steps: HistoryStep[] = [];
  readonly #attempts: HistoryAttempt[] = [];
  readonly #letters: HistoryLetter[] = [];
  #more: Pick<History, 'infoForm' | 'money' | 'booking'> = {};
  #end: HistoryEnd | undefined;

  get openStep(): Step | undefined {
    const last = this.#steps.at(-1);
    return last?.outcome === undefined ? last?.step : undefined;
  }

  /** A step is opened on the day on which the one before was closed. */
  open(step: Step, attempt: number, owner: string): void {
    const before = this.#steps.at(-1);
    this.#steps.push({
      ordinal: this.#steps.length + 1,
      step,
      attempt,
      owner,
      openedOn: before?.closedOn ?? this.#facts[0]!.on,
      openedByFact: before?.closedByFact ?? 1,
    });
  }

  /** A fact that closes nothing. Gives back its sequence number. */
  note(kind: HistoryFact['kind'], on: string, about: FactAbout = {}): number {
    this.#facts.push({ kind, on, ordinal: this.openStep ? this.#steps.length : null, ...about });
    return this.#facts.length;
  }

  /** A fact that closes the open step. A day before its opening closes it on that day. */
  close(kind: HistoryFact['kind'], on: string, outcome: string, about: FactAbout = {}): number {
    this.#facts.push({ kind, on, ordinal: this.#steps.length, outcome, ...about });
    this.closeBy(this.#facts.length, on, outcome);
    return this.#facts.length;
  }

  /** Closes the open step by a fact that is noted already. */
  closeBy(factSeq: number, on: string, outcome: string): void {
    const step = this.#steps.at(-1)!;
    step.closedOn = on < step.openedOn ? step.openedOn : on;
    step.closedByFact = factSeq;
    step.outcome = outcome;
  }

  beginAttempt(attempt: number, on: string, factSeq: number): void {
    this.#attempts.push({ attempt, startedOn: on, startedByFact: factSeq });
  }

  endAttempt(on: string, factSeq: number, ending: NonNullable<HistoryAttempt['ending']>, reasonCode?: string): void {
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

  keep(more: Pick<History, 'infoForm' | 'money' | 'booking'>): void {
    this.#more = { ...this.#more, ...more };
  }

  end(how: Closing, on: string, factSeq: number, reasonCode?: string): void {
    this.#end = { how, on, byFact: factSeq, ...(reasonCode && { reasonCode }) };
    const ending = how === 'completed' ? 'closed' : how === 'withdrawn' ? 'withdrawn' : 'closedWithoutTransfer';
    this.endAttempt(on, factSeq, ending, how === 'completed' ? undefined : reasonCode);
  }

  get history(): History {
    const { ...parts } = { facts: this.#facts, steps: this.#steps, attempts: this.#attempts, letters: this.#letters };
    return { ...parts, ...this.#more, ...(this.#end && { end: this.#end }) };
  }
}
