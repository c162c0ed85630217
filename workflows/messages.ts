/** Everything the relay may know of the workflows: names, ids and outcomes, never a person. */
import { defineSignal } from '@temporalio/workflow';
import type { FactNudge } from '../domain/facts/nudge.ts';

export interface TransferRef {
  readonly transferId: string;
  /** The key of the procedure that it follows; absent in runs that an earlier release began. */
  readonly procedure?: string;
}

/** Several facts of one transfer travel together, oldest first. */
export const factsSignal = defineSignal<[FactNudge[]]>('facts');

export interface OfficeRef {
  readonly officeId: string;
}

/** Something may be due earlier than the round had planned to look. */
export const noticesSignal = defineSignal('notices');

export const TASK_QUEUE = 'baton';
export const WORKFLOWS = { transferIn: 'transferIn', noticeRounds: 'noticeRounds' } as const;
