/** The registry: every procedure that a transfer can follow. */
import { inEmployee } from './in-employee.ts';
import { factRule, type FactKind } from '../facts/facts.ts';
import type { FactUse, OutcomeOf, StepRule } from './procedure.ts';

export { inEmployee } from './in-employee.ts';

export type Step = keyof typeof inEmployee.steps;
export type StepOutcome = OutcomeOf<typeof inEmployee.steps>;
export const STEPS = Object.keys(inEmployee.steps) as Step[];

export function stepRule(step: Step): StepRule {
  return inEmployee.steps[step];
}

export function isStep(name: string): name is Step {
  return Object.hasOwn(inEmployee.steps, name);
}

/** The names of the steps whose rule says so, in the order of the table. */
export function stepsWith(says: (rule: StepRule) => boolean): Step[] {
  return STEPS.filter((step) => says(stepRule(step)));
}

/** What an outcome of a step does; nothing for the endings that any step can have. */
export function outcomeRule(step: string, outcome: string) {
  return isStep(step) ? (stepRule(step).outcomes[outcome] ?? {}) : {};
}

/** Is the fact one that the open step allows? */
export function allowedDuring(kind: FactKind, step: Step): boolean {
  return factRule(kind).anyTime === true || (usesOf(kind)?.during.includes(step) ?? false);
}

/** Which outcomes of steps it can bring about by itself. */
export function closedBy(kind: FactKind): readonly string[] {
  return usesOf(kind)?.closes ?? [];
}

const usesOf = (kind: FactKind): FactUse | undefined => inEmployee.facts[kind];
