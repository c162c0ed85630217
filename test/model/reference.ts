/** What a transfer-in is, in a hundred lines and without a database: the ledger and the procedure must say the same. */

export interface Part {
  readonly credit: number;
  fen: number;
  state: 'matched' | 'proposed' | 'suspense' | 'booked';
  /** F02: before its form; F03: a wrong amount; part: marked as one. These are certain to be this transfer's. */
  reason: string;
}
export interface Step {
  readonly name: string;
  readonly attempt: number;
  outcome?: string;
}
/** A fact that closed no step; the next one may find itself decided by it. */
interface Heard {
  readonly kind: string;
  readonly factSeq: number;
}

const DURING: Readonly<Record<string, readonly string[]>> = {
  reviewed: ['review'],
  letterSent: ['liaisonLetter', 'delivery'],
  letterLost: ['delivery'],
  fundsAgreed: ['match'],
  sentBackToCounterpart: ['formAndFunds', 'match', 'entry'],
  entered: ['entry'],
  secondReviewed: ['secondReview'],
  booked: ['booking'],
};
const FROM_OUTSIDE = ['letterDelivered', 'letterReturned', 'returnedByCounterpart', 'infoFormReceived', 'fundReceived'];
const NEXT: Readonly<Record<string, string>> = {
  eligible: 'liaisonLetter',
  sent: 'delivery',
  delivered: 'formAndFunds',
  differs: 'match',
  agreed: 'entry',
  entered: 'secondReview',
  returned: 'liaisonLetter',
  lost: 'liaisonLetter',
  sentBack: 'entry',
  approved: 'booking',
};
const APART: Readonly<Record<string, readonly string[]>> = {
  secondReview: ['entry'],
  booking: ['entry', 'secondReview'],
};

export class Reference {
  readonly steps: Step[] = [];
  readonly parts: Part[] = [];
  closing: string | undefined;
  held = false;
  formFen: number | undefined;
  facts = 1;
  attempts: { readonly attempt: number; ending?: string }[] = [];
  #heard: Heard[] = [];
  #lastMoney = 0;
  readonly #completed: { readonly step: string; readonly who: string }[] = [];

  constructor() {
    this.proceed();
  }

  get open(): Step | undefined {
    const last = this.steps.at(-1);
    return last && last.outcome === undefined ? last : undefined;
  }

  /** The open step, or the one that opens next. */
  get current(): string {
    const last = this.steps.at(-1);
    return last ? (NEXT[last.outcome ?? ''] ?? last.name) : 'review';
  }

  /** Everything that the procedure can do without another fact: in the same transaction. */
  proceed(): void {
    while (!this.closing && !this.open) {
      const last = this.steps.at(-1);
      const again = last?.outcome === 'returned' || last?.outcome === 'lost';
      const name = this.current;
      this.steps.push({ name, attempt: (last?.attempt ?? 1) + (again ? 1 : 0) });
      const decided = this.#decided(name);
      if (decided) this.#close(decided.outcome, decided.factSeq);
    }
  }

  #decided(step: string): { outcome: string; factSeq: number } | undefined {
    if (step === 'delivery') {
      const [answer] = this.#heard.filter(({ kind }) => FROM_OUTSIDE.includes(kind) && kind !== 'fundReceived');
      const back = answer?.kind === 'letterReturned' || answer?.kind === 'returnedByCounterpart';
      return answer && { outcome: back ? 'returned' : 'delivered', factSeq: answer.factSeq };
    }
    if (step !== 'formAndFunds') return undefined;
    const back = this.#heard.find(({ kind }) => kind === 'returnedByCounterpart');
    if (back) return { outcome: 'returned', factSeq: back.factSeq };
    const funds = this.assess();
    return funds && { outcome: funds, factSeq: this.#lastMoney };
  }

  sum(certain: (part: Part) => boolean): number {
    return this.parts.filter(certain).reduce((sum, { fen }) => sum + fen, 0);
  }

  /** Do form and money agree? What was proposed for certain is matched then. */
  assess(): 'agreed' | 'differs' | undefined {
    const pending = (part: Part) => part.state === 'proposed' && ['F02', 'F03', 'part'].includes(part.reason);
    const received = this.sum((part) => part.state === 'matched' || pending(part));
    if (this.formFen === undefined || received === 0) return undefined;
    if (received === this.formFen) {
      for (const part of this.parts.filter(pending)) part.state = 'matched';
      return 'agreed';
    }
    const differs = this.parts.some((part) => pending(part) && part.reason !== 'part');
    return differs || received > this.formFen ? 'differs' : undefined;
  }

  /** Why a fact of the office is refused; undefined when it is taken. */
  refusal(kind: string, who?: string): string | undefined {
    if (FROM_OUTSIDE.includes(kind) || kind === 'corrected') return undefined;
    if (this.closing) return 'transfer-closed';
    if (DURING[kind] && !DURING[kind].includes(this.open!.name)) return 'step-not-open';
    const done = this.#completed.filter(({ step }) => APART[this.open!.name]?.includes(step));
    const completes = DURING[kind] !== undefined || kind === 'takenOver';
    if (completes && kind !== 'takenOver' && done.some((one) => one.who === who)) return 'separation-of-duties';
    if (kind === 'held' && this.held) return 'already-held';
    if (kind === 'resumed' && !this.held) return 'not-held';
    return undefined;
  }

  mayNotHold(who: string): boolean {
    return this.#completed.some((one) => APART[this.open?.name ?? '']?.includes(one.step) && one.who === who);
  }

  /** Notes a fact that was taken: it closes the open step, or is heard, and may end the transfer. */
  note(kind: string, effect: { outcome?: string | undefined; ends?: string; who?: string } = {}): void {
    const factSeq = ++this.facts;
    const { open } = this;
    if (kind === 'infoFormReceived' || kind === 'fundReceived') this.#lastMoney = factSeq;
    if (open && effect.outcome) {
      if (effect.who) this.#completed.push({ step: open.name, who: effect.who });
      this.#close(effect.outcome, factSeq);
    } else this.#heard.push({ kind, factSeq });
    if (!effect.ends) return this.proceed();
    this.closing = effect.ends;
    this.#endAttempt(effect.ends === 'completed' ? 'closed' : effect.ends);
  }

  #close(outcome: string, factSeq: number): void {
    const step = this.open!;
    step.outcome = outcome;
    this.held = false;
    this.#heard = this.#heard.filter((heard) => heard.factSeq > factSeq);
    if (outcome === 'sent') this.attempts.push({ attempt: step.attempt });
    if (outcome === 'returned' || outcome === 'lost') this.#endAttempt('returned');
  }

  #endAttempt(ending: string): void {
    const running = this.attempts.find((attempt) => attempt.ending === undefined);
    if (running) running.ending = ending;
  }
}
