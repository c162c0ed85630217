/** Every kind of paper that the office prints. */
import type { DocumentKindName, DrawnKind } from '../../domain/documents/kinds.ts';
import type { DocumentKind } from '../kind.ts';
import { acceptanceSlip } from './acceptance-slip.ts';
import { addressLabels } from './address-labels.ts';
import { boxContents } from './box-contents.ts';
import { caseFile } from './case-file.ts';
import { certificate } from './certificate.ts';
import { chaser } from './chaser.ts';
import { completionNotice } from './completion-notice.ts';
import { correctionRequest } from './correction-request.ts';
import { employerNotice } from './employer-notice.ts';
import { emsSheet } from './ems-sheet.ts';
import { handOverList } from './hand-over-list.ts';
import { handOverNote } from './hand-over-note.ts';
import { infoForm } from './info-form.ts';
import { letterReturn } from './letter-return.ts';
import { liaisonLetter } from './liaison-letter.ts';
import { manualDecisions } from './manual-decisions.ts';
import { missingMaterials, promise } from './materials.ts';
import { monthlySheet } from './monthly-sheet.ts';
import { postingList } from './posting-list.ts';
import { notApproved, notTakenUp } from './refusal.ts';
import { remittanceSlip } from './remittance-slip.ts';
import { untransferableNotice } from './untransferable-notice.ts';

export const KINDS = {
  acceptanceSlip,
  notTakenUp,
  notApproved,
  missingMaterials,
  promise,
  liaisonLetter,
  chaser,
  correctionRequest,
  handOverNote,
  handOverList,
  employerNotice,
  completionNotice,
  infoForm,
  certificate,
  letterReturn,
  untransferableNotice,
  remittanceSlip,
  addressLabels,
  emsSheet,
  caseFile,
  monthlySheet,
  boxContents,
} as const;
export type Kinds = typeof KINDS;

// A name without a kind, or a kind without a name, does not compile.
const KEPT: Readonly<Record<DocumentKindName, unknown>> = KINDS;
const DRAWN: Readonly<Record<DrawnKind, unknown>> = { ...KEPT, postingList, manualDecisions };

export const kindOf = (name: DrawnKind): DocumentKind<unknown> => DRAWN[name] as DocumentKind<unknown>;
