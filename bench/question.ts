/** What one benchmark is: a question with goals, and a run that answers it with samples. */
import type { Context } from './context.ts';

/** A goal on one measure; a lower or an upper limit. */
export interface Limit {
  readonly atLeast?: number;
  readonly atMost?: number;
  /** How the value is shown, such as `×` or `ms`; default: none. */
  readonly unit?: string;
}

export interface Question {
  /** As in the list of goals: `P1`. */
  readonly id: string;
  readonly question: string;
  /** 1: the main way, 2: reading and files; none: figures that say where to look, without a goal. */
  readonly table?: 1 | 2;
  readonly against: string;
  /** One limit for each measure; one measure alone is called `value`. */
  readonly goal: Readonly<Record<string, Limit>>;
  /** Takes too long for a whole run: it is asked when `--only` names it. */
  readonly onlyWhenNamed?: true;
  /** After how many minutes it counts as hanging, where the usual half hour is too short. */
  readonly patienceMinutes?: number;
  run(context: Context): Promise<Samples>;
}

export interface Samples {
  /** By measure of the goal: one value for each repetition. */
  readonly measures: Readonly<Record<string, readonly number[]>>;
  /** What stands behind it: each contestant's own figures, for the reader. */
  readonly figures?: readonly Figure[];
  /** Where one number for each contestant does not tell it. */
  readonly table?: Table;
  /** What a reader must know of this run, such as a server that was not there. */
  readonly remarks?: readonly string[];
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** One for each repetition. */
  readonly values: readonly number[];
}

export const atLeast = (limit: number, unit = '×'): Limit => ({ atLeast: limit, unit });
export const atMost = (limit: number, unit = '×'): Limit => ({ atMost: limit, unit });

/** The median is judged; undefined when there is nothing to judge. */
export function isMet({ atLeast: least, atMost: most }: Limit, median: number): boolean {
  return (least === undefined || median >= least) && (most === undefined || median <= most);
}
