import { stringify } from 'csv-stringify/sync';

/** For a spreadsheet: with a byte-order mark, and no cell that it would take for a formula. */
export const asCsv = (rows: readonly object[], columns: string[]): string =>
  stringify([...rows], { bom: true, header: true, columns, escape_formulas: true, record_delimiter: 'windows' });
