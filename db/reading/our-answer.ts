/** Of a transfer-out: what our last form says, and what of it has left. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface OurAnswer {
  readonly formNo: string | null;
  readonly accountTotalFen: number;
  readonly pooledFundFen: number;
  readonly totalFen: number;
  readonly sentFen: number;
  /** Less than nothing where more has left than the last form says. */
  readonly dueFen: number;
}

/** Null before the form was made out; an old ledger knows no lines. */
export async function readOurAnswer(db: Db, transferId: string): Promise<OurAnswer | null> {
  const { rows } = await sql<Omit<OurAnswer, 'dueFen'>>`
    select form.payload ->> 'formNo' as "formNo", (form.payload ->> 'accountTotalFen')::bigint as "accountTotalFen",
      (form.payload ->> 'pooledFundFen')::bigint as "pooledFundFen", (form.payload ->> 'totalFen')::bigint as "totalFen",
      (select coalesce(sum((payload ->> 'amountFen')::bigint), 0)::bigint from events
        where transfer_id = ${transferId} and kind = 'fundSent') as "sentFen"
    from events form
    where form.transfer_id = ${transferId} and form.kind = 'infoFormIssued' and form.payload ? 'totalFen'
    order by form.seq desc limit 1`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const totalFen = Number(row.totalFen);
  const sentFen = Number(row.sentFen);
  return {
    formNo: row.formNo,
    accountTotalFen: Number(row.accountTotalFen),
    pooledFundFen: Number(row.pooledFundFen),
    totalFen,
    sentFen,
    dueFen: totalFen - sentFen,
  };
}
