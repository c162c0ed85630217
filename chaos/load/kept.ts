/** Compares what was acknowledged with the ledger. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../invariants/invariant.ts';
import type { Memory, Said } from './acknowledged.ts';

/** An event as the ledger has it; its key as a digest, of a release before as it was sent. */
export interface Recorded {
  readonly key: string | null;
  readonly transferId: string;
  readonly seq: number;
}

/** The facts of these transfers, and whatever stands under these keys. */
export const RECORDED = `select idempotency_key as key, transfer_id as "transferId", seq from events
  where idempotency_key = any($1::text[])
    or (transfer_id = any($2::uuid[]) and fact_seq is not null and source = 'staff' and kind <> 'personTold')`;

export function recordedParameters(memory: Memory): [string[], string[]] {
  const transfers = memory.all.flatMap(({ acknowledged }) => (acknowledged ? [acknowledged.transferId] : []));
  return [[...writings(memory).keys()], [...new Set(transfers)]];
}

/** Each key by every way in which the ledger may have written it. */
function writings({ commands }: Memory): Map<string, string> {
  const digest = (key: string): string => createHash('sha256').update(key).digest('hex');
  return new Map([...commands.keys()].flatMap((key) => [[key, key] as const, [digest(key), key] as const]));
}

/** The first finding is the gravest. */
export function broken(memory: Memory, inLedger: readonly Recorded[]): Finding[] {
  const sent = writings(memory);
  const recorded = inLedger.map((one) => ({ ...one, key: (one.key === null ? null : sent.get(one.key)) ?? one.key }));
  const byKey = new Map<string, Recorded[]>();
  for (const one of recorded) byKey.set(one.key ?? '', [...(byKey.get(one.key ?? '') ?? []), one]);
  const found = ({ key }: Said): Recorded[] => byKey.get(key) ?? [];
  const acknowledged = memory.all.filter((said) => said.acknowledged);
  const keys = (commands: readonly Said[]): string[] => commands.map(({ key }) => key);
  const unasked = recorded.filter(({ key }) => key === null || !memory.commands.has(key));
  return [
    ...finding(
      'acknowledged-fact-kept',
      'each fact that was acknowledged is in the ledger',
      keys(acknowledged.filter((said) => found(said).length === 0)),
    ),
    ...finding(
      'repeated-key-once',
      'a command that was sent again with its key is in the ledger once',
      keys(memory.all.filter((said) => found(said).length > 1)),
    ),
    ...finding(
      'acknowledged-as-recorded',
      'the ledger has the fact as the answer told it',
      keys(acknowledged.filter((said) => found(said).some((one) => !isAsTold(said, one)))),
    ),
    ...finding(
      'same-answer-again',
      'the same command gets the same answer',
      keys(memory.all.filter(({ contradicted }) => contradicted)),
    ),
    ...finding(
      'nothing-unasked',
      'the ledger has no fact that nobody sent',
      unasked.map(({ transferId, seq }) => `${transferId} ${seq}`),
    ),
    ...finding('refused-with-reason', 'no command that is right is refused', memory.refusals),
  ];
}

const isAsTold = ({ acknowledged }: Said, { transferId, seq }: Recorded): boolean =>
  acknowledged?.transferId === transferId && (acknowledged.seq === undefined || acknowledged.seq === seq);

function finding(invariant: string, promise: string, ids: readonly string[]): Finding[] {
  return ids.length === 0 ? [] : [{ invariant, promise, count: ids.length, examples: [...ids].sort().slice(0, 5) }];
}
