/** Of every kind, who reads what it says. */
import type { DataOf } from '../../../documents/kind.ts';
import type { Kinds } from '../../../documents/kinds/index.ts';
import type { DocumentReader } from '../reading.ts';
import { readAcceptanceSlip } from './acceptance-slip.ts';
import { readBoxContents, readMonthlySheet } from './archive.ts';
import { readCaseFile } from './case-file.ts';
import { readCertificate } from './certificate.ts';
import { readChaser } from './chaser.ts';
import { readCompletionNotice } from './completion-notice.ts';
import { readCorrectionRequest } from './correction-request.ts';
import { readEmployerNotice } from './employer-notice.ts';
import { readAddressLabels, readEmsSheet } from './envelopes.ts';
import { readHandOverList } from './hand-over-list.ts';
import { readHandOverNote } from './hand-over-note.ts';
import { readInfoForm } from './info-form.ts';
import { readLetterReturn } from './letter-return.ts';
import { readLiaisonLetter } from './liaison-letter.ts';
import { readMissingMaterials, readPromise } from './materials.ts';
import { readNotApproved, readNotTakenUp } from './refusal.ts';
import { readRemittanceSlip } from './remittance-slip.ts';
import { readUntransferableNotice } from './untransferable-notice.ts';

export const READERS: { readonly [Kind in keyof Kinds]: DocumentReader<DataOf<Kinds[Kind]>> } = {
  acceptanceSlip: readAcceptanceSlip,
  notTakenUp: readNotTakenUp,
  notApproved: readNotApproved,
  missingMaterials: readMissingMaterials,
  promise: readPromise,
  liaisonLetter: readLiaisonLetter,
  chaser: readChaser,
  correctionRequest: readCorrectionRequest,
  handOverNote: readHandOverNote,
  handOverList: readHandOverList,
  employerNotice: readEmployerNotice,
  completionNotice: readCompletionNotice,
  infoForm: readInfoForm,
  certificate: readCertificate,
  letterReturn: readLetterReturn,
  untransferableNotice: readUntransferableNotice,
  remittanceSlip: readRemittanceSlip,
  addressLabels: readAddressLabels,
  emsSheet: readEmsSheet,
  caseFile: readCaseFile,
  monthlySheet: readMonthlySheet,
  boxContents: readBoxContents,
};
