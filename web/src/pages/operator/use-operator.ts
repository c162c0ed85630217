import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, bodyOf, client } from '../../api/client.ts';
import { useSending } from '../../api/use-sending.ts';
import type { Schemas } from '../../api/types.ts';

export type Upkeep = Schemas['Upkeep'];
export type Operations = Schemas['Operations'];
export type RepairKind = Schemas['RepairKind'];

const EVERY_MS = 5_000;
/** A figure that takes longer is a figure of its own. */
const SLOW_MS = 3_000;

export function useOperatorFigures() {
  const upkeep = useQuery(api.queryOptions('get', '/upkeep', {}, { refetchInterval: EVERY_MS }));
  const operations = useQuery(api.queryOptions('get', '/operations', {}, { refetchInterval: EVERY_MS }));
  return { upkeep, operations };
}

/** Whether a question has been under way for long. */
export function useSlow(asking: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = asking ? setTimeout(() => setSlow(true), SLOW_MS) : undefined;
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [asking]);
  return slow;
}

export interface Repairing {
  readonly ask: (kind: RepairKind) => void;
  readonly busy: RepairKind | undefined;
  readonly asked: RepairKind | undefined;
  readonly error: Error | null;
}

/** One press, one repair; while one of its kind is under way the office answers with that one. */
export function useRepairing(): Repairing {
  const queryClient = useQueryClient();
  const sending = useSending({
    mutationFn: async (kind: RepairKind) => bodyOf(await client.POST('/upkeep/repairs', { body: { kind } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', '/upkeep'] }),
  });
  return {
    ask: sending.mutate,
    busy: sending.isPending ? sending.variables : undefined,
    asked: sending.isSuccess ? sending.variables : undefined,
    error: sending.error,
  };
}
