/** Everything the relay may know of the workflows: names, ids and outcomes, never a person. */
import { defineSignal } from '@temporalio/workflow';
import type { ClockKind } from '../domain/clocks.ts';
import type { FactNudge } from '../domain/facts/nudge.ts';

export interface TransferRef {
  readonly transferId: string;
  /** The key of the procedure that it follows. */
  readonly procedure: string;
}

/** Several facts of one transfer travel together, oldest first. */
export const factsSignal = defineSignal<[FactNudge[]]>('facts');

export interface OfficeRef {
  readonly officeId: string;
}

/** Something may be due earlier than the round had planned to look. */
export const noticesSignal = defineSignal('notices');

export interface ClocksRef extends OfficeRef {
  readonly kind: ClockKind;
}

/** A clock may ring earlier than the round had planned to look. */
export const clocksSignal = defineSignal('clocks');

/**
 * A form of the runs has a queue, types and ids of its own: the release before finds its runs missing and begins them when it comes back,
 * and ours sleep unseen meanwhile.
 */
export const TASK_QUEUE = 'baton-2';
export const WORKFLOWS = { transfer: 'transfer', noticeRounds: 'noticeRounds', clockRounds: 'clockRounds' } as const;

/** Of the release before: its runs are ended, never spoken to. */
export const FORM_BEFORE = { transferType: 'transferIn', noticesPrefix: 'notice-rounds/' } as const;
