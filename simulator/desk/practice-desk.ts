/** Looks for exercises that somebody has begun, and hands their cases over. */
import { setTimeout as delay } from 'node:timers/promises';
import type { OfficeApi } from '../outside/office-api.ts';
import { makeCase, type Wanted } from './make-case.ts';

const LOOK_EVERY_MS = 1000;

export interface Desk {
  readonly api: OfficeApi;
  readonly stop: AbortSignal;
  readonly say: (sentence: string) => void;
}

export async function attendDesk(desk: Desk): Promise<never> {
  for (;;) {
    await makeWanted(desk);
    await delay(LOOK_EVERY_MS, undefined, { signal: desk.stop });
  }
}

/** One after the other, as they were begun. One that cannot be made is said, and tried again with the next look. */
export async function makeWanted({ api, stop, say }: Desk): Promise<void> {
  const { id: administrator } = api.oneOf('administrator');
  const asked = await api.as(administrator, (headers) => api.client.GET('/practice/attempts', { headers }));
  // The release before has no practice desk.
  if (!asked.ok) return;
  for (const wanted of asked.data.items) {
    try {
      await make(api, administrator, wanted);
    } catch (error) {
      stop.throwIfAborted();
      say(`exercise ${wanted.exercise}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function make(api: OfficeApi, administrator: string, wanted: Wanted): Promise<void> {
  const body = await makeCase(api, wanted);
  const params = { path: { id: wanted.id } };
  // Refused when its account has begun anew meanwhile: that one comes next.
  await api.as(administrator, (headers) => api.client.PUT('/practice/attempts/{id}/case', { headers, params, body }));
}
