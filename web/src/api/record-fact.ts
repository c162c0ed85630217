import { client, refusalOf } from './client.ts';
import type { NewFact, Schemas } from './types.ts';

interface Recording {
  readonly transferId: string;
  readonly fact: NewFact;
  readonly key: string;
}

/** What takes two people comes back as a proposal: nothing is recorded before another has confirmed it. */
export type Recorded = Schemas['RecordedFact'] | Schemas['Approval'];

export async function recordFact({ transferId, fact, key }: Recording): Promise<Recorded> {
  const answer = await client.POST('/transfers/{id}/facts', {
    params: { path: { id: transferId }, header: { 'Idempotency-Key': key } },
    body: fact,
  });
  if (answer.data) return answer.data;
  throw refusalOf(answer);
}
