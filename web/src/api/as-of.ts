/** With whose eyes figures are asked for. */
import { instantOfInput } from '../format/day.ts';
import type { AsOfSearch } from '../figures-params.ts';

/** As the contract asks for it. */
export function asOfQuery({ asOf, knownAt }: AsOfSearch): { asOf?: string; knownAt?: string } {
  const instant = knownAt === undefined ? undefined : instantOfInput(knownAt);
  return { ...(asOf !== undefined && { asOf }), ...(instant !== undefined && { knownAt: instant }) };
}

/** Of the future there are no figures; a time within today is left to the office, whose clock knows it. */
export function liesAhead({ asOf, knownAt }: AsOfSearch, officeDate: string): string | undefined {
  return [asOf, knownAt?.slice(0, 10)].find((day) => day !== undefined && day > officeDate);
}

export const isPast = ({ asOf, knownAt }: AsOfSearch, officeDate: string): boolean =>
  knownAt !== undefined || (asOf !== undefined && asOf !== officeDate);

/** The last day that a period can tell of. */
export const until = (last: string, { asOf }: AsOfSearch, officeDate: string): string => {
  const end = asOf ?? officeDate;
  return last < end ? last : end;
};
