/** The end of the runs that the release before began: this one follows the same transfers with runs of its own. */
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { inParallel } from '../domain/in-parallel.ts';
import { FORM_BEFORE } from '../workflows/messages.ts';

const ENDED_AT_ONCE = 16;
const WHY = 'followed by a run of another form: the ledger knows all that this one knew';

/** Called before a worker takes work, and at every reconciling: Temporal’s list lags behind. @returns how many */
export async function endFormBefore(client: Client): Promise<number> {
  const { transferType, noticesPrefix } = FORM_BEFORE;
  const query = `ExecutionStatus = 'Running' AND (WorkflowType = '${transferType}' OR WorkflowId STARTS_WITH '${noticesPrefix}')`;
  const runs: { workflowId: string; runId: string }[] = [];
  for await (const run of client.workflow.list({ query, pageSize: 1000 })) runs.push(run);
  let ended = 0;
  await inParallel(runs, ENDED_AT_ONCE, async ({ workflowId, runId }) => {
    if (await end(client, workflowId, runId)) ended += 1;
  });
  return ended;
}

/** False when it has ended by itself. */
async function end(client: Client, workflowId: string, runId: string): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflowId, runId).terminate(WHY);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
