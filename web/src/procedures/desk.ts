/** What an open step wants done with the paper beside the form, found by the facts that can end it. Pure. */
import type { ProcedureStep } from '../api/types.ts';
import type { FactKind } from '../../../domain/facts/facts.ts';

/** `comparing`: what was typed is gone through with the paper and passed on. */
export type Desk = 'typing' | 'comparing' | 'reviewing';

export function deskOf(step: ProcedureStep | undefined): Desk | undefined {
  const canEnd = (kind: FactKind): boolean =>
    step?.facts.some((use) => use.kind === kind && use.outcomes.length > 0) ?? false;
  if (canEnd('secondReviewed')) return 'reviewing';
  if (canEnd('entered')) return 'comparing';
  return canEnd('infoFormReceived') ? 'typing' : undefined;
}
