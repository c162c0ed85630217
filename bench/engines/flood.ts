/** Far more requests at once than an API lets in. */
import type { Context } from '../context.ts';
import { answersOf, ms, type Said } from '../measuring/answers.ts';
import { closedLoop } from '../measuring/closed-loop.ts';
import { ask } from '../measuring/postgres-figures.ts';
import { ApiClient } from './api-client.ts';
import type { BenchOffice } from './office-processes.ts';

/** More than the API lets in at once. */
export const FLOOD = 600;

/** More than can be answered: everybody must be told so at once, and when to come again. */
export async function floodOf(context: Context, office: BenchOffice): Promise<Said[]> {
  const api = new ApiClient(office.url, FLOOD);
  // Those of different transfers do not wait for each other.
  const transfers = await ask<{ id: string }>(office.databaseUrl, 'select id from transfers limit 200');
  const token = office.tokens.get('clerk1')!;
  const said: Said[] = [];
  await closedLoop(FLOOD, context.size(20_000, 3_000), async (no) => {
    const began = performance.now();
    const body = { kind: 'counterpartContacted', channel: 'phone' };
    const { status, retryAfter } = await api
      .post(`/transfers/${transfers[no % transfers.length]!.id}/facts`, body, { token, key: `bench-flood-${no}` })
      .catch(() => ({ status: 0, retryAfter: undefined }));
    said.push({ status, retryAfter, ms: performance.now() - began });
  });
  context.say(`  flood: ${answersOf(said)}, slowest ${Math.max(...ms(said)).toFixed(0)} ms`);
  return said;
}
