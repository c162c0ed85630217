/** A later row of an old ledger about a transfer that is here already: newer facts are appended as facts, nothing is rewritten. */
import { sql } from 'kysely';
import { walk } from '../../domain/procedures/walk.ts';
import type { Tx } from '../connection/connection.ts';
import { openStepIn } from '../procedure/steps.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

/** How the steps of a transfer went so far. Undefined: it waits for no next step, because one is open, none was yet, or it has ended. */
async function outcomesBetweenSteps(tx: Tx, transferId: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ outcomes: string[] }>`
    select array_agg(s.outcome order by s.ordinal) as outcomes from steps s join transfers t on t.id = s.transfer_id
    where t.id = ${transferId} and t.closed_at is null having bool_and(s.closed_at is not null)`.execute(tx);
  return rows[0]?.outcomes;
}

/** A step may be decided the moment it opens, by what came early: then the next one opens too. */
export async function openWhatFollows(tx: Tx, transferId: string): Promise<void> {
  for (;;) {
    const outcomes = await outcomesBetweenSteps(tx, transferId);
    if (!outcomes) return;
    const ledger = await TransferLedger.open(tx, transferId);
    const { open } = walk(ledger.procedure, outcomes);
    if (!open) return;
    await openStepIn(ledger, { transferId, ...open }, 'import');
    await ledger.write();
  }
}

/** Was such a fact recorded here on that day already, by whomever? */
export async function isRecorded(tx: Tx, transferId: string, kind: string, on: string): Promise<boolean> {
  const { rows } = await sql`select 1 from events where transfer_id = ${transferId} and kind = ${kind}
    and office_date(occurred_at) = ${on}::date and corrects_seq is null limit 1`.execute(tx);
  return rows.length > 0;
}
