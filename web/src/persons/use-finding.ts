import { bodyOf, client } from '../api/client.ts';
import type { Schemas } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';

/** Any number goes in the body of a request, never in an address: history and logs keep addresses. */
export const useFinding = (onFound: (found: Schemas['Found']) => unknown) =>
  useSending({
    mutationFn: async (any: string) => bodyOf(await client.POST('/transfers/search', { body: { any } })),
    onSuccess: onFound,
  });
