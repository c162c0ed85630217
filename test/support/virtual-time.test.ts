import { Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive } from './fixtures/waiting.ts';
import type { sleeping, waiting } from './fixtures/waiting.ts';
import { connectToTemporal } from './temporal.ts';
import type { TestTemporal } from './temporal.ts';
import { passDays, passTime, startWithVirtualTime, virtualNow } from './virtual-time.ts';

const taskQueue = `virtual-time-${randomUUID()}`;
const DAY_MS = 86_400_000;
let temporal: TestTemporal;
let worker: Worker;
let running: Promise<void>;

beforeAll(async () => {
  temporal = await connectToTemporal();
  const workflowsPath = fileURLToPath(new URL('./fixtures/waiting.ts', import.meta.url));
  worker = await Worker.create({ connection: temporal.native, taskQueue, workflowsPath });
  running = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await running;
  await temporal.close();
});

const start = <W extends typeof waiting | typeof sleeping>(name: string, time?: 'freely') =>
  startWithVirtualTime<W>(temporal.client, name, {
    workflowId: randomUUID(),
    taskQueue,
    args: [] as Parameters<W>,
    ...(time ? { time } : {}),
  });

test('a signal after five days arrives at exactly that moment of the workflow’s clock', async () => {
  const handle = await start<typeof waiting>('waiting');
  await passDays(temporal.client, handle.workflowId, 5);
  await handle.signal(arrive);
  expect(await handle.result()).toEqual({ came: true, hours: 120 });
});

test('twenty-two days carry a workflow over its deadline of twenty-one', async () => {
  const handle = await start<typeof waiting>('waiting');
  await passDays(temporal.client, handle.workflowId, 22);
  expect(await handle.result()).toEqual({ came: false, hours: 504 });
});

test('time passes twice, and the clock of the workflow tells it', async () => {
  const handle = await start<typeof waiting>('waiting');
  const before = await virtualNow(temporal.client, handle.workflowId);
  await passTime(temporal.client, handle.workflowId, 3600);
  await passDays(temporal.client, handle.workflowId, 2);
  const passed = (await virtualNow(temporal.client, handle.workflowId)).getTime() - before.getTime();
  expect(passed).toBeGreaterThanOrEqual(2 * DAY_MS + 3_600_000);
  expect(passed).toBeLessThan(2 * DAY_MS + 3_700_000);
  await handle.terminate();
});

test('a workflow whose time runs freely sleeps six weeks at once', async () => {
  const handle = await start<typeof sleeping>('sleeping', 'freely');
  expect(await handle.result()).toBe(42);
});
