/** Cuts CSV text into records by physical line, so that one stray quote spoils one line and not the rest of the file. */

export interface CsvRecord {
  /** Physical line on which the record begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** `quote`: a quote where none may be, or one that is never closed. */
  readonly fault?: 'quote';
}

export type CsvDelimiter = ',' | ';' | '\t' | '|';

/** A field is bare text without a quote, or quoted with inner quotes doubled; without commas a quote inside of bare text is one. */
const recordOf = (delimiter: CsvDelimiter): RegExp => {
  const bare = delimiter === ',' ? '[^",\\r\\n]*' : `(?:[^"${delimiter}\\r\\n][^${delimiter}\\r\\n]*)?`;
  const field = `(?:${bare}|"(?:[^"]|"")*")`;
  return new RegExp(`^${field}(?:[${delimiter}]${field})*$`);
};
const RECORDS: Readonly<Record<CsvDelimiter, RegExp>> = {
  ',': recordOf(','),
  ';': recordOf(';'),
  '\t': recordOf('\t'),
  '|': recordOf('|'),
};
/** A cell may hold line breaks, but nobody writes a page into one. */
const MOST_LINES = 30;

/** `isWhole` says whether a record of several lines looks like one (column count); blank lines and rows of commas are no records. */
export function* csvRecords(
  text: string,
  isWhole: (record: string) => boolean,
  delimiter: CsvDelimiter = ',',
): Iterable<CsvRecord> {
  const lines = text.split(/\r\n|\n|\r/);
  for (let index = 0; index < lines.length;) {
    const line = lines[index] ?? '';
    const begin = index + 1;
    const taken = wholeRecord(lines, index, { isWhole, record: RECORDS[delimiter] });
    index += taken?.lines ?? 1;
    if (taken) {
      if (taken.text.replaceAll(delimiter, '').trim() !== '') yield { line: begin, text: taken.text };
    } else yield { line: begin, text: line, fault: 'quote' };
  }
}

function wholeRecord(
  lines: readonly string[],
  begin: number,
  { isWhole, record }: { isWhole: (record: string) => boolean; record: RegExp },
): { text: string; lines: number } | undefined {
  let text = lines[begin] ?? '';
  if (!text.includes('"') || record.test(text)) return { text, lines: 1 };
  if (!isOpen(text)) return undefined;
  for (let count = 2; count <= MOST_LINES && begin + count <= lines.length; count++) {
    text += `\n${lines[begin + count - 1] ?? ''}`;
    if (!isOpen(text)) return record.test(text) && isWhole(text) ? { text, lines: count } : undefined;
  }
  return undefined;
}

/** An odd number of quotes: the last one is not closed. */
function isOpen(text: string): boolean {
  return text.split('"').length % 2 === 0;
}
