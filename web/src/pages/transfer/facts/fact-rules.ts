/** Which facts lead the page, and which reasons each may carry. Pure. */
import type { NewFactKind, Reason } from '../../../api/types.ts';
import { FACT_KINDS, factRule, type FactKind } from '../../../../../domain/facts/facts.ts';
import { allowedDuring, closedBy, stepRule, type Step } from '../../../../../domain/procedures/index.ts';

/** Recorded by the acceptance and by the bank's file, never by hand. */
const NOT_BY_HAND: readonly FactKind[] = ['accepted', 'fundReceived'];

const byHand = (kind: FactKind): kind is NewFactKind => !NOT_BY_HAND.includes(kind);

export interface OfferedFacts {
  /** What the open step waits for. */
  readonly ofStep: readonly NewFactKind[];
  /** What may happen at any time. */
  readonly anyTime: readonly NewFactKind[];
}

/** The allowed facts in the order of the procedure, those of the open step first. */
export function offeredFacts(allowed: readonly FactKind[], openStep: Step | undefined): OfferedFacts {
  const kinds = FACT_KINDS.filter((kind) => allowed.includes(kind)).filter(byHand);
  const ofStep = kinds.filter((kind) => openStep !== undefined && awaits(kind, openStep));
  return { ofStep, anyTime: kinds.filter((kind) => !ofStep.includes(kind)) };
}

function awaits(kind: FactKind, step: Step): boolean {
  // A form may come at any time; it is what a step waits for that something from outside decides.
  if (kind === 'infoFormReceived') return stepRule(step).decidedBy !== undefined;
  return !factRule(kind).anyTime && allowedDuring(kind, step) && mayClose(kind, step);
}

/** While a letter travels, a second envelope is the exception: it closes nothing. */
function mayClose(kind: FactKind, step: Step): boolean {
  const closes = closedBy(kind);
  return closes.length === 0 || closes.some((outcome) => outcome in stepRule(step).outcomes);
}

const REASONS: Partial<Record<NewFactKind, (reason: Reason) => boolean>> = {
  reviewed: ({ step, effect }) => step === 'I2' && effect === 'X',
  letterReturned: ({ code }) => ['M01', 'M02', 'M04'].includes(code),
  returnedByCounterpart: ({ step, effect }) => step === 'I4' && effect === 'R',
  sentBackToCounterpart: ({ code }) => ['D01', 'D06', 'F03', 'F05'].includes(code),
  secondReviewed: ({ code }) => code.startsWith('S'),
  held: ({ code, effect }) => (effect === 'H' || effect === 'P') && !code.startsWith('S'),
  withdrawn: ({ code }) => code.startsWith('W'),
  closedWithoutTransfer: ({ effect }) => effect === 'X' || effect === 'R' || effect === 'P',
};

/** The reasons that the fact may carry, those of the open step first. */
export function reasonsFor(kind: NewFactKind, reasons: readonly Reason[], openStep: Step | undefined): Reason[] {
  const fits = REASONS[kind];
  if (!fits) return [];
  const part = openStep && stepRule(openStep).part;
  const rank = (reason: Reason): number => (reason.step === part ? 0 : reason.step === 'any' ? 1 : 2);
  return reasons.filter(fits).sort((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code));
}
