/** The fact that was wrong, as it stands after whatever has corrected it before. */
import { sql } from 'kysely';
import { refuseDefects } from '../../domain/errors.ts';
import type { FactKind } from '../../domain/facts/facts.ts';
import type { Tx } from '../connection/connection.ts';
import { happenedAt } from '../ledger/happened-at.ts';

export interface CorrectedFact {
  readonly kind: FactKind;
  readonly fact_seq: number;
  readonly closes: boolean;
  readonly step_ordinal: number | null;
  readonly step: string | null;
  /** As corrected before, if it was. */
  readonly occurred_at: Date;
  /** The last correction of it. */
  readonly corrected_by: number | null;
  /** The numbers as facts of all its corrections. */
  readonly corrections: readonly number[];
}

/** @throws Refusal invalid, when no fact has this number, or a correction has it */
export async function requireFact(tx: Tx, transferId: string, seq: number): Promise<CorrectedFact> {
  const { rows } = await sql<CorrectedFact>`
    select kind, fact_seq, closes, step_ordinal, steps.step, ${happenedAt} as occurred_at,
      (select max(later.seq) from events as later
        where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq) as corrected_by,
      array(select later.fact_seq from events as later
        where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq
          and later.fact_seq is not null) as corrections
    from events left join steps on steps.transfer_id = events.transfer_id and steps.ordinal = events.step_ordinal
    where events.transfer_id = ${transferId} and seq = ${seq} and fact_seq is not null`.execute(tx);
  const fact = rows[0];
  if (!fact) refuseDefects([{ field: 'correctsSeq', code: 'unknown', message: 'No fact has this number.' }]);
  const message = 'A correction is corrected by correcting its fact once more.';
  if (fact?.kind === 'corrected') refuseDefects([{ field: 'correctsSeq', code: 'ofCorrection', message }]);
  return fact!;
}
