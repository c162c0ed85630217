import createFetchClient from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import type { paths } from '../../../api/contract.generated.ts';
import { RefusedError, toProblem } from './problem.ts';

export const client = createFetchClient<paths>({ baseUrl: location.origin });

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

export function refusalOf({ error, response }: Answer<unknown>): RefusedError {
  const problem = toProblem(error);
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new RefusedError(
    problem.status === 500 ? { ...problem, status: response.status } : problem,
    retryAfter > 0 ? retryAfter : undefined,
  );
}
