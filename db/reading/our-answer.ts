/** Of a transfer-out: what our last form says, and what of it has left. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { paidOutFen } from '../ledger/paid-out.ts';

export interface OurAnswer {
  readonly formNo: string | null;
  readonly accountTotalFen: number;
  readonly pooledFundFen: number;
  readonly totalFen: number;
  readonly sentFen: number;
  /** Less than nothing where more has left than the last form says. */
  readonly dueFen: number;
}

/** Null before the form was made out, and of an old ledger that knows no lines, or not how much it sent. */
export async function readOurAnswer(db: Db, transferId: string): Promise<OurAnswer | null> {
  const { rows } = await sql<Omit<OurAnswer, 'dueFen' | 'sentFen'> & { sentFen: number | null }>`
    select form.payload ->> 'formNo' as "formNo", (form.payload ->> 'accountTotalFen')::bigint as "accountTotalFen",
      (form.payload ->> 'pooledFundFen')::bigint as "pooledFundFen", (form.payload ->> 'totalFen')::bigint as "totalFen",
      ${paidOutFen(transferId)} as "sentFen"
    from events form
    where form.transfer_id = ${transferId} and form.kind = 'infoFormIssued' and form.payload ? 'accountTotalFen'
    order by form.seq desc limit 1`.execute(db);
  const [row] = rows;
  if (!row || row.sentFen === null) return null;
  return { ...row, sentFen: row.sentFen, dueFen: row.totalFen - row.sentFen };
}
