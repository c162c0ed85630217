/** A page of what a number counts or sums, newest first. */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { cutPage } from '../connection/page.ts';

export interface Item {
  readonly transferId: string;
  readonly caseNo: string;
  /** Which of several of the same transfer. */
  readonly key: string;
  readonly at: string;
  /** Direction, closing, kind of fact, or state of a letter or notice: what its source calls it. */
  readonly what: string;
  readonly amountFen: number | null;
}

export interface ItemsPage {
  readonly items: readonly Item[];
  /** Of all, not of the page. */
  readonly count: number;
  readonly sumFen: number | null;
  readonly next: { readonly at: string; readonly key: string } | null;
}

interface Row extends Omit<Item, 'at'> {
  readonly at: Date;
  readonly exactly: string;
}

export interface ItemPage {
  readonly after?: { readonly at: string; readonly key: string };
  readonly limit: number;
}

/** `behind` gives transfer_id, at, key, what, amount_fen; it may read the `with` entries. */
export async function pageOfItems(
  db: Db,
  entries: RawBuilder<unknown>,
  behind: RawBuilder<unknown>,
  page: ItemPage,
): Promise<ItemsPage> {
  const after = page.after ? sql`(at, key) < (${page.after.at}::timestamptz, ${page.after.key})` : sql`true`;
  const { rows } = await sql<{ count: number; sumFen: number | null; page: Row[] | null }>`
    with ${entries},
    behind as materialized (${behind}),
    page as (
      select behind.transfer_id as "transferId", cases.case_no as "caseNo", key, at, at::text as exactly, what, amount_fen as "amountFen"
      from behind
      join transfers on transfers.id = behind.transfer_id
      join cases on cases.id = transfers.case_id
      where ${after}
      order by at desc, key desc limit ${page.limit + 1}
    )
    select (select count(*) from behind) as count, (select sum(amount_fen)::bigint from behind) as "sumFen",
      (select jsonb_agg(page order by at desc, key desc) from page) as page`.execute(db);
  const { count, sumFen, page: found } = rows[0]!;
  const { shown, last } = cutPage(found ?? [], page.limit);
  return {
    items: shown.map(({ exactly: _, at, ...item }) => ({ ...item, at: new Date(at).toISOString() })),
    count,
    sumFen,
    next: last ? { at: last.exactly, key: last.key } : null,
  };
}
