import { useQuery } from '@tanstack/react-query';
import { bodyOf, client } from '../../api/client.ts';
import { useCounterparts, useMe, useProcedures } from '../../api/queries.ts';
import type { TransferRow } from '../../api/types.ts';
import { postingSteps, type ToPost } from './posting.ts';

const EVERY_MS = 10_000;
/** More than anybody posts before the list is read again. */
const AT_ONCE = 200;

export const TO_POST = 'to post';

/** Letters that wait to be posted, soonest due first; mine, or everybody's. */
export function useToPost(all: boolean) {
  const { id } = useMe();
  const steps = postingSteps(useProcedures());
  const directory = useCounterparts();
  return useQuery({
    queryKey: [TO_POST, all, steps],
    queryFn: async () => {
      const pages = await Promise.all(steps.map((step) => readStep(step, all ? {} : { ownerId: id })));
      return { rows: pages.flatMap(({ items }) => items), more: pages.some(({ next }) => next !== null) };
    },
    select: ({ rows, more }) => ({ rows: sorted(rows, directory), more }),
    refetchInterval: EVERY_MS,
  });
}

const readStep = async (step: string, of: { readonly ownerId?: string }) =>
  bodyOf(await client.GET('/transfers', { params: { query: { state: 'open', step, limit: AT_ONCE, ...of } } }));

function sorted(rows: readonly TransferRow[], directory: ReturnType<typeof useCounterparts>): ToPost[] {
  // Between two answers a transfer may have gone on to another such step.
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  const found = once.flatMap(({ openStep, ...row }) => {
    const office = directory.find(({ areaCode }) => areaCode === row.counterpart.areaCode);
    return openStep ? [{ ...row, openStep, directory: office }] : [];
  });
  return found.sort((a, b) => a.openStep.dueOn.localeCompare(b.openStep.dueOn) || a.caseNo.localeCompare(b.caseNo));
}
