import { useInfiniteQuery } from '@tanstack/react-query';
import { client, jsonOf } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';

export type MailItem = Schemas['MailItem'];

export interface LetterQuestion {
  readonly awaits?: Schemas['LetterAwaits'];
  readonly silent?: boolean;
  readonly postedOn?: string;
  readonly channel?: Schemas['LetterChannel'];
  readonly limit?: number;
}

/** The courier speaks at any moment. */
const EVERY_MS = 30_000;

/** Under this name everything that is shown of letters is read again. */
export const LETTERS = 'letters of the post';

export function useLetters(question: LetterQuestion) {
  return useInfiniteQuery({
    queryKey: [LETTERS, question],
    queryFn: async ({ pageParam }: { pageParam: string | null }) => {
      const query = { limit: 50, ...question, ...(pageParam !== null && { cursor: pageParam }) };
      return jsonOf(await client.GET('/letters', { params: { query } }));
    },
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: EVERY_MS,
  });
}
