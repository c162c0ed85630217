/** Entries of one file that are alike in account, day, direction, amount and reference, told apart; and references that begin anew. */
import type { BankEntry } from './entry.ts';
import { fileWarning, type AcceptedRow, type RowDefect } from '../tables/row-files.ts';

/** The text by which two entries of one file are the same row written twice. */
const textOf = ({ payerName, payerAccount, memo }: BankEntry): string =>
  JSON.stringify([payerName, payerAccount, memo]);

const keyOf = ({ account, bookedOn, direction, amountFen, serial }: BankEntry): string =>
  JSON.stringify([account, bookedOn, direction, amountFen, serial]);

/**
 * Of one file, with a reference: another payer or memo makes another entry, and the same row again is the same entry. What another file
 * of the zip says of it in other words (camt.054 beside camt.053) is the same entry too, as when they come one after the other.
 */
export const numberTwins = (rows: readonly AcceptedRow<BankEntry>[]): AcceptedRow<BankEntry>[] =>
  numbered(rows, ({ serial }) => serial !== '');

/** Without a reference every row of a statement is an entry of its own, in whichever file of the zip. */
export const numberUnreferenced = (rows: readonly AcceptedRow<BankEntry>[]): AcceptedRow<BankEntry>[] =>
  numbered(rows, ({ serial }) => serial === '');

function numbered(
  rows: readonly AcceptedRow<BankEntry>[],
  isMeant: (entry: BankEntry) => boolean,
): AcceptedRow<BankEntry>[] {
  const seen = new Map<string, string[]>();
  return rows.map((row) => {
    if (!isMeant(row.row)) return row;
    const text = textOf(row.row);
    const key = row.row.serial === '' ? keyOf(row.row) + text : keyOf(row.row);
    const texts = seen.get(key) ?? [];
    seen.set(key, texts);
    const known = row.row.serial === '' ? -1 : texts.indexOf(text);
    if (known < 0) texts.push(text);
    return { ...row, row: { ...row.row, twin: known < 0 ? texts.length : known + 1 } };
  });
}

/** Said once for the file, so that nobody looks for an entry by its reference alone. */
export function repeatedReferences(rows: readonly AcceptedRow<BankEntry>[]): RowDefect[] {
  const days = new Map<string, Set<string>>();
  for (const { row } of rows) {
    if (row.serial === '') continue;
    const key = JSON.stringify([row.account, row.serial]);
    days.set(key, (days.get(key) ?? new Set()).add(row.bookedOn));
  }
  const repeated = [...days.values()].filter((of) => of.size > 1).length;
  if (repeated === 0) return [];
  const reason = `${String(repeated)} references of this file stand on more than one day: the bank counts anew. Each entry is kept as its own.`;
  return [fileWarning('AcctSvcrRef', 'referencesRepeat', reason)];
}
