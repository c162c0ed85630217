import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { bodyOf, client } from '../../api/client.ts';
import { toProblem } from '../../api/problem.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import type { KeptForm } from '../../forms/use-draft.tsx';
import { toNewTransfer, type AcceptValues } from './accept-values.ts';

const route = getRouteApi('/shell/accept');

/** What the office would accept, with what is to be asked before. */
interface Looked {
  readonly values: AcceptValues;
  readonly questions: readonly Schemas['AcceptanceQuestion'][];
}

interface Asked {
  readonly draft: KeptForm;
  readonly refusal: { readonly clear: () => void; readonly show: (error: unknown) => void };
  /** It is recorded, and nothing of it is typed any more. */
  readonly onRecorded: () => void;
}

/** Was it the office that said no, and not the line that was cut? */
const isRefused = (error: unknown): boolean => [409, 422].includes(toProblem(error).status);

/** First the office looks, then the clerk and the person do, and then it counts. The look has an address: the way back leads to the form. */
export function useAccepting({ draft, refusal, onRecorded }: Asked) {
  const navigate = route.useNavigate();
  const { check = false } = route.useSearch();
  const [looked, setLooked] = useState<Looked>();
  const toForm = (): void => void navigate({ search: {}, replace: true });
  useEffect(() => {
    // After a reload the answers are in the form again; the office is asked anew.
    if (check && !looked) void navigate({ search: {}, replace: true });
  }, [check, looked, navigate]);
  const told = (error: unknown): void => {
    draft.refused(error);
    refusal.show(error);
  };
  const asked = (values: AcceptValues) => ({
    params: { header: { 'Idempotency-Key': draft.key } },
    body: toNewTransfer(values),
  });
  const look = useSending({
    mutationFn: async (values: AcceptValues) => bodyOf(await client.POST('/checks/transfer', asked(values))),
    onMutate: refusal.clear,
    onError: told,
    onSuccess: ({ questions }, values) => {
      setLooked({ values, questions });
      void navigate({ search: { check: true } });
    },
  });
  const forget = (): void => {
    setLooked(undefined);
    toForm();
  };
  const accept = useSending({
    mutationFn: async (values: AcceptValues) => bodyOf(await client.POST('/transfers', asked(values))),
    onError: (error) => {
      if (!isRefused(error)) return;
      // Somebody else was first, or a rule has changed since the look. The fields are seen before they are marked.
      toForm();
      setTimeout(() => told(error));
    },
    onSuccess: () => {
      forget();
      onRecorded();
    },
  });
  return {
    /** Undefined while somebody types. */
    checked: check ? looked : undefined,
    look,
    accept,
    /** A line that was cut, told where it can be sent again. */
    cut: accept.error !== null && !isRefused(accept.error) ? accept.error : undefined,
    /** What was looked at is typed otherwise by now. */
    changed: () => setLooked(undefined),
    forget,
  };
}
