/** The age from which people of other hukou get a temporary account only (66号 Art. 5). */
import type { Sex } from './resident-id.ts';
import { dayNumber } from '../time/shanghai-day.ts';

const TEMPORARY_ACCOUNT_AGE: Readonly<Record<Sex, number>> = { male: 50, female: 40 };

/** Man 50 or woman 40: papers are asked for, else only a temporary account; also the 4050 flag. */
export function hasReachedTemporaryAccountAge(sex: Sex, birthDate: string, on: string): boolean {
  return ageOn(birthDate, on) >= TEMPORARY_ACCOUNT_AGE[sex];
}

/** Completed years of age; somebody born on 29 February completes a year on 1 March. */
export function ageOn(birthDate: string, on: string): number {
  dayNumber(birthDate);
  dayNumber(on);
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
