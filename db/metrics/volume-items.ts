/** Exactly what one number of the volume counts or sums, newest first. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { corrections } from './as-known.ts';
import { figureOf, SOURCES, spanOf, type VolumeFigure, type VolumeSpan } from './volume-figures.ts';

export interface VolumeItem {
  readonly transferId: string;
  readonly caseNo: string;
  /** Which of several of the same transfer. */
  readonly key: string;
  readonly at: string;
  /** Direction, closing, kind of fact, or state of a letter or notice: what its source calls it. */
  readonly what: string;
  readonly amountFen: number | null;
}

export interface VolumeItems {
  readonly items: readonly VolumeItem[];
  /** Of all, not of the page. */
  readonly count: number;
  readonly sumFen: number | null;
  readonly next: { readonly at: string; readonly key: string } | null;
}

interface Row extends Omit<VolumeItem, 'at'> {
  readonly at: Date;
  readonly exactly: string;
}

export async function listVolumeItems(
  db: Db,
  span: VolumeSpan,
  figure: VolumeFigure,
  page: { readonly after?: { readonly at: string; readonly key: string }; readonly limit: number },
): Promise<VolumeItems> {
  const { of, where = 'true' } = figureOf(figure);
  const after = page.after ? sql`(at, key) < (${page.after.at}::timestamptz, ${page.after.key})` : sql`true`;
  const { rows } = await sql<{ count: number; sumFen: number | null; page: Row[] | null }>`
    with ${corrections(span)},
    behind as materialized (select * from (${SOURCES[of](spanOf(span))}) as counted where ${sql.raw(where)}),
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
  const shown = (found ?? []).slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ exactly: _, at, ...item }) => ({ ...item, at: new Date(at).toISOString() })),
    count,
    sumFen,
    next: (found ?? []).length > page.limit && last ? { at: last.exactly, key: last.key } : null,
  };
}
