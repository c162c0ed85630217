import { api } from '../../api/client.ts';
import { useOfficeDate } from '../../api/queries.ts';

/** The ids of those whose absence runs today. */
export function useAway(): ReadonlySet<string> {
  const today = useOfficeDate();
  const absences = api.useQuery('get', '/absences', {}).data?.items ?? [];
  if (today === undefined) return new Set();
  const running = absences.filter(({ fromDay, untilDay }) => fromDay <= today && (untilDay ?? today) >= today);
  return new Set(running.map(({ staff }) => staff.id));
}
