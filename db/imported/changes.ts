/** A later row of an old ledger about a transfer that is here already: newer facts are appended as facts, nothing is rewritten. */
import { sql } from 'kysely';
import type { Step } from '../../domain/procedures/index.ts';
import type { Tx } from '../connection/connection.ts';
import { openStepIn } from '../procedure/steps.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

/** How the steps of a transfer went so far, and whether its last one is open; undefined before the first was opened. */
export async function standingOf(tx: Tx, transferId: string) {
  const { rows } = await sql<{ steps: number; outcomes: string[] }>`select count(*)::integer as steps,
      coalesce(array_agg(outcome order by ordinal) filter (where closed_at is not null), '{}') as outcomes
    from steps where transfer_id = ${transferId}`.execute(tx);
  const { steps, outcomes } = rows[0]!;
  return steps === 0 ? undefined : { outcomes, isOpen: outcomes.length < steps };
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
