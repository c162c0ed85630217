import type { Client, WorkflowHandle } from '@temporalio/client';
import { toPayloads } from '@temporalio/common';
import type { Workflow } from '@temporalio/common';
import { msNumberToTs, tsToMs } from '@temporalio/common/lib/time.js';
import { randomUUID } from 'node:crypto';

export type VirtualStart<W extends Workflow> = {
  workflowId: string;
  taskQueue: string;
  args: Parameters<W>;
  /**
   * `onRequest` (the default): time stands nearly still until `passTime` moves it.
   * `freely`: every timer fires as soon as nothing is in flight, at most 100 of them.
   */
  time?: 'onRequest' | 'freely';
};

const REACHED = 2; // FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED
const POLL_AGAIN = 1; // FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT

/** Starts a workflow with a clock of its own on the run's Temporal server (payloads by the default converter). */
export async function startWithVirtualTime<W extends Workflow>(
  client: Client,
  workflowType: string,
  { workflowId, taskQueue, args, time = 'onRequest' }: VirtualStart<W>,
): Promise<WorkflowHandle<W>> {
  await client.workflowService.startWorkflowExecution({
    namespace: client.options.namespace,
    workflowId,
    requestId: randomUUID(),
    workflowType: { name: workflowType },
    taskQueue: { name: taskQueue },
    input: { payloads: toPayloads(client.options.loadedDataConverter.payloadConverter, ...args) ?? [] },
    ...(time === 'freely' ? { timeSkippingConfig: { enabled: true } } : {}),
  });
  return client.workflow.getHandle<W>(workflowId);
}

/** Lets `seconds` pass on the workflow's clock, firing what falls due on the way, and then halts it again; returns early when the workflow ends. */
export async function passTime(client: Client, workflowId: string, seconds: number): Promise<void> {
  const id = randomUUID();
  const target = { namespace: client.options.namespace, workflowExecution: { workflowId } };
  const fastForwardConfig = { id, duration: msNumberToTs(Math.round(seconds * 1000)) };
  await client.workflowService.updateWorkflowExecutionOptions({
    ...target,
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (;;) {
    const polled = await client.workflowService.pollWorkflowExecutionTimeSkipping({ ...target, fastForwardId: id });
    if (polled.fastForwardPollingResult === REACHED) return;
    if (polled.fastForwardPollingResult === POLL_AGAIN) continue;
    const { status } = await client.workflow.getHandle(workflowId).describe();
    if (status.name !== 'RUNNING') return;
    throw new Error(`The clock of ${workflowId} did not move on by ${seconds} s: ${JSON.stringify(polled)}`);
  }
}

/** `passTime` in days of 24 hours. */
export function passDays(client: Client, workflowId: string, days: number): Promise<void> {
  return passTime(client, workflowId, days * 86_400);
}

/** What `Date.now()` would be in the workflow; a fake that computes due dates must go by this. */
export async function virtualNow(client: Client, workflowId: string): Promise<Date> {
  const described = await client.workflow.getHandle(workflowId).describe();
  const clock = described.raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return clock ? new Date(tsToMs(clock)) : new Date();
}
