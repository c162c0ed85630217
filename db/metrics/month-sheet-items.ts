/** Exactly the transfers that one number of the monthly sheet counts or sums. */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { pageOfItems, type ItemPage, type ItemsPage } from './item-page.ts';
import { sheetFigure, type SheetFigure } from './month-sheet-rows.ts';

/** @param rows `with` entries that end in `sheet` */
export async function listMonthSheetItems(
  db: Db,
  rows: RawBuilder<unknown>,
  figure: SheetFigure,
  /** Of those in transit, the ones in this step; '' is none. */
  step: string | undefined,
  page: ItemPage,
): Promise<ItemsPage> {
  const { where, fen } = sheetFigure(figure);
  const ofStep = step === undefined ? sql`true` : sql`coalesce(step, '') = ${step}`;
  const behind = sql`
    select transfer_id, coalesce(case when has_ended then closed_at end, accepted_at) as at, transfer_id::text as key,
      case when has_ended then closing else coalesce(step, 'open') end as what, ${fen ? sql.ref(fen) : sql`null::bigint`} as amount_fen
    from sheet where (${sql.raw(where)}) and ${ofStep}`;
  return pageOfItems(db, rows, behind, page);
}
