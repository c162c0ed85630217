import { asCsv } from './csv.ts';

const COLUMNS = ['caseNo', 'areaCode', 'counterpart', 'letterNo', 'waybill', 'postedOn'];

export interface PostedLetter {
  readonly caseNo: string;
  readonly letterNo: string;
  readonly waybill: string | null;
  readonly postedOn: string;
  readonly counterpart: { readonly areaCode: string; readonly name: string } | null;
}

export const lettersCsv = (letters: readonly PostedLetter[]): string => asCsv(inOrder(letters).map(rowOf), COLUMNS);

/** Cases side by side, the letters of each as they were sent. */
const inOrder = (letters: readonly PostedLetter[]): PostedLetter[] =>
  letters.toSorted((a, b) => (a.letterNo < b.letterNo ? -1 : 1));

const rowOf = ({ counterpart, ...letter }: PostedLetter) => ({
  ...letter,
  areaCode: counterpart?.areaCode,
  counterpart: counterpart?.name,
});
