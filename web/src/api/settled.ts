import { bodyOf } from './client.ts';
import type { Schemas } from './types.ts';

/** What takes two administrators: done at once where there is no second one, else it waits for him. */
export type Settled<T> = { readonly waits: true } | { readonly waits: false; readonly body: T };

/** @throws RefusedError */
export function settledOf<T>(answer: Parameters<typeof bodyOf<T>>[0]): Settled<Exclude<T, Schemas['Approval']>> {
  const body = bodyOf(answer) as Exclude<T, Schemas['Approval']>;
  return answer.response.status === 202 ? { waits: true } : { waits: false, body };
}
