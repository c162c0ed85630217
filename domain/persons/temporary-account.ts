/** The age from which people of other hukou get a temporary account only (66号 Art. 5). */
import type { Sex } from './resident-id.ts';
import { dayNumber } from '../time/shanghai-day.ts';

/** A dated rule of the office (`temporaryAccountAge`). */
export type TemporaryAccountAge = Readonly<Record<Sex, number>>;

/** On the day on which the relation here began: a birthday since then changes nothing. */
export function hasReachedTemporaryAccountAge(
  ages: TemporaryAccountAge,
  sex: Sex,
  birthDate: string,
  on: string,
): boolean {
  return ageOn(birthDate, on) >= ages[sex];
}

/** Completed years of age; somebody born on 29 February completes a year on 1 March. */
export function ageOn(birthDate: string, on: string): number {
  dayNumber(birthDate);
  dayNumber(on);
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
