/** Temporal's list of running procedures, and the end of those that were started for another ledger than this one. */
import type { Client } from '@temporalio/client';
import type { Db } from '../db/connection/connection.ts';
import { appendOfficeEvent } from '../db/ledger/append-event.ts';
import { readEpochs } from '../db/ledger/epochs.ts';
import { theOffice } from '../db/office/office.ts';
import { unknownAmong } from '../db/upkeep/open-transfers.ts';
import { transferWorkflowId } from '../domain/ids.ts';
import { WORKFLOWS } from '../workflows/messages.ts';
import { terminateAll } from './terminate.ts';

const WHY = 'the ledger was set back to before what this run knows';

interface RunningProcedure {
  readonly transferId: string;
  readonly workflowId: string;
  readonly runId: string;
  /** Undefined for runs of releases that kept none. */
  readonly epoch: string | undefined;
}

export interface Running {
  readonly transferIds: Set<string>;
  /** Transfers whose run was ended here, because it knew another ledger. */
  readonly retired: ReadonlySet<string>;
}

/**
 * A ledger that was set back has forgotten facts that its procedures still know: they are ended before they act on one. Called before
 * a worker takes work, and at every reconciling.
 */
export async function runningOfThisLedger({ db, client }: { db: Db; client: Client }): Promise<Running> {
  const { current, first } = await readEpochs(db);
  const transferIds = new Set<string>();
  const ofAnother: RunningProcedure[] = [];
  for (const run of await listRunning(client)) {
    if ((run.epoch ?? first) === current) transferIds.add(run.transferId);
    else ofAnother.push(run);
  }
  const ended = await terminateAll(client, ofAnother, WHY);
  const retired = new Set(ended.map(({ transferId }) => transferId));
  if (retired.size > 0) await noteUnknown(db, retired);
  return { transferIds, retired };
}

async function listRunning(client: Client): Promise<RunningProcedure[]> {
  const query = `WorkflowType = '${WORKFLOWS.transfer}' AND ExecutionStatus = 'Running'`;
  const prefix = transferWorkflowId('');
  const found: RunningProcedure[] = [];
  for await (const { workflowId, runId, memo } of client.workflow.list({ query, pageSize: 1000 })) {
    const epoch = memo?.['epoch'];
    found.push({
      transferId: workflowId.slice(prefix.length),
      workflowId,
      runId,
      epoch: typeof epoch === 'string' ? epoch : undefined,
    });
  }
  return found;
}

/** Somebody was accepted in the time that is lost: the id is all that is left, and the office must hear of it. */
async function noteUnknown(db: Db, retired: ReadonlySet<string>): Promise<void> {
  const unknown = await unknownAmong(db, [...retired]);
  if (unknown.length === 0) return;
  const { id: officeId } = await theOffice(db);
  await db.transaction().execute(async (tx) => {
    for (const transferId of unknown)
      await appendOfficeEvent(tx, { officeId, kind: 'transferForgotten', payload: { transferId } });
  });
}
