/** A later row of an old ledger about a transfer that is here already: newer facts are appended as facts, nothing is rewritten. */
import { sql } from 'kysely';
import type { Step } from '../../domain/procedures/steps.ts';
import type { Tx } from '../connection/connection.ts';
import { openStepIn } from '../procedure/steps.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface StandingStep {
  readonly ordinal: number;
  readonly step: string;
  readonly attempt: number;
  /** Null while it is open. */
  readonly outcome: string | null;
}

/** The last step that was opened. */
export async function lastStep(tx: Tx, transferId: string): Promise<StandingStep | undefined> {
  return tx
    .selectFrom('steps')
    .select(['ordinal', 'step', 'attempt', 'outcome'])
    .where('transfer_id', '=', transferId)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst();
}

export async function openNext(
  tx: Tx,
  transferId: string,
  next: { ordinal: number; step: Step; attempt: number },
): Promise<void> {
  const ledger = await TransferLedger.open(tx, transferId);
  await openStepIn(ledger, { transferId, ...next }, 'import');
  await ledger.write();
}

/** Was such a fact recorded here on that day already, by whomever? */
export async function isRecorded(tx: Tx, transferId: string, kind: string, on: string): Promise<boolean> {
  const { rows } = await sql`select 1 from events where transfer_id = ${transferId} and kind = ${kind}
    and office_date(occurred_at) = ${on}::date and corrects_seq is null limit 1`.execute(tx);
  return rows.length > 0;
}
