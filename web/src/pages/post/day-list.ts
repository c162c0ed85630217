/** The letters of a day as they are keyed elsewhere. Pure. */
import type { Schemas } from '../../api/types.ts';

type MailItem = Schemas['MailItem'];
type Cells = Pick<MailItem, 'caseNo' | 'counterpart' | 'letterNo' | 'waybill' | 'postedOn'>;

/** By their numbers, as the table of the API has them. */
export const inOrder = <Letter extends Pick<MailItem, 'letterNo'>>(letters: readonly Letter[]): Letter[] =>
  [...letters].sort((a, b) => String(a.letterNo).localeCompare(String(b.letterNo)));

/** Cells between tabs, a line each: what a spreadsheet or a form takes from the clipboard. */
export const asCells = (letters: readonly Cells[]): string =>
  letters
    .map(({ caseNo, counterpart, letterNo, waybill, postedOn }) =>
      [caseNo, counterpart?.areaCode, counterpart?.name, letterNo, waybill, postedOn].map(plain).join('\t'),
    )
    .join('\r\n');

/** A name of an office could hold what parts cells or begins a formula. */
const plain = (text: string | null | undefined): string =>
  (text ?? '').replace(/[\t\r\n]+/g, ' ').replace(/^[=+\-@]+/, '');
