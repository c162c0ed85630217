import { stringify } from 'csv-stringify/sync';
import type { ImportRefusal } from '../db/imported/lines.ts';

/** For a spreadsheet: with a byte-order mark, and no cell that it would take for a formula. */
export function refusalsCsv(refusals: readonly ImportRefusal[]): string {
  return stringify([...refusals], {
    bom: true,
    header: true,
    columns: ['line', 'field', 'code', 'reason'],
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
