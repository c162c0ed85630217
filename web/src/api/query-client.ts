import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { isOwnFault, isUnreachable, toProblem } from './problem.ts';
import { signInAgain } from './sign-in-again.ts';

/** Who is signed in; the one query that every page stands on. */
export const meQuery = () => api.queryOptions('get', '/me', {}, { staleTime: 60_000, retry: retryUnreachable });

export function createQueryClient(): QueryClient {
  // A session that ended while a page was open shows at the next request, whichever it is.
  const onError = (error: unknown): void => {
    const problem = toProblem(error);
    if (problem.status === 401) signInAgain();
    // With its stack, for whoever looks for it; nobody would see it otherwise.
    if (isOwnFault(problem)) reportError(error);
  };
  return new QueryClient({
    queryCache: new QueryCache({
      // Who is signed in is asked before a page is shown; the router leads on from there.
      onError: (error, query) => {
        if (query.queryKey[1] !== '/me') onError(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.['signingIn'] !== true) onError(error);
      },
    }),
    defaultOptions: { queries: { retry: retryUnreachable, staleTime: 1000, refetchOnWindowFocus: true } },
  });
}

/** What the server refused it will refuse again; a cut line may be back in a moment. */
function retryUnreachable(failures: number, error: unknown): boolean {
  const problem = toProblem(error);
  return failures < 2 && (isUnreachable(problem) || problem.status >= 500);
}
