/** Whose money it may be, found by what is typed; a name or a number goes in the body of a request only. */
import { queryOptions } from '@tanstack/react-query';
import { bodyOf, client } from '../../api/client.ts';
import type { TransferRow } from '../../api/types.ts';

const NAME = /^[\p{Script=Han}·]+$/u;

export const foundQuery = (whose: string) =>
  queryOptions({
    queryKey: ['found', whose],
    queryFn: async () => {
      const body = NAME.test(whose) ? { name: whose } : { any: whose };
      return bodyOf(await client.POST('/transfers/search', { body })).items;
    },
    staleTime: 60_000,
  });

/** Money comes for a transfer-in that is open. */
export const awaitsMoney = ({ direction, closedAt }: TransferRow): boolean => direction === 'in' && closedAt === null;
