/** A later row of an old ledger about a transfer that is here already: newer facts are appended as facts, nothing is rewritten. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { happenedAt } from '../ledger/happened-at.ts';
import { readProcedureKey } from '../ledger/procedure-key.ts';
import { selectClosedSteps, selectOpenStep } from '../procedure/step-rows.ts';
import type { StandsAt } from './out-way.ts';

export async function isOpen(tx: Tx, transferId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from transfers where id = ${transferId} and closed_at is null`.execute(tx);
  return rows.length > 0;
}

/**
 * Was such a fact recorded here on that day already, by whomever? The other program knows no correction of ours, so that both days count: the
 * one that was said first, and the one by the last correction. A day before the case was taken up stands here as that of the acceptance.
 */
export async function isRecorded(tx: Tx, transferId: string, kind: string, on: string): Promise<boolean> {
  const { rows } = await sql`select 1 from events join transfers t on t.id = events.transfer_id
    where events.transfer_id = ${transferId} and events.kind = ${kind} and events.corrects_seq is null
      and array[office_date(events.occurred_at), office_date(${happenedAt})]
        && array[${on}::date, greatest(${on}::date, office_date(t.accepted_at))] limit 1`.execute(tx);
  return rows.length > 0;
}

/** A row may tell of a day before the case was taken up: what is recorded of it counts from then, as it does in a row that is new. */
export async function withinCase(tx: Tx, transferId: string): Promise<(at: Date) => Date> {
  const { accepted_at: acceptedAt } = await tx
    .selectFrom('transfers')
    .select('accepted_at')
    .where('id', '=', transferId)
    .executeTakeFirstOrThrow();
  return (at) => (at < acceptedAt ? acceptedAt : at);
}

/** False: it came with an old ledger and had ended, or waits to be taken into its procedure. */
export async function isFollowed(tx: Tx, transferId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from transfers where id = ${transferId} and followed`.execute(tx);
  return rows.length > 0;
}

/** Undefined: no step is open, or only a later release knows the procedure. */
export async function readStandsAt(tx: Tx, transferId: string): Promise<StandsAt | undefined> {
  const procedure = proceduresOf(tx).find(await readProcedureKey(tx, transferId));
  const open = await selectOpenStep(tx, transferId);
  if (!procedure || !open) return undefined;
  const closed = await selectClosedSteps(tx, transferId);
  return { procedure, step: open.step, outcomes: closed.flatMap(({ outcome }) => outcome ?? []) };
}
