/** Lists are read one row beyond their page: whether it is there says whether the list goes on, after the last one shown. Pure. */

/** Where a list ordered by an instant goes on. */
export interface AfterInstant {
  /** As PostgreSQL writes an instant: to the microsecond. */
  readonly at: string;
  readonly id: string;
}

/** `last`: after which the list goes on; undefined where it ends with this page. */
export function cutPage<Row>(rows: readonly Row[], limit: number): { shown: Row[]; last: Row | undefined } {
  return { shown: rows.slice(0, limit), last: rows.length > limit ? rows[limit - 1] : undefined };
}

export const afterInstant = (last: { readonly key: string; readonly id: string } | undefined): AfterInstant | null =>
  last ? { at: last.key, id: last.id } : null;
