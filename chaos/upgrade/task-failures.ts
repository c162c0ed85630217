/** A release that does not understand the histories of the one before says so in them. */
import { Client, Connection } from '@temporalio/client';
import { installationIn } from '../../invariants/installation.ts';

export interface Histories {
  readonly read: number;
  /** Ids of the workflows in which a workflow task has failed. */
  readonly failed: readonly string[];
}

/** temporal.api.enums.v1.WorkflowTaskFailedCause: a message came while the run ended, and Temporal gives the task once more with it. */
const UNHANDLED_COMMAND = 1;

interface HistoryEvent {
  readonly workflowTaskFailedEventAttributes?: { readonly cause?: number | null } | null;
}

export const isFailure = ({ workflowTaskFailedEventAttributes: failed }: HistoryEvent): boolean =>
  failed != null && failed.cause !== UNHANDLED_COMMAND;

/** Reads every history there is, running or ended. */
export async function readHistories(dataDir: string): Promise<Histories> {
  const address = installationIn(dataDir)?.temporalAddress;
  if (address === undefined) throw new Error(`no Temporal runs in ${dataDir}`);
  const connection = await Connection.connect({ address });
  try {
    const { workflow } = new Client({ connection });
    const failed: string[] = [];
    let read = 0;
    for await (const { workflowId, runId } of workflow.list()) {
      const { events } = await workflow.getHandle(workflowId, runId).fetchHistory();
      read += 1;
      if (events?.some(isFailure)) failed.push(workflowId);
    }
    return { read, failed };
  } finally {
    await connection.close();
  }
}
