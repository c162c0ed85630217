/** What a procedure says of one of its steps, outcomes and facts. */
import { factRule, type FactKind, type ReasonsAllowed } from '../facts/facts.ts';
import type { FactUse, FormAgainstMoney, OutcomeRule, Procedure, StepRule } from './procedure.ts';

export const stepNames = (procedure: Procedure): string[] => Object.keys(procedure.steps);

/** @throws RangeError for a step that the procedure does not have */
export function stepRule(procedure: Procedure, step: string): StepRule {
  const rule = procedure.steps[step];
  if (!rule) throw new RangeError(`${procedure.key} has no step ${step}`);
  return rule;
}

/** The good one first. */
export const outcomesOf = (procedure: Procedure, step: string): string[] =>
  Object.keys(stepRule(procedure, step).outcomes);

/** What an outcome of a step does; nothing for the endings that any step can have. */
export function outcomeRule(procedure: Procedure, step: string, outcome: string): OutcomeRule {
  return stepRule(procedure, step).outcomes[outcome] ?? {};
}

/** Is the fact one that the open step allows? */
export function allowedDuring(procedure: Procedure, kind: FactKind, step: string): boolean {
  return factRule(kind).anyTime === true || isOf(procedure, kind, step);
}

/** Which outcomes of the step the fact can bring about. */
export function closedBy(procedure: Procedure, kind: FactKind, step: string): string[] {
  const closes = usesOf(procedure, kind)?.closes ?? [];
  return isOf(procedure, kind, step) ? outcomesOf(procedure, step).filter((outcome) => closes.includes(outcome)) : [];
}

/** The outcome that the fact brings about by itself: what it names, or the first that needs no comparison. Undefined: it closes nothing. */
export function outcomeBy(
  procedure: Procedure,
  { kind, step, named }: { readonly kind: FactKind; readonly step: string; readonly named?: string },
): string | undefined {
  const possible = closedBy(procedure, kind, step);
  if (named !== undefined) return possible.find((outcome) => outcome === named);
  const compared = factRule(kind).compared === true;
  return possible.find((outcome) => !compared || outcomeRule(procedure, step, outcome).when === undefined);
}

/** Does the step wait for form and money to agree? */
export const isCompared = (procedure: Procedure, step: string): boolean =>
  outcomeWhen(procedure, step, 'agree') !== undefined;

/** How the step ends once form and money have been compared so. */
export function outcomeWhen(procedure: Procedure, step: string, verdict: FormAgainstMoney): string | undefined {
  return outcomesOf(procedure, step).find((outcome) => outcomeRule(procedure, step, outcome).when === verdict);
}

/** Which reasons the fact may carry: its own, else those of the open step's part of the rules. */
export function reasonsAllowed(
  kind: FactKind,
  procedure: Procedure | undefined,
  step: string | undefined,
): ReasonsAllowed {
  const said = (procedure && usesOf(procedure, kind)?.reasons) ?? factRule(kind).reasons;
  const rule = step === undefined ? undefined : procedure?.steps[step];
  if (!rule) return said ?? {};
  if (said && factRule(kind).ofStep) return { ...said, parts: [rule.part, 'any'], also: rule.heldFor ?? [] };
  return said ?? { parts: [rule.part] };
}

export interface ReasonRow {
  readonly code: string;
  /** The part of the rules. */
  readonly step: string;
  readonly effect: string;
  /** The facts that may carry it. */
  readonly places: readonly string[];
}

export function reasonFits({ code, step, effect, places }: ReasonRow, allowed: ReasonsAllowed): boolean {
  const { place, codes, parts, effects, except, also } = allowed;
  if (also?.includes(code)) return true;
  return (
    (place === undefined || places.includes(place)) &&
    (codes?.includes(code) ?? true) &&
    (parts?.includes(step) ?? true) &&
    (effects?.some((one) => one === effect) ?? true) &&
    !except?.includes(code)
  );
}

const isOf = (procedure: Procedure, kind: FactKind, step: string): boolean =>
  usesOf(procedure, kind)?.during.includes(step) ?? false;

const usesOf = (procedure: Procedure, kind: FactKind): FactUse | undefined => procedure.facts[kind];
