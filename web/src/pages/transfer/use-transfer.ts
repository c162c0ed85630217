import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { useMe } from '../../api/queries.ts';

const BETWEEN_STEPS_MS = 1000;
const PRACTICE_MS = 3000;
const OFFICE_MS = 15_000;

/** One transfer and how it came here, read again and again: others work on it too. */
export function useTransfer(id: string) {
  const { practice } = useMe();
  const path = { params: { path: { id } } };
  const everyMs = practice ? PRACTICE_MS : OFFICE_MS;
  const progress = useQuery(
    api.queryOptions('get', '/transfers/{id}/progress', path, {
      refetchInterval: ({ state: { data } }) => (data?.holder?.as === 'steward' ? BETWEEN_STEPS_MS : everyMs),
    }),
  );
  const detail = useQuery(
    api.queryOptions('get', '/transfers/{id}', path, {
      refetchInterval: progress.data?.holder?.as === 'steward' ? BETWEEN_STEPS_MS : everyMs,
    }),
  );
  return { progress, detail };
}
