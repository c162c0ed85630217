/** What kind of thing each column of a ledger holds. */
import type { Column, ColumnKind } from '../files/table-file.ts';

const kindOf = (title: string): ColumnKind => {
  if (/日期$/.test(title)) return 'day';
  if (/金额$/.test(title)) return 'fen';
  return title === '更正次数' ? 'count' : 'text';
};

export const ledgerColumns = ({
  required,
  optional,
}: {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}): Column[] => [...required, ...optional].map((title) => ({ title, kind: kindOf(title) }));
