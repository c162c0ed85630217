import { Client, Connection } from '@temporalio/client';
import type { Context } from '../context.ts';
import type { BenchTemporal } from './temporal.ts';

/** A client of the question's server, closed after the question. */
export async function temporalClient(context: Context, { address }: Pick<BenchTemporal, 'address'>): Promise<Client> {
  const connection = await Connection.connect({ address });
  context.atEnd(() => connection.close());
  return new Client({ connection });
}
