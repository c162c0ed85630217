/** Kinds of papers that leave the office, by the names of contract, rows and code; what each says stands in `documents/kinds/`. */
export const DOCUMENT_KINDS = [
  'acceptanceSlip',
  'notTakenUp',
  'notApproved',
  'missingMaterials',
  'promise',
  'monthlySheet',
  'boxContents',
  'manualDecisions',
] as const;
export type DocumentKindName = (typeof DOCUMENT_KINDS)[number];
