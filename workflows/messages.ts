/** Everything the relay may know of the workflows: names, ids and outcomes, never a person. */
import { defineSignal } from '@temporalio/workflow';
import type { Closing } from '../domain/procedures/steps.ts';

export interface TransferRef {
  readonly transferId: string;
}

/** What happened, as far as the procedure needs it. A nudge: the ledger is the truth. */
export interface FactNudge {
  readonly factSeq: number;
  readonly kind: string;
  readonly closes?: { readonly ordinal: number; readonly outcome: string };
  readonly ends?: Closing;
  /** The alarm of the open step has moved. */
  readonly rearms?: boolean;
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
