/** Every kind of paper that the office prints. */
import type { DocumentKind } from '../kind.ts';
import { acceptanceSlip } from './acceptance-slip.ts';

export const KINDS = { acceptanceSlip } as const;
export type Kinds = typeof KINDS;

/** Undefined for a name that is none. */
export const kindOf = (name: string): DocumentKind<unknown> | undefined =>
  Object.hasOwn(KINDS, name) ? (KINDS[name as keyof Kinds] as DocumentKind<unknown>) : undefined;
