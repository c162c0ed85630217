/** What the relay tells the workflow of a transfer: ids and outcomes, never a person. A nudge: the ledger is the truth. */
import type { FactKind } from './facts.ts';
import type { Closing } from './closings.ts';

export interface ClosedStep {
  readonly ordinal: number;
  readonly outcome: string;
}

/** What can be seen of an open step from outside the ledger: no owner. */
export interface StandingStep {
  readonly ordinal: number;
  readonly step: string;
  readonly attempt: number;
  readonly dueOn: string;
}

export interface FactNudge {
  /** The last fact of the transfer, where it tells of none in particular. */
  readonly factSeq: number;
  /** For whoever reads it; what is to be done the rest says. */
  readonly kind: FactKind | 'look' | 'closed';
  /** Every step that the fact closed, in their order. */
  readonly closes?: readonly ClosedStep[];
  /** The step that it opened and left open; null when it closed one and none stands open. */
  readonly opens?: StandingStep | null;
  /** Real milliseconds until the first alarm of that step, reckoned when the message is delivered. */
  readonly sleepMs?: number;
  readonly ends?: Closing;
  /** The alarm of the open step has moved, or facts went ahead: the ledger must be asked. */
  readonly rearms?: boolean;
  /** There may be no run yet. Without it one is looked for first, and started when it is missing. */
  readonly starts?: boolean;
}

/** Whether it may travel with what comes after it: it begins and ends nothing, asks for no look, and brings no alarm before the one that is armed. */
export function canWait({ starts, ends, rearms, alarmAt }: WaitingNudge, armedAt: Date | undefined): boolean {
  if (starts || ends || rearms) return false;
  return alarmAt === undefined || (armedAt !== undefined && armedAt <= new Date(alarmAt));
}

/** As it waits to be delivered: nobody knows yet how fast the office clock will run then. */
export interface WaitingNudge extends Omit<FactNudge, 'sleepMs'> {
  /** Office instant of the first alarm of the step that it opened. */
  readonly alarmAt?: string;
}
