/** An attempt runs from the sending of a letter to its return, or to the end of the transfer (*attempt*, docs/glossary.md; decision 0003). */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';

export async function startAttempt(
  tx: Tx,
  transferId: string,
  attempt: number,
  start: { at: Date; factSeq: number },
): Promise<void> {
  await tx
    .insertInto('attempts')
    .values({ transfer_id: transferId, attempt, started_at: start.at, started_by_fact_seq: start.factSeq })
    .execute();
}

export interface AttemptEnd {
  readonly at: Date;
  readonly factSeq: number;
  readonly ending: 'closed' | 'returned' | 'withdrawn' | 'closedWithoutTransfer';
  readonly reasonCode?: string | null;
}

/** Ends the open attempt, if there is one. */
export async function endAttempt(tx: Tx, transferId: string, end: AttemptEnd): Promise<void> {
  await sql`update attempts set ended_at = greatest(started_at, ${end.at}::timestamptz), ended_by_fact_seq = ${end.factSeq},
    ending = ${end.ending}, reason_code = ${end.reasonCode ?? null}
    where transfer_id = ${transferId} and ended_at is null`.execute(tx);
}
