import type { Schemas } from '../api/types.ts';

const SCHEMES: Record<Schemas['Scheme'], true> = {
  enterprise: true,
  publicInstitution: true,
  residents: true,
  military: true,
};

/** An old ledger may name a scheme in its own words. */
export function isScheme(text: string): text is Schemas['Scheme'] {
  return Object.hasOwn(SCHEMES, text);
}
