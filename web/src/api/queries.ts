import { api } from './client.ts';
import { clockQuery } from './clock-query.ts';
import { proceduresQuery } from './procedures-query.ts';
import { meQuery } from './query-client.ts';
import type { Me, Procedure, Reason, Schemas } from './types.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';

const RARELY_CHANGES = { staleTime: 10 * 60_000 };
const NO_RATES: readonly Schemas['InterestRate'][] = [];
const NO_PROCEDURES: readonly Procedure[] = [];

/** Inside the shell only, which has seen to it that somebody is signed in. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery()).data;
}

export function useMay(): (action: string) => boolean {
  const { actions } = useMe();
  return (action) => actions.includes(action);
}

/** The day on which the office is; undefined until its clock was read once. */
export function useOfficeDate(): string | undefined {
  return useQuery({ ...clockQuery(), select: (clock) => clock.officeDate }).data;
}

export function useReasons(): readonly Reason[] {
  return api.useQuery('get', '/reason-codes', {}, RARELY_CHANGES).data?.items ?? [];
}

/** None while they cannot be read: pages then show the names of steps as they are. */
export function useProcedures(): readonly Procedure[] {
  return useQuery(proceduresQuery()).data?.items ?? NO_PROCEDURES;
}

export function useInterestRates(): readonly Schemas['InterestRate'][] {
  return api.useQuery('get', '/interest-rates', {}, RARELY_CHANGES).data?.items ?? NO_RATES;
}

export function useCounterparts(): readonly Schemas['Counterpart'][] {
  return api.useQuery('get', '/counterparts', {}, RARELY_CHANGES).data?.items ?? [];
}

export function useStaff(): readonly Schemas['Staff'][] {
  return api.useQuery('get', '/staff', {}, { staleTime: 30_000 }).data?.items ?? [];
}
