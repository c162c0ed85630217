/** What a transfer-out still has to pay. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';
import { paidOutFen } from '../ledger/paid-out.ts';

interface Figures {
  readonly formFen: number | null;
  readonly sentFen: number | null;
}

async function figuresOf(tx: Tx, transferId: string): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select (select (payload ->> 'totalFen')::bigint from events where transfer_id = ${transferId} and kind = 'infoFormIssued'
        order by seq desc limit 1) as "formFen", ${paidOutFen(transferId)} as "sentFen"`.execute(tx);
  return rows[0]!;
}

/** In fen: what our last form says, less what has left; may be less than nothing. Undefined without a form, or where nobody knows how much has left. */
export async function leftToPay(tx: Tx, transferId: string): Promise<number | undefined> {
  const { formFen, sentFen } = await figuresOf(tx, transferId);
  return formFen === null || sentFen === null ? undefined : formFen - sentFen;
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
