/** Every kind of paper that the office prints. */
import type { DocumentKind } from '../kind.ts';
import { acceptanceSlip } from './acceptance-slip.ts';
import { addressLabels } from './address-labels.ts';
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
import { liaisonLetter } from './liaison-letter.ts';

export const KINDS = {
  acceptanceSlip,
  liaisonLetter,
  chaser,
  correctionRequest,
  handOverNote,
  handOverList,
  employerNotice,
  completionNotice,
  infoForm,
  certificate,
  addressLabels,
  emsSheet,
  caseFile,
} as const;
export type Kinds = typeof KINDS;

/** Undefined for a name that is none. */
export const kindOf = (name: string): DocumentKind<unknown> | undefined =>
  Object.hasOwn(KINDS, name) ? (KINDS[name as keyof Kinds] as DocumentKind<unknown>) : undefined;
