/** Which facts somebody may record about a transfer now; the console draws its buttons from it, the ledger still has the last word. */
import { byHand, FACT_KINDS, factRule, type FactKind } from '../facts/facts.ts';
import { mayAct, mayRecord } from './permissions.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { allowedDuring, closedBy, stepRule } from '../procedures/rules.ts';
import type { Role } from '../roles.ts';

export interface Situation {
  /** Undefined: this release does not know it. */
  readonly procedure: Procedure | undefined;
  readonly closed: boolean;
  /** False: it came with an old ledger, and what happens to it comes with the next file. */
  readonly followed: boolean;
  /** Null between two steps. */
  readonly openStep: {
    readonly step: string;
    readonly held: boolean;
    readonly ownedByViewer: boolean;
    /** The viewer completed a step that must be apart from it (separation of duties). */
    readonly barredToViewer: boolean;
  } | null;
  /** Duties to tell the person that are still open. */
  readonly toTell: number;
  readonly roles: readonly Role[];
}

/** Need no open step. */
const WITHOUT_STEP: readonly FactKind[] = ['withdrawn', 'closedWithoutTransfer', 'counterpartContacted', 'corrected'];

export function allowedFacts(situation: Situation): FactKind[] {
  return FACT_KINDS.filter((kind) => byHand(kind) && mayRecord(situation.roles, kind) && fits(kind, situation));
}

function fits(kind: FactKind, { procedure, closed, followed, openStep, toTell, roles }: Situation): boolean {
  if (kind === 'personTold') return toTell > 0;
  if (kind === 'corrected') return true;
  if (!followed) return kind === 'counterpartContacted' && !closed;
  // What comes from outside after the end is kept, as a task with an owner.
  if (closed) return factRule(kind).source === 'outside';
  if (!procedure || !openStep) {
    return WITHOUT_STEP.includes(kind) || factRule(kind).source === 'outside';
  }
  if (kind === 'held') return !openStep.held;
  if (kind === 'resumed') return openStep.held;
  if (kind === 'takenOver') {
    return (
      !openStep.ownedByViewer && !openStep.barredToViewer && mayAct(roles, stepRule(procedure, openStep.step).role)
    );
  }
  if (kind === 'decided' && !mayAct(roles, stepRule(procedure, openStep.step).role)) return false;
  if (openStep.barredToViewer && isRefusedToBarred(kind, procedure, openStep.step)) return false;
  return allowedDuring(procedure, kind, openStep.step);
}

/** What comes from outside is never refused, whoever records it. */
const isRefusedToBarred = (kind: FactKind, procedure: Procedure, step: string): boolean =>
  factRule(kind).source === 'office' && closedBy(procedure, kind, step).length > 0;
