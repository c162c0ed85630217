/** Runs a procedure over recorded outcomes: which step is open, or how it ended; and what lies ahead when all goes well. */
import { ENDINGS, type Closing } from '../facts/closings.ts';
import type { Procedure, Walk } from './procedure.ts';

type StepOf<P extends Procedure> = keyof P['steps'] & string;

export interface OpenStep<Step extends string = string> {
  readonly step: Step;
  /** From 1, over all steps of the transfer. */
  readonly ordinal: number;
  readonly attempt: number;
}

export type Position<Step extends string = string> =
  { readonly open: OpenStep<Step>; readonly closing: null } | { readonly open: null; readonly closing: Closing };

/** A walk that takes one outcome after the other. */
export class Walker<P extends Procedure = Procedure> {
  readonly #procedure: P;
  readonly #walk: Walk<Closing>;
  #position: Position<StepOf<P>>;

  constructor(procedure: P) {
    this.#procedure = procedure;
    this.#walk = procedure.run();
    this.#position = this.#at(this.#walk.next(''), 1, 1);
  }

  get position(): Position<StepOf<P>> {
    return this.#position;
  }

  /** @throws RangeError when it has ended, or the open step cannot end so */
  proceed(outcome: string): Position<StepOf<P>> {
    const { open } = this.#position;
    if (!open) throw new RangeError(`${outcome}: this procedure has ended`);
    const ending = ENDINGS.find((name) => name === outcome);
    if (ending) {
      this.#position = { open: null, closing: ending };
      return this.#position;
    }
    const rule = this.#procedure.steps[open.step]?.outcomes[outcome];
    if (!rule) throw new RangeError(`the step ${open.step} cannot end as ${outcome}`);
    const attempt = open.attempt + (rule.attempt === 'ends' ? 1 : 0);
    this.#position = this.#at(this.#walk.next(outcome), open.ordinal + 1, attempt);
    return this.#position;
  }

  #at(next: IteratorResult<string, Closing>, ordinal: number, attempt: number): Position<StepOf<P>> {
    if (next.done) return { open: null, closing: next.value };
    return { open: { step: next.value, ordinal, attempt }, closing: null };
  }
}

/** Where a transfer stands after these outcomes of its steps, in their order. @throws RangeError for an outcome that cannot be */
export function walk<P extends Procedure>(procedure: P, outcomes: readonly string[]): Position<StepOf<P>> {
  return over(procedure, outcomes).position;
}

/** The steps that follow the open one when each goes well. */
export function ahead<P extends Procedure>(procedure: P, outcomes: readonly string[]): StepOf<P>[] {
  const walker = over(procedure, outcomes);
  const steps: StepOf<P>[] = [];
  for (let { open } = walker.position; open;) {
    ({ open } = walker.proceed(goodOutcome(procedure, open.step)));
    if (open) steps.push(open.step);
  }
  return steps;
}

/**
 * What comes next: after the open step when it goes well; else the step that is about to open. Null: nothing, or outcomes that cannot
 * be. Those the checker reports; whoever only wants to show what comes must not fail at them.
 */
export function nextStep<P extends Procedure>(
  procedure: P,
  { outcomes, isOpen }: { readonly outcomes: readonly string[]; readonly isOpen: boolean },
): StepOf<P> | null {
  try {
    return (isOpen ? ahead(procedure, outcomes)[0] : walk(procedure, outcomes).open?.step) ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function over<P extends Procedure>(procedure: P, outcomes: readonly string[]): Walker<P> {
  const walker = new Walker(procedure);
  for (const outcome of outcomes) walker.proceed(outcome);
  return walker;
}

function goodOutcome(procedure: Procedure, step: string): string {
  return Object.keys(procedure.steps[step]?.outcomes ?? {})[0] ?? '';
}
