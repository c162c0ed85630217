import { sql, type RawBuilder } from 'kysely';
import { monthsOf } from '../../domain/time/months.ts';
import { addDays } from '../../domain/time/shanghai-day.ts';

/** Which cases a figure is about, and with whose eyes: as of a day, as known at an instant. */
export interface CompletionQuestion {
  readonly officeId: string;
  /** Days of acceptance (in) or due dates (out), both included. */
  readonly from: string;
  readonly to: string;
  /** Counts what had occurred by the end of this day. */
  readonly asOf: string;
  /** Counts only what was recorded by then; absent or null: all that is known now. */
  readonly knownAt?: string | null;
}

export const knownBy = ({ knownAt }: Pick<CompletionQuestion, 'knownAt'>): RawBuilder<Date> =>
  sql<Date>`coalesce(${knownAt ?? null}::timestamptz, 'infinity'::timestamptz)`;

/** The same question a year earlier: cohort and day of the answer move, what is known does not. */
export function yearBefore(question: CompletionQuestion): CompletionQuestion {
  const { from, to, asOf } = question;
  return { ...question, ...periodYearEarlier({ from, to }), asOf: yearEarlier(asOf) };
}

interface Period {
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
}

/** Whole months stay whole: before February 2025 lies all of February 2024, its 29th too. */
export function periodYearEarlier({ from, to }: Period): Period {
  const first = yearEarlier(from);
  const same = yearEarlier(to);
  if (!isFirstOfMonth(from) || !isFirstOfMonth(addDays(to, 1))) return { from: first, to: same };
  return { from: first, to: monthsOf(same, addDays(same, 31))[0]!.to };
}

const isFirstOfMonth = (day: string): boolean => day.endsWith('-01');

/** 29 February has no counterpart a year earlier: the last day of that month stands for it. */
export function yearEarlier(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  return `${String(Number(year) - 1).padStart(4, '0')}-${month}-${month === '02' && date === '29' ? '28' : date}`;
}
