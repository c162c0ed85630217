import { sql, type RawBuilder } from 'kysely';

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
  return { ...question, from: yearEarlier(from), to: yearEarlier(to), asOf: yearEarlier(asOf) };
}

/** 29 February has no counterpart a year earlier: the last day of that month stands for it. */
export function yearEarlier(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  return `${String(Number(year) - 1).padStart(4, '0')}-${month}-${month === '02' && date === '29' ? '28' : date}`;
}
