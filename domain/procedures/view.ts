/** A procedure as whoever draws it needs it: what can be said of each step, without the text that decides. */
import { FACT_KINDS, factRule, type FactKind } from '../facts/facts.ts';
import type { Procedure, StepRule } from './procedure.ts';
import { closedBy, outcomesOf, reasonFits, reasonsAllowed, stepNames, type ReasonRow } from './rules.ts';
import { goodWay } from './walk.ts';

/** They fit every step, and their reasons are the step's. */
const OF_STEP = FACT_KINDS.filter((kind) => factRule(kind).ofStep);

export function procedureView(procedure: Procedure, reasons: readonly ReasonRow[]) {
  const { key, direction, type, version, validFrom, caseNoPrefix, words } = procedure;
  const own = Object.keys(procedure.facts) as FactKind[];
  const codes = (kind: FactKind, step?: string): string[] => {
    const allowed = reasonsAllowed(kind, procedure, step);
    return reasons.filter((reason) => reasonFits(reason, allowed)).map(({ code }) => code);
  };
  const wantsReason = (step: string, outcome: string): boolean =>
    procedure.steps[step]?.outcomes[outcome]?.wants === 'reason';
  // A fact that names its own reasons always carries one; another only where the outcome wants it.
  const carries = (kind: FactKind, step: string, outcomes: readonly string[]): boolean =>
    OF_STEP.includes(kind) ||
    procedure.facts[kind]?.reasons !== undefined ||
    outcomes.some((one) => wantsReason(step, one));
  const factOf = (kind: FactKind, step: string) => {
    const outcomes = closedBy(procedure, kind, step);
    return { kind, outcomes, reasonCodes: carries(kind, step, outcomes) ? codes(kind, step) : [] };
  };
  const stepView = (step: string) => {
    const { role, part, party, owner } = procedure.steps[step] as StepRule;
    const facts = [own.filter((kind) => procedure.facts[kind]?.during.includes(step)), OF_STEP]
      .flat()
      .map((kind) => factOf(kind, step));
    const outcomes = outcomesOf(procedure, step).map((outcome) => ({
      outcome,
      wantsReason: wantsReason(step, outcome),
    }));
    return { step, role, part, party, owner: typeof owner === 'string' ? owner : ('post' as const), outcomes, facts };
  };
  return {
    key,
    direction,
    type,
    version,
    validFrom,
    caseNoPrefix,
    way: goodWay(procedure),
    steps: stepNames(procedure).map(stepView),
    anyTime: FACT_KINDS.filter((kind) => factRule(kind).anyTime && factRule(kind).reasons).map((kind) => ({
      kind,
      outcomes: [],
      reasonCodes: codes(kind),
    })),
    words,
  };
}
