/** All that is said to a workflow or asked of one: a transfer's procedure, or an office's notice rounds. */
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { WaitingMessage } from '../db/ledger/outbox.ts';
import type { Procedures } from '../domain/procedures/index.ts';
import { noticeRoundsWorkflowId, transferWorkflowId } from '../domain/ids.ts';
import type { FactNudge } from '../domain/facts/nudge.ts';
import type { Closing } from '../domain/facts/closings.ts';
import { nudgeOf } from './nudge.ts';
import { factsSignal, noticesSignal, TASK_QUEUE, WORKFLOWS } from '../workflows/messages.ts';

export interface Following {
  readonly client: Client;
  /** What the workers of this release can follow. */
  readonly procedures: Procedures;
}

/** The messages of one workflow, oldest first. */
export async function deliver({ client, procedures }: Following, group: WaitingMessage[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  if (first.topic === 'notices') return nudgeNotices(client, first.officeId);
  const facts = group.map(nudgeOf);
  const followed = { epoch: first.epoch, transferId: first.transferId ?? '', procedure: first.procedure ?? '' };
  if (group.at(-1)?.transferOpen && facts.some(({ starts }) => starts))
    return startOrSignal({ client, procedures }, followed, facts);
  try {
    await client.workflow.getHandle(transferWorkflowId(followed.transferId)).signal(factsSignal, facts);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // No run yet, as after a message of a release that did not say so. A closed transfer gets none; one that is ending needed to hear of it.
    if (group.at(-1)?.transferOpen) await startOrSignal({ client, procedures }, followed, facts);
  }
}

export interface ProcedureRef {
  readonly transferId: string;
  /** Its key. */
  readonly procedure: string;
  /** Of the ledger; a run keeps it, so that it is known again after the ledger was set back. */
  readonly epoch: string;
}

/** @throws UnknownProcedure instead of beginning a run that nobody here could go on with */
export async function startOrSignal(
  { client, procedures }: Following,
  { transferId, procedure, epoch }: ProcedureRef,
  facts: FactNudge[],
): Promise<void> {
  procedures.of(procedure);
  await client.workflow.signalWithStart(WORKFLOWS.transfer, {
    workflowId: transferWorkflowId(transferId),
    taskQueue: TASK_QUEUE,
    args: [{ transferId, procedure }],
    memo: { epoch },
    signal: factsSignal,
    signalArgs: [facts],
  });
}

export async function nudgeNotices(client: Client, officeId: string): Promise<void> {
  await client.workflow.signalWithStart(WORKFLOWS.noticeRounds, {
    workflowId: noticeRoundsWorkflowId(officeId),
    taskQueue: TASK_QUEUE,
    args: [{ officeId }],
    signal: noticesSignal,
    signalArgs: [],
  });
}

/** @throws WorkflowNotFoundError when there is no run */
export async function tellToLook(client: Client, { id, factSeq }: { id: string; factSeq: number }): Promise<void> {
  const nudge: FactNudge = { factSeq, kind: 'look', rearms: true };
  await client.workflow.getHandle(transferWorkflowId(id)).signal(factsSignal, [nudge]);
}

/** A run that is not there has nothing to end. */
export async function tellEnding(
  client: Client,
  { id, factSeq, closing }: { id: string; factSeq: number; closing: Closing },
): Promise<void> {
  const nudge: FactNudge = { factSeq, kind: 'closed', ends: closing, rearms: true };
  await client.workflow
    .getHandle(transferWorkflowId(id))
    .signal('facts', [nudge])
    .catch((error: unknown) => {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    });
}

/** `busy`: something has woken it that it has not finished with, so nothing is lost. */
export type Standing = 'missing' | 'busy' | 'idle';

/** Asked of the workflow itself: Temporal's list lags behind. */
export async function standingOf(client: Client, transferId: string): Promise<Standing> {
  try {
    const { status, raw } = await client.workflow.getHandle(transferWorkflowId(transferId)).describe();
    if (status.name !== 'RUNNING') return 'missing';
    return raw.pendingWorkflowTask ? 'busy' : 'idle';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'missing';
    throw error;
  }
}
