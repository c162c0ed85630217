/** An attempt runs from the sending of a letter to its return, or to the end of the transfer (*attempt*, docs/glossary.md; decision 0003). */
import { sql } from 'kysely';
import { part } from '../connection/statement-parts.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

interface Begun {
  readonly transfer_id: string;
  readonly attempt: number;
  readonly started_at: Date;
  readonly started_by_fact_seq: number;
}
const BEGUN = part('attemptBegun', (db, row: Begun) => db.insertInto('attempts').values(row));

export function startAttempt(
  ledger: TransferLedger,
  attempt: number,
  { at, factSeq }: { at: Date; factSeq: number },
): void {
  const row = { transfer_id: ledger.transfer.id, attempt, started_at: at, started_by_fact_seq: factSeq };
  ledger.change(BEGUN(row));
}

export interface AttemptEnd {
  readonly at: Date;
  readonly factSeq: number;
  readonly ending: 'closed' | 'returned' | 'withdrawn' | 'closedWithoutTransfer';
  readonly reasonCode?: string | null;
}

const ENDED = part('attemptEnded', (db, end: AttemptEnd & { readonly transferId: string }) =>
  db
    .updateTable('attempts')
    .set({
      ended_at: sql<Date>`greatest(started_at, ${end.at}::timestamptz)`,
      ended_by_fact_seq: end.factSeq,
      ending: end.ending,
      reason_code: end.reasonCode ?? null,
    })
    .where('transfer_id', '=', end.transferId)
    .where('ended_at', 'is', null),
);

/** Ends the open attempt, if there is one. */
export function endAttempt(ledger: TransferLedger, { at, factSeq, ending, reasonCode }: AttemptEnd): void {
  ledger.change(ENDED({ at, factSeq, ending, reasonCode: reasonCode ?? null, transferId: ledger.transfer.id }));
}
