import { useRef, useState } from 'react';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { recordFact } from '../../api/record-fact.ts';
import type { NewFact, Procedure, TransferDetail } from '../../api/types.ts';
import { procedureOf, stepOf } from '../../procedures/lookup.ts';
import { outcomesBy } from '../transfer/facts/fact-rules.ts';

const KIND = 'secondReviewed';

/** Confirms forms one after the other; what is refused says so at its row, and the others go on. */
export function useConfirming(procedures: readonly Procedure[], onEnd: (done: number) => void) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const note = (id: string, answer: unknown): void => setAnswers((now) => new Map([...now, [id, answer]]));
  /** Sent before the line was cut and again, it is recorded once. */
  const keyOf = (id: string): string => {
    const key = keys.current.get(id) ?? newIdempotencyKey();
    keys.current.set(id, key);
    return key;
  };
  const confirm = async (chosen: readonly TransferDetail[]): Promise<void> => {
    if (busy) return;
    setBusy(true);
    let done = 0;
    for (const { id, procedure, openStep } of chosen) {
      const [outcome] = outcomesBy(KIND, stepOf(procedureOf(procedures, procedure), openStep?.step));
      const sent = recordFact({ transferId: id, fact: { kind: KIND, outcome } as NewFact, key: keyOf(id) });
      const answer = await sent.then(
        () => 'done',
        (error: unknown) => error,
      );
      note(id, answer);
      if (answer === 'done') done += 1;
    }
    setBusy(false);
    onEnd(done);
  };
  return { answers, busy, confirm };
}
