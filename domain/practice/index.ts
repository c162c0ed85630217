/** All exercises, in the order in which a case passes the desks. */
import type { Role } from '../roles.ts';
import { accountClerk } from './account-clerk.ts';
import { administrator } from './administrator.ts';
import { clerk } from './clerk.ts';
import { entryClerk } from './entry-clerk.ts';
import type { Exercise } from './exercise.ts';
import { finance } from './finance.ts';
import { letterClerk } from './letter-clerk.ts';
import { manager } from './manager.ts';
import { reviewer } from './reviewer.ts';

export const EXERCISES = [
  ...clerk,
  ...letterClerk,
  ...entryClerk,
  ...reviewer,
  ...accountClerk,
  ...finance,
  ...manager,
  ...administrator,
] as const;
export type ExerciseKey = (typeof EXERCISES)[number]['key'];

export const exerciseOf = (key: string): Exercise<ExerciseKey> | undefined => EXERCISES.find((one) => one.key === key);

/** Each in the other order at the next number: an answer is not learnt by its place. */
export function optionsOf({ options = [] }: Exercise, number: number): readonly string[] {
  const at = options.length === 0 ? 0 : number % options.length;
  return [...options.slice(at), ...options.slice(0, at)];
}

export const exercisesOf = (roles: readonly Role[]): readonly Exercise<ExerciseKey>[] =>
  EXERCISES.filter(({ role }) => roles.includes(role));
