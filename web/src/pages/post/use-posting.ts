import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { problemName, toProblem } from '../../api/problem.ts';
import { recordFact } from '../../api/record-fact.ts';
import type { Problem } from '../../api/types.ts';
import { openingOf, type ToPost } from './posting.ts';
import { LETTERS } from './use-letters.ts';
import { TO_POST } from './use-to-post.ts';

export interface Envelope {
  readonly rows: readonly ToPost[];
  /** None: over the platform. */
  readonly waybill?: string;
  /** Somebody has said that the letter which has the number lies in it too. */
  readonly sameEnvelope?: boolean;
}

/** One fact for each letter of an envelope. What was recorded stays so, whatever becomes of the next. */
export function usePosting(onPosted: (row: ToPost, envelope: readonly ToPost[]) => void) {
  const queryClient = useQueryClient();
  const sentAs = useSent();
  return useMutation({
    mutationFn: async ({ rows, waybill, sameEnvelope = false }: Envelope) => {
      for (const [place, row] of rows.entries()) {
        const what = `${openingOf(row)} ${waybill ?? ''}`;
        const { together, key } = sentAs(what, sameEnvelope || place > 0);
        await recordFact({
          transferId: row.id,
          fact:
            waybill === undefined
              ? { kind: 'letterSent', channel: 'platform' }
              : { kind: 'letterSent', channel: 'ems', waybill, ...(together && { sameEnvelope: true }) },
          key,
        });
        onPosted(row, rows);
      }
    },
    // Nobody waits for it: the next number may come meanwhile.
    onSettled: () => {
      void queryClient.invalidateQueries({ predicate: ({ queryKey: [name] }) => name === TO_POST || name === LETTERS });
    },
  });
}

interface Sent {
  readonly together: boolean;
  readonly key: string;
}

/** The same letter under the same number is the same fact, however often it is scanned: where a line was cut it may be recorded already. */
function useSent(): (what: string, together: boolean) => Sent {
  const sent = useRef(new Map<string, Sent>());
  return (what, together) => {
    const before = sent.current.get(what);
    if (before && (before.together || !together)) return before;
    const now = { together, key: newIdempotencyKey() };
    sent.current.set(what, now);
    return now;
  };
}

/** The letter that has the number already, where both may lie in one envelope. */
export function mayShare(error: unknown): Problem | undefined {
  const problem = toProblem(error);
  return problemName(problem) === 'waybill-known' && problem.mayBeSame === true ? problem : undefined;
}
