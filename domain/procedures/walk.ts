/** Runs a procedure over recorded outcomes: which step is open, or how it ended; and what lies ahead when all goes well. */
import { ENDINGS, type Closing } from '../facts/closings.ts';
import type { FactKind } from '../facts/facts.ts';
import type { Procedure, Walk } from './procedure.ts';
import { outcomesOf } from './rules.ts';

export interface OpenStep {
  readonly step: string;
  /** From 1, over all steps of the transfer. */
  readonly ordinal: number;
  readonly attempt: number;
}

export type Position =
  { readonly open: OpenStep; readonly closing: null } | { readonly open: null; readonly closing: Closing };

/** A walk that takes one outcome after the other. */
export class Walker {
  readonly procedure: Procedure;
  readonly #walk: Walk<Closing>;
  #position: Position;

  constructor(procedure: Procedure) {
    this.procedure = procedure;
    this.#walk = procedure.run();
    this.#position = this.#at(this.#walk.next(''), 1, 1);
  }

  get position(): Position {
    return this.#position;
  }

  /** @throws RangeError when it has ended, or the open step cannot end so */
  proceed(outcome: string): Position {
    const { open } = this.#position;
    if (!open) throw new RangeError(`${outcome}: this procedure has ended`);
    const ending = ENDINGS.find((name) => name === outcome);
    if (ending) {
      this.#position = { open: null, closing: ending };
      return this.#position;
    }
    const rule = this.procedure.steps[open.step]?.outcomes[outcome];
    if (!rule) throw new RangeError(`the step ${open.step} cannot end as ${outcome}`);
    const attempt = open.attempt + (rule.attempt === 'ends' ? 1 : 0);
    this.#position = this.#at(this.#walk.next(outcome), open.ordinal + 1, attempt);
    return this.#position;
  }

  #at(next: IteratorResult<string, Closing>, ordinal: number, attempt: number): Position {
    if (next.done) return { open: null, closing: next.value };
    return { open: { step: next.value, ordinal, attempt }, closing: null };
  }
}

/** Where a transfer stands after these outcomes of its steps, in their order. @throws RangeError for an outcome that cannot be */
export function walk(procedure: Procedure, outcomes: readonly string[]): Position {
  return over(procedure, outcomes).position;
}

/** The steps that follow the open one when each goes well. */
export function ahead(procedure: Procedure, outcomes: readonly string[]): string[] {
  const walker = over(procedure, outcomes);
  const steps: string[] = [];
  for (let { open } = walker.position; open;) {
    ({ open } = walker.proceed(outcomesOf(procedure, open.step)[0] ?? ''));
    if (open) steps.push(open.step);
  }
  return steps;
}

/** The whole way when all goes well. */
export function goodWay(procedure: Procedure): string[] {
  return [walk(procedure, []).open?.step ?? [], ahead(procedure, [])].flat();
}

/** What comes next: after the open step when it goes well; else the step that is about to open. Null: nothing, or outcomes that cannot be. */
export function nextStep(
  procedure: Procedure,
  { outcomes, isOpen }: { readonly outcomes: readonly string[]; readonly isOpen: boolean },
): string | null {
  return orNull(() => (isOpen ? ahead(procedure, outcomes)[0] : walk(procedure, outcomes).open?.step));
}

/** How the transfer ends with the last of these outcomes. Null: it goes on, or the outcomes cannot be. */
export function closingAfter(procedure: Procedure, outcomes: readonly string[]): Closing | null {
  return orNull(() => walk(procedure, outcomes).closing);
}

/**
 * The outcome that a fact names when all goes well; with a closing, the one by which the transfer ends so where the fact first fits.
 * @throws RangeError when the procedure has none
 */
export function namedOutcome(procedure: Procedure, kind: FactKind, closing?: Closing): string {
  const { during = [], closes = [] } = procedure.facts[kind] ?? {};
  const before: string[] = [];
  for (const step of goodWay(procedure)) {
    if (during.includes(step)) break;
    before.push(outcomesOf(procedure, step)[0] ?? '');
  }
  const found =
    closing === undefined ? closes[0] : closes.find((one) => closingAfter(procedure, [before, one].flat()) === closing);
  if (found === undefined) throw new RangeError(`${procedure.key}: ${kind} names no such outcome`);
  return found;
}

/** Outcomes that cannot be the checker reports; a fact is recorded, and a page shown, all the same. */
function orNull<Result>(ask: () => Result | null | undefined): Result | null {
  try {
    return ask() ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function over(procedure: Procedure, outcomes: readonly string[]): Walker {
  const walker = new Walker(procedure);
  for (const outcome of outcomes) walker.proceed(outcome);
  return walker;
}
