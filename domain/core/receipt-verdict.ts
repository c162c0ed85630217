/** What a receipt (并账回执) amounts to: only one for the whole of the form that holds is the evidence of a booking. */

export const RECEIPT_VERDICTS = ['whole', 'part', 'exceeds', 'twice', 'otherForm', 'unknown'] as const;
export type ReceiptVerdict = (typeof RECEIPT_VERDICTS)[number];

export interface AnsweredForm {
  /** It is the transfer's form now: not sent back, not replaced. */
  readonly holds: boolean;
  readonly totalFen: number;
  /** Of receipts that came before, those that were wrong aside. */
  readonly receivedFen: number;
}

/** Parts add up: the one that completes them is `whole`. */
export function receiptVerdict(form: AnsweredForm | undefined, amountFen: number): ReceiptVerdict {
  if (!form) return 'unknown';
  if (!form.holds) return 'otherForm';
  const leftFen = form.totalFen - form.receivedFen;
  if (leftFen === 0 && form.receivedFen > 0) return 'twice';
  if (amountFen === leftFen) return 'whole';
  return amountFen < leftFen ? 'part' : 'exceeds';
}

/** What counts towards the form. */
export const COUNTED_VERDICTS: readonly ReceiptVerdict[] = ['whole', 'part'];

export const CORE_DIFFERENCES = [
  'rowRefused',
  'rowOnlyHere',
  'formDiffers',
  'receiptMissing',
  'receiptPart',
  'receiptExceeds',
  'receiptTwice',
  'receiptOtherForm',
  'receiptUnknown',
] as const;
export type CoreDifferenceKind = (typeof CORE_DIFFERENCES)[number];

export function differenceOf(verdict: ReceiptVerdict): CoreDifferenceKind | undefined {
  const kinds: Readonly<Record<ReceiptVerdict, CoreDifferenceKind | undefined>> = {
    whole: undefined,
    part: 'receiptPart',
    exceeds: 'receiptExceeds',
    twice: 'receiptTwice',
    otherForm: 'receiptOtherForm',
    unknown: 'receiptUnknown',
  };
  return kinds[verdict];
}
