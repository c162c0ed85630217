/** All that is said to a workflow or asked of one: a transfer's procedure, an office's notice rounds, or the rounds of its clocks. */
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { WaitingMessage } from '../db/ledger/outbox.ts';
import type { Procedures } from '../domain/procedures/index.ts';
import { isClockKind, type ClockKind } from '../domain/clocks.ts';
import { clockRoundsWorkflowId, noticeRoundsWorkflowId, transferWorkflowId } from '../domain/ids.ts';
import type { FactNudge } from '../domain/facts/nudge.ts';
import type { Closing } from '../domain/facts/closings.ts';
import { nudgeOf } from './nudge.ts';
import {
  clocksSignal,
  factsSignal,
  noticesSignal,
  TASK_QUEUE,
  WORKFLOWS,
  type ClocksRef,
} from '../workflows/messages.ts';

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
  if (first.topic === 'clocks') return nudgeClocks(client, { officeId: first.officeId, kind: clockKindOf(first) });
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

export async function nudgeClocks(client: Client, { officeId, kind }: ClocksRef): Promise<void> {
  await client.workflow.signalWithStart(WORKFLOWS.clockRounds, {
    workflowId: clockRoundsWorkflowId(officeId, kind),
    taskQueue: TASK_QUEUE,
    args: [{ officeId, kind }],
    signal: clocksSignal,
    signalArgs: [],
  });
}

/** Which rounds a message is for. @throws when a later release has written it */
export function clockKindOf({ payload }: Pick<WaitingMessage, 'payload'>): ClockKind {
  const kind = (payload as { kind?: unknown } | null)?.kind;
  if (!isClockKind(kind)) throw new Error('no such kind of clock');
  return kind;
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
