import { useQueries } from '@tanstack/react-query';
import { bodyOf, client } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';

export interface NoticeOfYear {
  readonly year: number;
  /** Null: not loaded. */
  readonly known: Schemas['CalendarYear'] | null;
}

/** The year that a notice is awaited for, this one, and those of which open work may still count days. */
const YEARS_FROM_NOW = [1, 0, -1, -2, -3];

export function useNotices() {
  const today = useOfficeDate();
  const years = today === undefined ? [] : YEARS_FROM_NOW.map((from) => Number(today.slice(0, 4)) + from);
  const answers = useQueries({ queries: years.map(noticeQuery) });
  const failed = answers.find(({ data, error }) => data === undefined && error !== null);
  const isPending = today === undefined || answers.some((answer) => answer.isPending);
  return {
    data: isPending || failed ? undefined : years.map((year, at) => ({ year, known: answers[at]?.data ?? null })),
    error: failed?.error,
    isPending,
    refetch: () => Promise.all(answers.map((answer) => answer.refetch())),
  };
}

/** That a year is not loaded is an answer: as an error it would be asked anew, and the table vanish each time. */
const noticeQuery = (year: number) => ({
  queryKey: ['get', '/calendar/{year}', year],
  queryFn: async (): Promise<NoticeOfYear['known']> => {
    const answer = await client.GET('/calendar/{year}', { params: { path: { year } } });
    return answer.response.status === 404 ? null : bodyOf(answer);
  },
});
