/** What is over ends before a worker takes work: none of it may act, and none of it costs a task when all the others wake at once. */
import type { Client } from '@temporalio/client';
import type { Db } from '../db/connection/connection.ts';
import { closedAmong } from '../db/upkeep/open-transfers.ts';
import { transferWorkflowId } from '../domain/ids.ts';
import { endFormBefore } from './form-before.ts';
import { runningOfThisLedger } from './running-procedures.ts';
import { terminateAll } from './terminate.ts';

const WHY = 'its transfer was closed while no release that knows this run was at work';

export async function endWhatIsOver(dependencies: { db: Db; client: Client }): Promise<void> {
  // A run of a ledger that was set back would act on facts that this one does not have.
  const { transferIds } = await runningOfThisLedger(dependencies);
  await endClosedMeanwhile(dependencies, transferIds);
  await endFormBefore(dependencies.client);
}

/** The release before told its own runs of the endings, and ours slept. What is still on its way is the relay’s. */
async function endClosedMeanwhile(
  { db, client }: { db: Db; client: Client },
  running: ReadonlySet<string>,
): Promise<void> {
  const closed = await closedAmong(db, [...running]);
  const runs = closed.map(({ id }) => ({ workflowId: transferWorkflowId(id) }));
  await terminateAll(client, runs, WHY);
}
