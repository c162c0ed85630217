import { client, refusalOf } from './client.ts';
import { problemName, type RefusedError } from './problem.ts';
import type { NewFact, Schemas } from './types.ts';

const MAX_WAITS = 30;

interface Recording {
  readonly transferId: string;
  readonly fact: NewFact;
  readonly key: string;
  /** Called before each wait for a step that is just opening. */
  readonly onWaiting: () => void;
}

/** Records a fact; in the moment between two steps it waits as long as the server says and asks again with the same key. */
export async function recordFact(recording: Recording): Promise<Schemas['RecordedFact']> {
  for (let waits = 0; ; waits++) {
    const answer = await client.POST('/transfers/{id}/facts', {
      params: { path: { id: recording.transferId }, header: { 'Idempotency-Key': recording.key } },
      body: recording.fact,
    });
    if (answer.data) return answer.data;
    const refused = refusalOf(answer);
    if (!mayWait(refused) || waits === MAX_WAITS) throw refused;
    recording.onWaiting();
    await new Promise((resolve) => setTimeout(resolve, 1000 * (refused.retryAfterSeconds ?? 1)));
  }
}

const mayWait = ({ problem }: RefusedError): boolean => problemName(problem) === 'step-opening';
