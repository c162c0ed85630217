/** How one bank writes its CSV: which column means what, how a sign, a day and the characters are written. A row of `bank_layouts`. */
import { cleanText } from '../folded-text.ts';

export interface BankLayout {
  readonly name: string;
  readonly columns: LayoutColumns;
  /** Words of the column `sign`; empty without it. */
  readonly creditWords: readonly string[];
  readonly debitWords: readonly string[];
  /** Tried in their order; a time behind the day is passed over. */
  readonly dateFormats: readonly DateFormat[];
  readonly encoding: LayoutEncoding;
  readonly delimiter: LayoutDelimiter;
}

/** Each by the words that the header may have for it; of the memo all that are there are read, of the others the first. */
export type LayoutColumns = Readonly<Partial<Record<LayoutField, readonly string[]>>>;

export const LAYOUT_FIELDS = [
  'bookedOn',
  'reference',
  'amount', // with `sign`, or signed itself
  'sign',
  'credit', // amounts in, and amounts out, in two columns
  'debit',
  'payerName',
  'payerAccount',
  'memo',
  'account', // ours
  'currency',
  'balance', // behind the entry
] as const;
export type LayoutField = (typeof LAYOUT_FIELDS)[number];

export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/M/D',
  'YYYY.M.D',
  'YYYYMMDD',
  'YYYY年M月D日',
  'D/M/YYYY',
  'M/D/YYYY',
  'D.M.YYYY',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

export const LAYOUT_ENCODINGS = ['auto', 'utf-8', 'gb18030', 'big5'] as const;
export type LayoutEncoding = (typeof LAYOUT_ENCODINGS)[number];

export const LAYOUT_DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
export type LayoutDelimiter = keyof typeof LAYOUT_DELIMITERS;

/** Header words are compared without blanks, stars, a unit behind them, and whatever width their characters have. */
export function headerWord(written: string): string {
  return cleanText(written)
    .replace(/[\s*"']/g, '')
    .replace(/\((?:元|人民币|人民币元|RMB|CNY)\)$/i, '')
    .toUpperCase();
}

export interface LayoutDefect {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What keeps the layout from being used; all of it. */
export function checkBankLayout(layout: BankLayout): LayoutDefect[] {
  const { columns } = layout;
  const has = (field: LayoutField): boolean => (columns[field] ?? []).length > 0;
  const defects: LayoutDefect[] = [];
  const say = (field: string, code: string, message: string): void => void defects.push({ field, code, message });
  if (!has('bookedOn')) say('columns.bookedOn', 'missing', 'Every entry has a day: name its column.');
  if (!has('amount') && !(has('credit') && has('debit')))
    say('columns.amount', 'missing', 'Name the column of the amount, or both columns of credits and debits.');
  if (has('amount') && (has('credit') || has('debit')))
    say('columns.amount', 'twoWays', 'Amounts stand in one column or in two, not in both ways.');
  if (!has('memo')) say('columns.memo', 'missing', 'Without the memo no money finds its transfer: name its column.');
  if (has('sign') !== layout.creditWords.length > 0 || has('sign') !== layout.debitWords.length > 0)
    say(
      'creditWords',
      'sign',
      'A column for the sign needs the words for credit and for debit, and they need the column.',
    );
  if (has('sign') && !has('amount')) say('columns.sign', 'sign', 'A sign belongs to one column of amounts.');
  if (layout.dateFormats.length === 0) say('dateFormats', 'missing', 'Say how days are written.');
  if (layout.dateFormats.includes('D/M/YYYY') && layout.dateFormats.includes('M/D/YYYY'))
    say('dateFormats', 'ambiguous', 'Day first or month first: nobody can tell them apart.');
  return [...defects, ...repeatedWords(columns), ...sharedSigns(layout)];
}

/** One word of a header cannot mean two things. */
function repeatedWords(columns: LayoutColumns): LayoutDefect[] {
  const seen = new Map<string, string>();
  return LAYOUT_FIELDS.flatMap((field) =>
    (columns[field] ?? []).flatMap((written) => {
      const word = headerWord(written);
      const other = seen.get(word);
      seen.set(word, field);
      if (word === '') return [{ field: `columns.${field}`, code: 'empty', message: 'A column without a name.' }];
      return other === undefined
        ? []
        : [{ field: `columns.${field}`, code: 'twice', message: `“${written}” stands for ${other} already.` }];
    }),
  );
}

function sharedSigns({ creditWords, debitWords }: BankLayout): LayoutDefect[] {
  const debits = new Set(debitWords.map(signWord));
  return creditWords
    .filter((word) => debits.has(signWord(word)))
    .map((word) => ({ field: 'creditWords', code: 'twice', message: `“${word}” stands for both directions.` }));
}

export const signWord = (written: string): string => cleanText(written).toUpperCase();

const PATTERNS: Readonly<Record<DateFormat, RegExp>> = {
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  'YYYY/M/D': /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  'YYYY.M.D': /^(?<y>\d{4})\.(?<m>\d{1,2})\.(?<d>\d{1,2})$/,
  YYYYMMDD: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  YYYY年M月D日: /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日$/,
  'D/M/YYYY': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/,
  'M/D/YYYY': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/,
  'D.M.YYYY': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
};
/** `2026-01-05 13:45:00`, `2026-01-05T13:45`, `24:00` at its end; behind a compact day six or four digits of time. */
const TIME =
  /^(.*?\d|.*日)(?:[ T]+(?:(?:[01]?\d|2[0-3])[:.]?[0-5]\d(?:[:.]?[0-5]\d(?:\.\d+)?)?|24[:.]?00(?:[:.]?00(?:\.0+)?)?))?$/;

/** As YYYY-MM-DD; what no format of the layout fits comes back as it is, to be refused as no date. */
export function readLayoutDate(written: string, formats: readonly DateFormat[]): string {
  const text = cleanText(written);
  const day = (TIME.exec(text)?.[1] ?? text).trim();
  for (const format of formats) {
    const { y, m, d } = PATTERNS[format].exec(day)?.groups ?? {};
    if (y && m && d) return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  }
  return written;
}
