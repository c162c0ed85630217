/** Kinds of papers that leave the office, by the names of contract, rows and code; what each says stands in `documents/kinds/`. */
export const DOCUMENT_KINDS = [
  'acceptanceSlip',
  'notTakenUp',
  'notApproved',
  'missingMaterials',
  'promise',
  'liaisonLetter',
  'chaser',
  'correctionRequest',
  'handOverNote',
  'handOverList',
  'employerNotice',
  'completionNotice',
  'infoForm',
  'certificate',
  'letterReturn',
  'untransferableNotice',
  'remittanceSlip',
  'addressLabels',
  'emsSheet',
  'caseFile',
  'monthlySheet',
  'boxContents',
] as const;
export type DocumentKindName = (typeof DOCUMENT_KINDS)[number];

/** Of no transfer: each is printed where it lies, by who may. */
export const KINDS_OF_ARCHIVE: readonly DocumentKindName[] = ['monthlySheet', 'boxContents'];

/** Of many transfers or of none: each is printed where it is needed. */
export const KINDS_OF_OFFICE = [
  'handOverList',
  'addressLabels',
  'emsSheet',
] as const satisfies readonly DocumentKindName[];

/** Printed on the page of its transfer. */
export const KINDS_OF_TRANSFER: readonly DocumentKindName[] = DOCUMENT_KINDS.filter(
  (kind) => ![...KINDS_OF_ARCHIVE, ...KINDS_OF_OFFICE].includes(kind),
);

/** The list before a batch and that of manual decisions are drawn like papers, and are none: nothing of them is kept. */
export type DrawnKind = DocumentKindName | 'postingList' | 'manualDecisions';

/** Numbered by what they speak of, a letter, a payment or a day: under another number it is another paper, and takes the place of none. */
const OWN_NUMBERS: readonly DocumentKindName[] = [
  'liaisonLetter',
  'correctionRequest',
  'chaser',
  'employerNotice',
  'remittanceSlip',
  'handOverList',
  'addressLabels',
  'emsSheet',
];
export const hasOwnNumber = (kind: DocumentKindName): boolean => OWN_NUMBERS.includes(kind);
