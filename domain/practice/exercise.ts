/** An exercise of the practice desk: a task on a case of its own, and the rules by which what was recorded is judged. */
import type { Role } from '../roles.ts';
import type { Given, GivenKey } from './given.ts';

/** Where the case stands when the exercise begins; `simulator/desk/` brings it there. */
export type Setting =
  | 'nothing'
  | 'accepted'
  | 'cameBack'
  | 'toPost'
  | 'underWay'
  | 'toEnter'
  | 'twoToReview'
  | 'toBook'
  | 'oneCredit'
  | 'creditOfTwo'
  | 'strangeCredit';

export interface Exercise<Key extends string = string> {
  readonly key: Key;
  readonly role: Role;
  readonly setting: Setting;
  /** Of whose pension another office pays already; everybody else works. */
  readonly isPensioner?: true;
  /** What is told with the task. */
  readonly shows: readonly GivenKey[];
  /** What has to be answered besides doing it. */
  readonly asks?: 'caseNo' | 'row';
  /** One of them is right. */
  readonly options?: readonly string[];
  /** Together a hundred points. */
  readonly rules: (the: Practised) => readonly Rule[];
}

/** What the rules of one try may speak of. */
export interface Practised {
  readonly given: Given;
  /** Business numbers of its cases, in the order in which they were made for it. */
  readonly caseNos: readonly string[];
}

export interface Rule {
  /** Its explanation stands under this name in the console. */
  readonly key: string;
  readonly points: number;
  /** The norm; absent: practice of the office. */
  readonly ground?: string;
  readonly recorded?: Wanted;
  readonly notRecorded?: Wanted;
  readonly answered?: string;
}

export interface Wanted {
  readonly what: string;
  /** Which of its cases, from 0; absent: any. */
  readonly about?: number;
  readonly with?: Readonly<Record<string, string | undefined>>;
}

/** What the ledger holds of the account since the case was ready. */
export interface Recorded {
  /** The kind of a fact, or one of the acts that are no facts. */
  readonly what: string;
  /** Which of the exercise's cases; null: none of them. */
  readonly about: number | null;
  readonly with: Readonly<Record<string, string>>;
}

export const RULES_OF_2009 = '国办发〔2009〕66号';
export const HANDLING_RULES = '社会保险经办条例';

/** Keeps the names of the exercises as they are written. */
export const exercises = <Key extends string>(list: readonly Exercise<Key>[]): readonly Exercise<Key>[] => list;
