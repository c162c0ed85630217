import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { inParallel } from '../domain/in-parallel.ts';

/** Hundreds may be over when a worker starts, and nothing is followed before they have ended. */
const AT_ONCE = 16;

interface Run {
  readonly workflowId: string;
  /** Undefined: whichever runs now. */
  readonly runId?: string;
}

/** @returns those that had not ended by themselves: Temporal’s list lags behind */
export async function terminateAll<R extends Run>(client: Client, runs: readonly R[], why: string): Promise<R[]> {
  const ended: R[] = [];
  await inParallel(runs, AT_ONCE, async (run) => {
    if (await terminate(client, run, why)) ended.push(run);
  });
  return ended;
}

async function terminate(client: Client, { workflowId, runId }: Run, why: string): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflowId, runId).terminate(why);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
