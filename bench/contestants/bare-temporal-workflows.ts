/** Contestant: the same nine steps, each with a deadline of 15 days and ended by a signal, and nothing stored beside Temporal. */
import { condition, defineSignal, proxyActivities, proxyLocalActivities, setHandler } from '@temporalio/workflow';

export interface BareActivities {
  /** Tells the driver, as a worklist would; stores nothing. */
  openStep(request: { transferId: string; step: number }): Promise<{ opened: true }>;
}

export interface BareTransfer {
  readonly transferId: string;
  readonly steps: number;
}

export const factSignal = defineSignal<[{ step: number; outcome: string }]>('fact');

const remote = proxyActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });
const local = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });

/** One remote activity per step. */
export const remoteForm = (transfer: BareTransfer): Promise<string> => procedure(transfer, remote);

/** One local activity per step. */
export const localForm = (transfer: BareTransfer): Promise<string> => procedure(transfer, local);

async function procedure({ transferId, steps }: BareTransfer, { openStep }: BareActivities): Promise<string> {
  let ended = 0;
  setHandler(factSignal, ({ step }) => {
    ended = Math.max(ended, step);
  });
  for (let step = 1; step <= steps; step++) {
    await openStep({ transferId, step });
    if (!(await condition(() => ended >= step, '15 days'))) return 'overdue';
  }
  return 'completed';
}
