import { client, refusalOf } from './client.ts';
import type { NewFact, Schemas } from './types.ts';

interface Recording {
  readonly transferId: string;
  readonly fact: NewFact;
  readonly key: string;
}

export async function recordFact({ transferId, fact, key }: Recording): Promise<Schemas['RecordedFact']> {
  const answer = await client.POST('/transfers/{id}/facts', {
    params: { path: { id: transferId }, header: { 'Idempotency-Key': key } },
    body: fact,
  });
  if (answer.data) return answer.data;
  throw refusalOf(answer);
}
