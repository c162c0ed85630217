import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../../format/month.ts';

const MONTHS_BACK = 12;

/** The completion of one month's cohort, in one direction. */
export const completionQuery = (direction: Schemas['Direction'], month: string, everyMs: number) =>
  api.queryOptions(
    'get',
    '/metrics/completion',
    { params: { query: { direction, from: firstDay(month), to: lastDay(month), compareWith: 'yearBefore' } } },
    { refetchInterval: everyMs },
  );

/** The month that was asked for, else the latest one whose cohort has closed something: rates of a month just begun say nothing yet. */
export function useCohort(asked: string | undefined, officeDate: string, everyMs: number) {
  const current = monthOf(officeDate);
  const [back, setBack] = useState(0);
  const month = asked ?? addMonths(current, -(back % MONTHS_BACK));
  const query = useQuery(completionQuery('in', month, everyMs));
  const attempts = query.data?.attempts;
  const nothingClosed = attempts?.notClosed === attempts?.cohort;
  // Twelve months without any lead back to the office's own one.
  const looksBack = asked === undefined && query.isSuccess && nothingClosed && back < MONTHS_BACK;
  useEffect(() => {
    if (looksBack) setBack(back + 1);
  }, [looksBack, back]);
  const fellBack = asked === undefined && !nothingClosed && month !== current;
  return { month, current, query, fellBack };
}
