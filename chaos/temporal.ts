/** Short talks with the Temporal server of an office, each on a connection of its own. */
import { Client, Connection } from '@temporalio/client';
import { installationIn } from '../invariants/installation.ts';

/** @throws when none of this folder runs, or answers in time */
export async function askTemporal<T>(dataDir: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const address = installationIn(dataDir)?.temporalAddress;
  if (address === undefined) throw new Error(`no Temporal runs in ${dataDir}`);
  const connection = await Connection.connect({ address, connectTimeout: 5_000 });
  try {
    const client = new Client({ connection });
    return await client.withDeadline(Date.now() + 10_000, () => ask(client));
  } finally {
    await connection.close();
  }
}

export const procedureOf = (transferId: string): string => `transfer/${transferId}`;
