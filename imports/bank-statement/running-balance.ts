/** The balance that a bank writes beside each entry: without a gap every entry begins where another has ended. */
import { compareText } from '../../domain/text-order.ts';
import { fileWarning, type RowDefect } from '../tables/row-files.ts';

export interface BalancedEntry {
  readonly line: number;
  readonly account: string;
  readonly bookedOn: string;
  /** Below zero for money that left. */
  readonly movedFen: number;
  /** Behind the entry; undefined where the cell is no amount. */
  readonly balanceFen: number | undefined;
}

const MOST_LINES = 5;

/** In whatever order the bank writes them, the newest first or not: only the oldest entry may begin where no other ends. */
export function checkRunningBalance(column: string, entries: readonly BalancedEntry[]): RowDefect[] {
  if (entries.some(({ balanceFen }) => balanceFen === undefined)) {
    const reason = 'A balance beside the entries is no amount in yuan; the entries were not checked against it.';
    return [fileWarning(column, 'balanceUnread', reason)];
  }
  const accounts = new Set(entries.map(({ account }) => account));
  const lines = [...accounts].flatMap((account) => gapsIn(entries.filter((entry) => entry.account === account)));
  if (lines.length === 0) return [];
  const told = lines.slice(0, MOST_LINES).map(String).join(', ');
  const more = lines.length > MOST_LINES ? ` and ${String(lines.length - MOST_LINES)} more` : '';
  const reason = `The balance does not go on from the entry before in line ${told}${more}: entries may be missing.`;
  return [fileWarning(column, 'balanceDiffers', reason)];
}

/** Lines whose entry begins where no other has ended, apart from the oldest one. */
function gapsIn(entries: readonly BalancedEntry[]): number[] {
  const ends = new Map<number, number>();
  for (const { balanceFen = 0 } of entries) ends.set(balanceFen, (ends.get(balanceFen) ?? 0) + 1);
  const beginnings = inTime(entries).filter(({ balanceFen = 0, movedFen }) => {
    const before = balanceFen - movedFen;
    const left = ends.get(before) ?? 0;
    ends.set(before, left - 1);
    return left <= 0;
  });
  return beginnings
    .slice(1)
    .map(({ line }) => line)
    .sort((one, other) => one - other);
}

/** The newest first: then the file is read from its end. */
function inTime(entries: readonly BalancedEntry[]): BalancedEntry[] {
  const isNewestFirst = (entries[0]?.bookedOn ?? '') > (entries.at(-1)?.bookedOn ?? '');
  const asBooked = isNewestFirst ? [...entries].reverse() : [...entries];
  return asBooked.sort((one, other) => compareText(one.bookedOn, other.bookedOn));
}
