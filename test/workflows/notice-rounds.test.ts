import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { noticeRounds } from '../../workflows/index.ts';
import { eventually } from '../support/eventually.ts';
import { workflowBundle } from '../support/servers.ts';
import { connectToTemporal, type TestTemporal } from '../support/temporal.ts';

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await connectToTemporal();
});
afterAll(() => temporal.close());

test('a round that is lost on its way to a worker, or with it, is begun again within seconds', async () => {
  const { client, native } = temporal;
  const taskQueue = `test-${randomUUID()}`;
  const handle = await client.workflow.start<typeof noticeRounds>('noticeRounds', {
    workflowId: taskQueue,
    taskQueue,
    args: [{ officeId: 'here' }],
  });
  const attempt = (activities?: object) =>
    workflowBundle().then((bundle) =>
      Worker.create({ connection: native, taskQueue, workflowBundle: bundle, ...(activities && { activities }) }),
    );
  const walking = await attempt();
  const walked = walking.run();
  // Taken, and never heard of again.
  const taken = await client.withDeadline(Date.now() + 40_000, () =>
    client.workflowService.pollActivityTaskQueue({
      namespace: 'default',
      taskQueue: { name: taskQueue },
      identity: 'dies at once',
    }),
  );
  expect(taken.attempt).toBe(1);
  walking.shutdown();
  await walked;

  let rounds = 0;
  const after = await attempt({ sendDueNotices: () => ((rounds += 1), Promise.resolve({ sleepMs: 3_600_000 })) });
  const working = after.run();
  await eventually(() => rounds === 1, { withinMs: 20_000 });
  await handle.terminate();
  after.shutdown();
  await working;
}, 60_000);
