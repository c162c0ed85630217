/** Cuts CSV text into records by physical line, so that one stray quote spoils one line and not the rest of the file. */

export interface CsvRecord {
  /** Physical line on which the record begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** `quote`: a quote where none may be, or one that is never closed. */
  readonly fault?: 'quote';
}

export type CsvDelimiter = ',' | ';' | '\t' | '|';

/** Written so that long cells need no more memory than short ones. */
const QUOTED = '"[^"]*(?:""[^"]*)*"';
/** As programs write it; a stray quote of a hand leaves a cell without. */
export const isAllQuoted = (record: string, delimiter: CsvDelimiter): boolean =>
  new RegExp(`^${QUOTED}(?:[${delimiter}]${QUOTED})*$`).test(record);

/** A field is bare text without a quote, or quoted with inner quotes doubled; without commas a quote inside of bare text is one. */
const recordOf = (delimiter: CsvDelimiter): RegExp => {
  const bare = delimiter === ',' ? '[^",\\r\\n]*' : `(?:[^"${delimiter}\\r\\n][^${delimiter}\\r\\n]*)?`;
  const field = `(?:${bare}|${QUOTED})`;
  return new RegExp(`^${field}(?:[${delimiter}]${field})*$`);
};
const RECORDS: Readonly<Record<CsvDelimiter, RegExp>> = {
  ',': recordOf(','),
  ';': recordOf(';'),
  '\t': recordOf('\t'),
  '|': recordOf('|'),
};
/** No row of a workbook is longer: as many cells as a ledger has, each as full as a cell can be (32,767 characters). */
const LONGEST_RECORD = 40 * 32_767;

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
  const first = lines[begin] ?? '';
  if (!first.includes('"') || record.test(first)) return { text: first, lines: 1 };
  if (!leavesOpen(first)) return undefined;
  const taken = [first];
  let length = first.length;
  for (let at = begin + 1; at < lines.length && length <= LONGEST_RECORD; at++) {
    const line = lines[at]!;
    taken.push(line);
    length += line.length + 1;
    if (!leavesOpen(line)) continue;
    const text = taken.join('\n');
    return record.test(text) && isWhole(text) ? { text, lines: taken.length } : undefined;
  }
  return undefined;
}

/** An odd number of quotes: what was closed before is open behind it, and the other way round. */
function leavesOpen(line: string): boolean {
  return line.split('"').length % 2 === 0;
}
