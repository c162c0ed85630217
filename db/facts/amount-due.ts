/** What a transfer-out still has to pay. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';

interface Figures {
  readonly formFen: number | null;
  /** Null: a row of an old ledger does not say how much it sent. */
  readonly sentFen: number | null;
}

/** Each payment as it was corrected last. */
async function figuresOf(tx: Tx, transferId: string): Promise<Figures> {
  const { rows } = await sql<{ form: number | null; sent: number; unknown: boolean }>`
    with sent as (
      select coalesce((select later.payload ->> 'correctedAmountFen' from events as later
          where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq
            and later.payload ? 'correctedAmountFen' order by later.seq desc limit 1),
        payload ->> 'amountFen')::bigint as fen
      from events where transfer_id = ${transferId} and kind = 'fundSent'
    )
    select (select (payload ->> 'totalFen')::bigint from events where transfer_id = ${transferId} and kind = 'infoFormIssued'
        order by seq desc limit 1) as form,
      (select coalesce(sum(fen), 0)::bigint from sent) as sent, exists (select from sent where fen is null) as unknown`.execute(
    tx,
  );
  const { form, sent, unknown } = rows[0]!;
  return { formFen: form === null ? null : Number(form), sentFen: unknown ? null : Number(sent) };
}

/** In fen: what our last form says, less what has left; may be less than nothing. Undefined: nobody knows how much has left. */
export async function amountDue(tx: Tx, transferId: string): Promise<number | undefined> {
  const { formFen, sentFen } = await figuresOf(tx, transferId);
  return sentFen === null ? undefined : (formFen ?? 0) - sentFen;
}

/** @throws Refusal `amount-mismatch` when nobody knows how much has left */
export async function requireAmountDue(tx: Tx, transferId: string): Promise<number> {
  const { formFen, sentFen } = await figuresOf(tx, transferId);
  if (sentFen !== null) return (formFen ?? 0) - sentFen;
  throw new Refusal(
    'amount-mismatch',
    'The old ledger does not say how much was sent: bring its amount (划转金额) with the next file first.',
    { extra: { expectedFen: formFen, receivedFen: null } },
  );
}
