import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { clockRounds } from '../../workflows/index.ts';
import { clocksSignal } from '../../workflows/messages.ts';
import { eventually } from '../support/eventually.ts';
import { workflowBundle } from '../support/servers.ts';
import { connectToTemporal, type TestTemporal } from '../support/temporal.ts';

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await connectToTemporal();
});
afterAll(() => temporal.close());

test('rounds of clocks sleep as long as they are told, and look at once when a clock is armed', async () => {
  const { client, native } = temporal;
  const taskQueue = `test-${randomUUID()}`;
  const asked: object[] = [];
  const attendClocks = (clocks: object) => (asked.push(clocks), Promise.resolve({ sleepMs: 3_600_000 }));
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle: await workflowBundle(),
    activities: { attendClocks },
  });
  const working = worker.run();
  const handle = await client.workflow.start<typeof clockRounds>('clockRounds', {
    workflowId: taskQueue,
    taskQueue,
    args: [{ officeId: 'here', kind: 'promise' }],
  });
  await eventually(() => asked.length === 1, { withinMs: 20_000 });
  await handle.signal(clocksSignal);
  await eventually(() => asked.length === 2, { withinMs: 20_000 });
  expect(asked).toEqual([
    { officeId: 'here', kind: 'promise' },
    { officeId: 'here', kind: 'promise' },
  ]);
  await handle.terminate();
  worker.shutdown();
  await working;
}, 60_000);
