/** Runs of the release before are ended; those of this one are left alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeRoundsWorkflowId, transferWorkflowId } from '../../domain/ids.ts';
import { endFormBefore } from '../../upkeep/form-before.ts';
import { TASK_QUEUE, WORKFLOWS } from '../../workflows/messages.ts';
import { eventually } from '../support/eventually.ts';
import { connectToTemporal, registerNamespace, type TestTemporal } from '../support/temporal.ts';

const namespace = `form-before-${randomUUID()}`;
let temporal: TestTemporal;

beforeAll(async () => {
  await registerNamespace(namespace);
  temporal = await connectToTemporal(namespace);
}, 60_000);
afterAll(() => temporal.close());

const start = (type: string, workflowId: string, taskQueue: string) =>
  temporal.client.workflow.start(type, { workflowId, taskQueue, args: [] });
const statusOf = async (workflowId: string) =>
  (await temporal.client.workflow.getHandle(workflowId).describe()).status.name;

test('every run of the form before ends, with its reason; a second look finds none', async () => {
  const id = randomUUID();
  const before = [
    await start('transferIn', `transfer-in/${id}`, 'baton'),
    await start('noticeRounds', 'notice-rounds/office', 'baton'),
  ];
  const ours = [
    await start(WORKFLOWS.transfer, transferWorkflowId(id), TASK_QUEUE),
    await start(WORKFLOWS.noticeRounds, noticeRoundsWorkflowId('office'), TASK_QUEUE),
  ];
  let ended = 0;
  // Temporal’s list lags behind.
  await eventually(async () => (ended += await endFormBefore(temporal.client)) === before.length, { withinMs: 30_000 });
  for (const { workflowId } of before) expect(await statusOf(workflowId)).toBe('TERMINATED');
  for (const { workflowId } of ours) expect(await statusOf(workflowId)).toBe('RUNNING');
  const { events } = await before[0]!.fetchHistory();
  expect(events?.at(-1)?.workflowExecutionTerminatedEventAttributes?.reason).toContain('a run of another form');
  await eventually(async () => (await endFormBefore(temporal.client)) === 0, { withinMs: 30_000 });
  for (const handle of ours) await handle.terminate();
}, 90_000);
