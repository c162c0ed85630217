/** Cuts CSV text into records by physical line, so that one stray quote spoils one line and not the rest of the file. */

export interface CsvRecord {
  /** Physical line on which the record begins, from 1. */
  readonly line: number;
  readonly text: string;
  /** `quote`: a quote where none may be, or one that is never closed. */
  readonly fault?: 'quote';
}

/** A field is bare text without a quote, or quoted with inner quotes doubled. */
const RECORD = /^(?:[^",\r\n]*|"(?:[^"]|"")*")(?:,(?:[^",\r\n]*|"(?:[^"]|"")*"))*$/;
/** A cell may hold line breaks, but nobody writes a page into one. */
const MOST_LINES = 30;

/** `isWhole` says whether a record of several lines looks like one (column count); blank lines and rows of commas are no records. */
export function csvRecords(text: string, isWhole: (record: string) => boolean): CsvRecord[] {
  const lines = text.split(/\r\n|\n|\r/);
  const records: CsvRecord[] = [];
  for (let index = 0; index < lines.length;) {
    const line = lines[index] ?? '';
    const begin = index + 1;
    const taken = wholeRecord(lines, index, isWhole);
    index += taken?.lines ?? 1;
    if (taken) {
      if (/[^\s,]/.test(taken.text)) records.push({ line: begin, text: taken.text });
    } else records.push({ line: begin, text: line, fault: 'quote' });
  }
  return records;
}

function wholeRecord(
  lines: readonly string[],
  begin: number,
  isWhole: (record: string) => boolean,
): { text: string; lines: number } | undefined {
  let text = lines[begin] ?? '';
  if (!text.includes('"') || RECORD.test(text)) return { text, lines: 1 };
  if (!isOpen(text)) return undefined;
  for (let count = 2; count <= MOST_LINES && begin + count <= lines.length; count++) {
    text += `\n${lines[begin + count - 1] ?? ''}`;
    if (!isOpen(text)) return RECORD.test(text) && isWhole(text) ? { text, lines: count } : undefined;
  }
  return undefined;
}

/** An odd number of quotes: the last one is not closed. */
function isOpen(text: string): boolean {
  return text.split('"').length % 2 === 0;
}
