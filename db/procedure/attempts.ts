/** An attempt runs from the sending of a letter to its return, or to the end of the transfer (*attempt*, docs/glossary.md; decision 0003). */
import { sql } from 'kysely';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

export function startAttempt(
  ledger: TransferLedger,
  attempt: number,
  { at, factSeq }: { at: Date; factSeq: number },
): void {
  ledger.change('attemptBegun', (db) =>
    db
      .insertInto('attempts')
      .values({ transfer_id: ledger.transfer.id, attempt, started_at: at, started_by_fact_seq: factSeq }),
  );
}

export interface AttemptEnd {
  readonly at: Date;
  readonly factSeq: number;
  readonly ending: 'closed' | 'returned' | 'withdrawn' | 'closedWithoutTransfer';
  readonly reasonCode?: string | null;
}

/** Ends the open attempt, if there is one. */
export function endAttempt(ledger: TransferLedger, end: AttemptEnd): void {
  ledger.change('attemptEnded', (db) =>
    db
      .updateTable('attempts')
      .set({
        ended_at: sql<Date>`greatest(started_at, ${end.at}::timestamptz)`,
        ended_by_fact_seq: end.factSeq,
        ending: end.ending,
        reason_code: end.reasonCode ?? null,
      })
      .where('transfer_id', '=', ledger.transfer.id)
      .where('ended_at', 'is', null),
  );
}
