/** Nameless counts for the public: by month of acceptance, direction, province of the other office, scheme and outcome. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { LedgerSpan } from './ledger-pages.ts';

export interface PublicCount {
  readonly month: string;
  readonly direction: 'in' | 'out';
  /** The first two digits of an area code (GB/T 2260). */
  readonly province: string;
  readonly scheme: string;
  /** Null: still open. */
  readonly closing: string | null;
  readonly count: number;
}

export async function readPublicCounts(db: Db, { officeId, from, to }: LedgerSpan): Promise<PublicCount[]> {
  const { rows } = await sql<PublicCount>`select to_char(c.accepted_on, 'YYYY-MM') as month, t.direction,
      left(cp.area_code, 2) as province, c.scheme, t.closing, count(*)::integer as count
    from transfers t join cases c on c.id = t.case_id join counterparts cp on cp.id = t.counterpart_id
    where t.office_id = ${officeId} and c.accepted_on >= coalesce(${from ?? null}::date, '2000-01-01')
      and c.accepted_on <= coalesce(${to ?? null}::date, '2999-12-31')
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5 nulls first`.execute(db);
  return rows;
}
