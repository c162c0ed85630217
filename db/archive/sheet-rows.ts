/** The rows of a kept sheet, for the same questions that are asked of the sheet of now. */
import { sql, type RawBuilder } from 'kysely';

export const ROW_COLUMNS = [
  'transfer_id',
  'accepted_at',
  'closed_at',
  'was_open',
  'has_ended',
  'completed',
  'closing',
  'same_province',
  'step',
  'days_over',
  'days_taken',
  'account_total_fen',
  'pooled_fund_fen',
  'migrant_worker',
  'letter_channel',
  'lump_sum_without_paper',
] as const;

/** `with` entries that end in `sheet`. */
export const keptRows = (sheetId: string, direction: 'in' | 'out'): RawBuilder<unknown> => sql`
  sheet as materialized (
    select ${sql.join(ROW_COLUMNS.map((column) => sql.ref(column)))}
    from monthly_sheet_rows where sheet_id = ${sheetId}::uuid and direction = ${direction}
  )`;
