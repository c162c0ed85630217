/** The end of the runs that the release before began: this one follows the same transfers with runs of its own. */
import type { Client } from '@temporalio/client';
import { FORM_BEFORE } from '../workflows/messages.ts';
import { terminateAll } from './terminate.ts';

const WHY = 'followed by a run of another form: the ledger knows all that this one knew';

/** Called before a worker takes work, and at every reconciling: Temporal’s list lags behind. @returns how many */
export async function endFormBefore(client: Client): Promise<number> {
  const { transferType, noticesPrefix } = FORM_BEFORE;
  const query = `ExecutionStatus = 'Running' AND (WorkflowType = '${transferType}' OR WorkflowId STARTS_WITH '${noticesPrefix}')`;
  const runs: { workflowId: string; runId: string }[] = [];
  for await (const run of client.workflow.list({ query, pageSize: 1000 })) runs.push(run);
  return (await terminateAll(client, runs, WHY)).length;
}
