/** Every kind of paper that the office prints. */
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import type { DocumentKind } from '../kind.ts';
import { acceptanceSlip } from './acceptance-slip.ts';
import { boxContents } from './box-contents.ts';
import { manualDecisions } from './manual-decisions.ts';
import { missingMaterials, promise } from './materials.ts';
import { monthlySheet } from './monthly-sheet.ts';
import { notApproved, notTakenUp } from './refusal.ts';

export const KINDS = {
  acceptanceSlip,
  notTakenUp,
  notApproved,
  missingMaterials,
  promise,
  monthlySheet,
  boxContents,
  manualDecisions,
} as const;
export type Kinds = typeof KINDS;

// A name without a kind, or a kind without a name, does not compile.
const BY_NAME: Readonly<Record<DocumentKindName, unknown>> = KINDS;

export const kindOf = (name: DocumentKindName): DocumentKind<unknown> => BY_NAME[name] as DocumentKind<unknown>;
