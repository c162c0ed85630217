import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { eventually } from './eventually.ts';
import { temporalAddress } from './servers.ts';

export type TestTemporal = { client: Client; native: NativeConnection; close: () => Promise<void> };

let quiet = false;

/** A client and a worker's connection to the run's Temporal server; the worker says only what is wrong. */
export async function connectToTemporal(namespace = 'default'): Promise<TestTemporal> {
  // One runtime per process: installing it twice throws.
  if (!quiet) Runtime.install({ logger: new DefaultLogger('ERROR') });
  quiet = true;
  const address = await temporalAddress();
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  return {
    client: new Client({ connection, namespace }),
    native,
    close: async () => {
      await native.close();
      await connection.close();
    },
  };
}

/** Makes a namespace of its own: what other files run is not listed in it. */
export async function registerNamespace(namespace: string): Promise<void> {
  const connection = await Connection.connect({ address: await temporalAddress() });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
    await eventually(() => connection.workflowService.describeNamespace({ namespace }), { withinMs: 30_000 });
  } finally {
    await connection.close();
  }
}
