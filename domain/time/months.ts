/** Months `YYYY-MM` within a span of days. Pure. */
import { addDays } from './shanghai-day.ts';

export interface MonthSpan {
  readonly month: string;
  /** Days, both included: of the first and last month only those of the span. */
  readonly from: string;
  readonly to: string;
}

/** Both days included; none where the last lies before the first. */
export function monthsOf(from: string, to: string): MonthSpan[] {
  if (from > to) return [];
  const month = from.slice(0, 7);
  if (month === to.slice(0, 7)) return [{ month, from, to }];
  const next = firstOfNextMonth(month);
  return [{ month, from, to: addDays(next, -1) }, ...monthsOf(next, to)];
}

function firstOfNextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}-01`;
}
