/** Which facts lead the page, which outcomes a decision has, and which reasons each may carry. Pure. */
import type { NewFactKind, ProcedureStep, Reason } from '../../../api/types.ts';
import { byHand, FACT_KINDS, factRule, type FactKind } from '../../../../../domain/facts/facts.ts';
import type { Standing } from './standing.ts';

const isNewFact = (kind: FactKind): kind is NewFactKind => byHand(kind);

export const NEW_FACT_KINDS = FACT_KINDS.filter(isNewFact);

/** Those that are recorded on a page of their own, with the paper beside the form. */
export const ON_PAGE: ReadonlySet<NewFactKind> = new Set(['infoFormReceived', 'entered', 'secondReviewed']);

export interface OfferedFacts {
  /** What can close the open step. */
  readonly ofStep: readonly NewFactKind[];
  /** What may happen at any time, or has no effect of its own on the step. */
  readonly anyTime: readonly NewFactKind[];
}

/** The allowed facts, those of the open step first; of a procedure that is not known here only those that fit every step. */
export function offeredFacts(allowed: readonly FactKind[], { procedure, open }: Standing): OfferedFacts {
  const kinds = NEW_FACT_KINDS.filter((kind) => allowed.includes(kind));
  const ofStep = kinds.filter((kind) => outcomesBy(kind, open).length > 0);
  const others = kinds.filter((kind) => !ofStep.includes(kind));
  return { ofStep, anyTime: others.filter((kind) => procedure !== undefined || factRule(kind).anyTime) };
}

/** How the fact can end the step; a decision chooses among them. */
export function outcomesBy(kind: FactKind, step: ProcedureStep | undefined): readonly string[] {
  return step?.facts.find((use) => use.kind === kind)?.outcomes ?? [];
}

/** Can it end the step as everybody hopes? */
export function isGood(kind: FactKind, step: ProcedureStep | undefined): boolean {
  const [good] = step?.outcomes ?? [];
  return good !== undefined && outcomesBy(kind, step).includes(good.outcome);
}

/** It ends the transfer, whatever step is open. */
export const isEnding = (kind: FactKind): boolean => factRule(kind).ends !== undefined;

/** Nobody opens it again afterwards: by what it is, or by the reason that was chosen. */
export const closesTransfer = (kind: FactKind, reason: Reason | undefined): boolean =>
  isEnding(kind) || reason?.effect === 'X';

/** Does the outcome need a reason? */
export function wantsReason(step: ProcedureStep | undefined, outcome: string | undefined): boolean {
  return step?.outcomes.find((one) => one.outcome === outcome)?.wantsReason ?? false;
}

/** The reasons that the fact may carry, those of the open step first. */
export function reasonsFor(kind: NewFactKind, reasons: readonly Reason[], standing: Standing): Reason[] {
  const codes = codesOf(kind, standing);
  const part = standing.open?.part;
  const rank = (reason: Reason): number => (reason.step === part ? 0 : reason.step === 'any' ? 1 : 2);
  return reasons
    .filter(({ code }) => codes.includes(code))
    .sort((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code));
}

/** As the open step says; what comes from outside between two steps, or too late, as the step to which it belongs. */
function codesOf(kind: NewFactKind, { procedure, open, anyTime }: Standing): readonly string[] {
  const steps = procedure?.steps ?? [];
  const places = [open?.facts ?? [], anyTime, steps.flatMap(({ facts }) => facts)];
  const codes = places.map((uses) => uses.filter((use) => use.kind === kind).flatMap(({ reasonCodes }) => reasonCodes));
  return codes.find((found) => found.length > 0) ?? [];
}
