/** Takes in nudges: each fact counts once, a gap makes the procedure look at the ledger instead of waiting. */
import { setHandler } from '@temporalio/workflow';
import type { FactNudge } from '../domain/facts/nudge.ts';
import type { Closing } from '../domain/facts/closings.ts';
import { factsSignal } from './messages.ts';

export interface FactInbox {
  /** The outcome of the step, once a fact has closed it. */
  outcomeOf(ordinal: number): string | undefined;
  /** How the transfer ended, once a fact has ended it. */
  ending(): Closing | undefined;
  /** Facts up to this one are reflected in what the ledger just answered. */
  caughtUpTo(factSeq: number): void;
  /** The ledger must be asked: a fact is missing, or an alarm has moved. */
  mustLook(): boolean;
}

export function receiveFacts(): FactInbox {
  const outcomes = new Map<number, string>();
  let lastSeq = 0;
  let ending: Closing | undefined;
  let look = false;

  setHandler(factsSignal, (nudges) => {
    for (const nudge of nudges) take(nudge);
  });

  function take(nudge: FactNudge): void {
    if (nudge.rearms) look = true;
    if (nudge.factSeq <= lastSeq) return;
    if (nudge.factSeq > lastSeq + 1) look = true;
    lastSeq = nudge.factSeq;
    if (nudge.closes) outcomes.set(nudge.closes.ordinal, nudge.closes.outcome);
    if (nudge.ends) ending = nudge.ends;
  }

  return {
    outcomeOf: (ordinal) => outcomes.get(ordinal),
    ending: () => ending,
    caughtUpTo: (factSeq) => {
      lastSeq = Math.max(lastSeq, factSeq);
      look = false;
    },
    mustLook: () => look,
  };
}
