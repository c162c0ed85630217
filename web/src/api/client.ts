import createFetchClient from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import type { paths } from '../../../api/contract.generated.ts';
import { problemOf, RefusedError } from './problem.ts';
import { reach } from './reach.ts';

export const client = createFetchClient<paths>({ baseUrl: location.origin, fetch: reach });

/** Queries typed by the contract, one per operation. */
export const api = createQueryHooks(client);

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of an answer; throws RefusedError with the whole problem for everything else. */
export function bodyOf<T>({ data, error, response }: Answer<T>): T {
  if (response.ok) return data as T;
  throw refusalOf({ error, response });
}

/** The same of an operation that the contract knows as CSV too, which nobody asks for here. */
export function jsonOf<T>(answer: Answer<T>): Exclude<T, string> {
  const { data } = answer;
  if (data !== undefined && typeof data !== 'string') return data as Exclude<T, string>;
  throw refusalOf(answer);
}

export function refusalOf({ error, response }: Answer<unknown>): RefusedError {
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new RefusedError(problemOf(error, response.status), retryAfter > 0 ? retryAfter : undefined);
}
