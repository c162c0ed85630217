/** What a spreadsheet does to a cell's text on its way: marks that protect a number, characters that nobody sees, and damage. */
import type { ImportCode } from '../../domain/import-codes.ts';
import { standardCharacters } from '../../domain/private-use.ts';

/** `="0012"` in either width, `'0012`, `"0012"`: so a number stays a text. */
const AS_FORMULA = /^[=＝]\s*["＂](.*)["＂]$/s;
const QUOTED = /^["'“”‘’`]+([\dA-Za-z][\w./:+ -]*?)["'“”‘’`]*$/;
/** Nearly every cell: nothing around it, one width only. */
const PLAIN = /^(?:[\dA-Za-z\u4E00-\u9FFF][\dA-Za-z\u4E00-\u9FFF.:/-]*)?$/;
const BLANKS = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;

/** Without format characters (zero width, direction, byte-order marks inside), protecting marks and blanks at the ends. */
export function bareText(written: string): string {
  if (PLAIN.test(written)) return written;
  const seen = written
    .replace(/\p{Cf}/gu, '')
    .replace(BLANKS, ' ')
    .trim();
  const text = AS_FORMULA.exec(seen)?.[1]?.replaceAll('""', '"').trim() ?? seen;
  return QUOTED.exec(text)?.[1] ?? text;
}

export interface CellFault {
  readonly code: ImportCode;
  readonly reason: string;
}

const ERROR =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)|Err:\d{3})$/;

/** A cell that a spreadsheet saved without its value. */
export function valueLost(written: string): CellFault | undefined {
  if (!written.startsWith('#') && !written.startsWith('Err:')) return undefined;
  const text = written.trim();
  if (ERROR.test(text))
    return { code: 'spreadsheetError', reason: 'The spreadsheet has no value here, only the name of an error.' };
  if (/^#{3,}$/.test(text))
    return { code: 'narrowColumn', reason: 'The column was too narrow when the file was saved: only # is left.' };
  return undefined;
}

/** `2.02601E+17`: a number shown short, whose other digits are gone. */
export const isScientific = (text: string): boolean => /^-?\d(?:[.,]\d+)?E[+-]\d{1,3}$/i.test(text);

/** A spreadsheet keeps 15 digits of a number and makes the others zero. */
const KEPT_DIGITS = 15;
export const isLongNumber = (text: string): boolean => /^\d+$/.test(text) && text.length > KEPT_DIGITS;
export const mayBeCut = (text: string): boolean => isLongNumber(text) && /^0+$/.test(text.slice(KEPT_DIGITS));
/** Of one that may be cut: only its last digit is. */
export const isCutByOne = ({ length }: string): boolean => length === KEPT_DIGITS + 1;

/** A number that names something, in one width and without the decimals that a spreadsheet puts behind it. */
export const identifierText = (text: string): string => text.normalize('NFKC').replace(/^(\d+)\.0+$/, '$1');

/** NUL, what stands for a lost character, half a character: none of them can be stored as it is. */
export const isDamaged = (text: string): boolean => /[\0\uFFFD]|\p{Surrogate}/u.test(text);

/**
 * For comparing what two files say in words: whatever the width of the characters and the blanks between them, and whether a rare one
 * stands at its old, private place: GB18030 has one place for both.
 */
export const comparable = (text: string): string =>
  PLAIN.test(text) ? text : standardCharacters(text).normalize('NFKC').replace(/\s+/g, ' ').trim();
