/** What the office says of a file in the language of who reads it; the sentence of the API only where it says more. Pure. */
import type { ImportCode } from '../../../../domain/import-codes.ts';

export interface Said {
  readonly field: string;
  readonly code: string;
  /** The API's own. */
  readonly sentence: string;
}

/** Their sentence names columns, sheets, lines, days or sums, which the words leave out. */
const SAYS_MORE: ReadonlySet<string> = new Set<ImportCode>([
  'accountNotOurs', 'balanceDiffers', 'cellCount', 'columnMissing', 'columnTwice', 'currency', 'debit', 'entriesElsewhere',
  'entriesMissing', 'formulas', 'layoutUnknown', 'likelyDouble', 'notStored', 'otherSheets', 'referencesRepeat', 'rowsAboveHeader',
  'severalSheets', 'statementGap', 'statementOverlap', 'tooLarge', 'unsupportedMessage', 'versionUnknown', 'xml', 'zip',
]); // prettier-ignore

/** Read otherwise than it is written: as which day or time. */
const AS_READ: ReadonlySet<string> = new Set<ImportCode>(['dateWritten', 'timeWritten']);
const DAY_OR_TIME = /\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?/;

/** A fact that the ledger refused carries the name of that refusal, or the defects of the counter. */
const PLACES = ['importReasons', 'problems', 'defects'];

export function importReason({ field, code, sentence }: Said, knownText: (key: string) => string | undefined) {
  const keys = [`importReasonsAt.${field}.${code}`, ...PLACES.map((place) => `${place}.${code}`)];
  const words = keys.map(knownText).find((text) => text !== undefined);
  if (words === undefined) return { words: sentence, more: '' };
  if (AS_READ.has(code)) return { words, more: DAY_OR_TIME.exec(sentence)?.[0] ?? '' };
  return { words, more: SAYS_MORE.has(code) ? sentence : '' };
}
