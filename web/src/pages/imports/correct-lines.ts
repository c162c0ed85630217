/** Corrected lines on their way: taken in together, worked off, and what became of each. */
import { bodyOf, client, jsonOf } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';

/** It has gone in, waits for a second person, takes longer than anybody looks on, or is refused again. */
export type Became = 'wentIn' | 'held' | 'underWay' | 'refused';

export type Said = Pick<Schemas['ImportRefusal'], 'field' | 'code' | 'reason'>;

export interface Outcome {
  readonly line: number;
  readonly became: Became;
  /** Of a refused one: everything that is wrong with it. */
  readonly said: readonly Said[];
}

export interface CorrectedLine {
  readonly line: number;
  readonly cells: { readonly column: string; readonly value: string }[];
}

const LOOK_MS = 500;
const PATIENCE_MS = 20_000;

/** @throws RefusedError when the office takes none of them, for example because somebody else was first */
export async function correctLines(id: string, rows: readonly CorrectedLine[]): Promise<readonly Outcome[]> {
  const sent = await client.POST('/imports/{id}/corrections', { params: { path: { id } }, body: { rows: [...rows] } });
  const { id: correctingId } = bodyOf(sent);
  const ended = await workedOff(correctingId);
  const all = (became: Became, said: readonly Said[] = []) => rows.map(({ line }) => ({ line, became, said }));
  if (!ended) return all('underWay');
  if (ended.state === 'failed') return all('refused', [{ field: '', code: 'failed', reason: ended.failure }]);
  const answers = await Promise.all([
    client.GET('/imports/{id}/corrections', { params: { path: { id } } }),
    client.GET('/imports/{id}/refusals', { params: { path: { id: correctingId } } }),
  ]).catch(() => undefined);
  // The line was cut after they had been taken: what became of them the page tells when it is back.
  if (!answers) return all('underWay');
  const [corrections, refusals] = answers;
  const refused = jsonOf(refusals).items;
  return bodyOf(corrections)
    .items.filter(({ importId }) => importId === correctingId)
    .map((one) => ({
      line: one.line,
      became: becameOf(one),
      said: refused.filter(({ line }) => line === one.importLine),
    }));
}

function becameOf({ held, result }: Schemas['ImportCorrection']): Became {
  if (held) return 'held';
  if (result === null) return 'underWay';
  return result === 'refused' ? 'refused' : 'wentIn';
}

/** Undefined while it is not; a line that is cut on the way is asked again. */
async function workedOff(id: string): Promise<Schemas['Import'] | undefined> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const asked = await client.GET('/imports/{id}', { params: { path: { id } } }).catch(() => undefined);
    if (asked?.data?.state === 'done' || asked?.data?.state === 'failed') return asked.data;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return undefined;
}
