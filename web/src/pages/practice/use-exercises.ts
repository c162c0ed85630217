import { useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, client } from '../../api/client.ts';
import { useSending } from '../../api/use-sending.ts';
import type { Schemas } from '../../api/types.ts';

export type Exercise = Schemas['PracticeExercise'];
export type Attempt = Schemas['PracticeAttempt'];

const WHILE_MADE_MS = 1500;

/** Asked for again while a case is being made. */
export function useExercises() {
  return api.useQuery(
    'get',
    '/practice/exercises',
    {},
    {
      refetchInterval: ({ state }) =>
        state.data?.items.some(({ last }) => last?.state === 'wanted') === true ? WHILE_MADE_MS : false,
    },
  );
}

export function useBegin(exercise: Exercise['key']) {
  const settled = useSettled();
  return useSending({
    mutationFn: async () => bodyOf(await client.POST('/practice/attempts', { body: { exercise } })),
    onSuccess: settled,
  });
}

export function useFinish(id: string) {
  const settled = useSettled();
  return useSending<Attempt, string>({
    mutationFn: async (answer) =>
      bodyOf(
        await client.POST('/practice/attempts/{id}/result', {
          params: { path: { id } },
          body: answer === '' ? {} : { answer },
        }),
      ),
    onSuccess: settled,
  });
}

function useSettled() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      (['/practice/exercises', '/practice/finished'] as const).map((path) =>
        queries.invalidateQueries({ queryKey: ['get', path] }),
      ),
    );
}
