/** A corrected line on its way: taken in, worked off, and what became of it. */
import { bodyOf, client, jsonOf } from '../../api/client.ts';
import { RefusedError } from '../../api/problem.ts';
import type { Schemas } from '../../api/types.ts';
import { knownText } from '../../i18n/known-text.ts';
import { importReason } from './reason-words.ts';

/** It has gone in, waits for a second person, or takes longer than anybody looks on. */
export type Corrected = 'wentIn' | 'held' | 'underWay';

const LOOK_MS = 500;
const PATIENCE_MS = 20_000;

/** @throws RefusedError with every defect at its cell, when it is refused again */
export async function correctLine(
  id: string,
  line: number,
  cells: readonly { readonly column: string; readonly value: string }[],
): Promise<Corrected> {
  const sent = await client.POST('/imports/{id}/corrections', {
    params: { path: { id } },
    body: { rows: [{ line, cells: [...cells] }] },
  });
  const { id: correctingId } = bodyOf(sent);
  const ended = await workedOff(correctingId);
  if (!ended) return 'underWay';
  if ((ended.heldRows ?? 0) > 0) return 'held';
  if (ended.state === 'failed') throw asRefusal([{ line, field: '', code: 'failed', reason: ended.failure }]);
  if (ended.refused === 0) return 'wentIn';
  const refusals = await client.GET('/imports/{id}/refusals', { params: { path: { id: correctingId } } });
  throw asRefusal(jsonOf(refusals).items);
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

/** As a form shows it: each defect at the cell of its column, in the words for files. */
export function asRefusal(refusals: readonly Schemas['ImportRefusal'][]): RefusedError {
  const errors = refusals.map(({ field, code, reason }) => {
    const { words, more } = importReason({ field, code, sentence: reason }, knownText);
    return {
      field: field === '' ? '' : `cells.${field}`,
      code: `ofFile.${code}`,
      message: [words, more].join(' ').trim(),
    };
  });
  return new RefusedError({ type: '/problems/invalid', title: '', status: 422, errors });
}
