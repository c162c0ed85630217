/** Every kind of paper that the office prints. */
import type { DocumentKind } from '../kind.ts';
import { acceptanceSlip } from './acceptance-slip.ts';
import { boxContents } from './box-contents.ts';
import { manualDecisions } from './manual-decisions.ts';
import { monthlySheet } from './monthly-sheet.ts';

export const KINDS = { acceptanceSlip, monthlySheet, boxContents, manualDecisions } as const;
export type Kinds = typeof KINDS;

/** Undefined for a name that is none. */
export const kindOf = (name: string): DocumentKind<unknown> | undefined =>
  Object.hasOwn(KINDS, name) ? (KINDS[name as keyof Kinds] as DocumentKind<unknown>) : undefined;
