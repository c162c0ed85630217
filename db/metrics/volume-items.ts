/** Exactly what one number of the volume counts or sums, newest first. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { corrections } from './as-known.ts';
import { pageOfItems, type ItemPage, type ItemsPage } from './item-page.ts';
import { figureOf, SOURCES, spanOf, type VolumeFigure, type VolumeSpan } from './volume-figures.ts';

export async function listVolumeItems(
  db: Db,
  span: VolumeSpan,
  figure: VolumeFigure,
  page: ItemPage,
): Promise<ItemsPage> {
  const { of, where = 'true' } = figureOf(figure);
  const behind = sql`select * from (${SOURCES[of](spanOf(span))}) as counted where ${sql.raw(where)}`;
  return pageOfItems(db, corrections(span), behind, page);
}
