import { useQuery } from '@tanstack/react-query';
import { asOfQuery } from '../../api/as-of.ts';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import type { AsOfSearch } from '../../figures-params.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../../format/month.ts';
import { newestTelling } from './newest-telling.ts';

const MONTHS_BACK = 12;
/** The completion of one month's cohort, in one direction. */
export const completionQuery = (
  direction: Schemas['Direction'],
  month: string,
  everyMs: number,
  asOf: AsOfSearch = {},
) =>
  api.queryOptions(
    'get',
    '/metrics/completion',
    {
      params: {
        query: {
          direction,
          from: firstDay(month),
          to: lastDay(month),
          compareWith: 'yearBefore',
          ...asOfQuery(asOf),
        },
      },
    },
    { refetchInterval: everyMs },
  );

/** The month and the twelve before it, each as it is counted alone. */
export const monthsQuery = (direction: Schemas['Direction'], last: string, everyMs: number, asOf: AsOfSearch = {}) =>
  api.queryOptions(
    'get',
    '/metrics/completion',
    {
      params: {
        query: {
          direction,
          from: firstDay(addMonths(last, -MONTHS_BACK)),
          to: lastDay(last),
          by: 'month',
          ...asOfQuery(asOf),
        },
      },
    },
    // Thirteen questions in one, of what changes by the day.
    { refetchInterval: 10 * everyMs, staleTime: 10 * everyMs },
  );

/** The month that was asked for, else the newest whose cohort tells something: rates of a month just begun say nothing yet. */
export function useCohort(wanted: string | undefined, officeDate: string, everyMs: number, asOf: AsOfSearch = {}) {
  const current = monthOf(asOf.asOf ?? officeDate);
  // A month that had not begun has no cohort.
  const asked = wanted !== undefined && wanted <= current ? wanted : undefined;
  const months = useQuery({ ...monthsQuery('in', current, everyMs, asOf), enabled: asked === undefined });
  const found = newestTelling(months.data?.groups ?? []);
  const settled = asked !== undefined || !months.isPending;
  const month = asked ?? found?.month ?? current;
  const query = useQuery({ ...completionQuery('in', month, everyMs, asOf), enabled: settled });
  return { month, current, query, found: asked === undefined ? found : undefined };
}
