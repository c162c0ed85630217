/** Contestant: a worker as the SDK's guide has it, with the cache size of ours. */
import { NativeConnection, Runtime, DefaultLogger, Worker } from '@temporalio/worker';
import { fileURLToPath } from 'node:url';
import type { BareActivities } from './bare-temporal-workflows.ts';

const [address, taskQueue] = process.argv.slice(2);
Runtime.install({ logger: new DefaultLogger('WARN') });

const activities: BareActivities = {
  openStep(request) {
    process.send?.(request);
    return Promise.resolve({ opened: true });
  },
};

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: address! }),
  namespace: 'default',
  taskQueue: taskQueue!,
  workflowsPath: fileURLToPath(new URL('./bare-temporal-workflows.ts', import.meta.url)),
  activities,
  maxCachedWorkflows: 2_000,
});
process.once('SIGTERM', () => worker.shutdown());
process.send?.('ready');
await worker.run();
process.exit();
