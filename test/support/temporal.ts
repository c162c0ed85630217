import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { temporalAddress } from './servers.ts';

export type TestTemporal = { client: Client; native: NativeConnection; close: () => Promise<void> };

let quiet = false;

/** A client and a worker's connection to the run's Temporal server; the worker says only what is wrong. */
export async function connectToTemporal(): Promise<TestTemporal> {
  // One runtime per process: installing it twice throws.
  if (!quiet) Runtime.install({ logger: new DefaultLogger('ERROR') });
  quiet = true;
  const address = await temporalAddress();
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  return {
    client: new Client({ connection }),
    native,
    close: async () => {
      await native.close();
      await connection.close();
    },
  };
}
