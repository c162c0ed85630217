/** One sheet, row by row, each cell as text. What follows the rows (merged cells) is known when all have been read. */
import type { CellFault } from '../tables/written-cell.ts';
import { TextReading, unescaped, type Book, type Sheet } from './book.ts';
import { dayText, numberText } from './cell-value.ts';
import { damaged, partText, tooLarge } from './part-stream.ts';
import { readEvents } from './xml-events.ts';

export interface SheetRow {
  /** Of the row, as the spreadsheet shows it. */
  readonly line: number;
  readonly values: readonly string[];
  /** By position: cells without a value of their own. */
  readonly faults: ReadonlyMap<number, CellFault>;
}

/** What is known of a sheet beside its rows. */
export interface SheetNotes {
  formulas: number;
  /** `A2:A5` */
  readonly merged: string[];
}

const LIMIT = { bytes: 640 * 1024 * 1024, what: 'a sheet' };
const MOST_ROWS = 250_000;
const MOST_COLUMNS = 500;
/** No spreadsheet has a row behind it. */
const LAST_LINE = 1_048_576;
const MOST_MERGED = 100_000;

const NO_RESULT: CellFault = {
  code: 'formula',
  reason: 'A formula without a result; open the file in a spreadsheet, save it and send that.',
};

export async function* sheetRows(book: Book, { part }: Sheet, notes: SheetNotes): AsyncIterable<SheetRow> {
  const reading = new SheetReading(book, notes);
  let rows = 0;
  for await (const piece of readEvents(partText(book.container, part, LIMIT), reading)) {
    void piece;
    for (const row of reading.take()) {
      if (++rows > MOST_ROWS)
        throw tooLarge(`A sheet has more than ${MOST_ROWS.toLocaleString('en')} rows; please send it in parts.`);
      yield row;
    }
  }
}

class SheetReading {
  readonly #book: Book;
  readonly #notes: SheetNotes;
  #rows: SheetRow[] = [];
  #line = 0;
  #values: string[] = [];
  #faults = new Map<number, CellFault>();
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isValue = false;
  #hasFormula = false;
  readonly #inline = new TextReading();

  constructor(book: Book, notes: SheetNotes) {
    this.#book = book;
    this.#notes = notes;
  }

  /** Rows that are whole by now; empty ones are none. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#inline.open(name);
    if (name === 'row') this.#openRow(attributes.r);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#isValue = true;
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'mergeCell') this.#noteMerged(attributes.ref);
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else this.#inline.add(text);
  }

  close(name: string): void {
    this.#inline.close(name);
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  #noteMerged(reference: string | undefined): void {
    if (this.#notes.merged.length === MOST_MERGED)
      throw tooLarge(`A sheet has more than ${MOST_MERGED.toLocaleString('en')} groups of merged cells.`);
    if (reference !== undefined) this.#notes.merged.push(reference);
  }

  #openRow(number: string | undefined): void {
    const line = number === undefined ? this.#line + 1 : Number(number);
    if (!Number.isInteger(line) || line <= this.#line || line > LAST_LINE) throw damaged();
    this.#line = line;
    this.#values = [];
    this.#faults = new Map();
    this.#column = -1;
  }

  #openCell({ r: reference, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#type = type;
    this.#style = Number(style);
    this.#value = '';
    this.#hasFormula = false;
    this.#inline.take();
  }

  #closeCell(): void {
    const text = this.#cellText();
    if (this.#hasFormula) {
      this.#notes.formulas += 1;
      // An empty text is a result; nothing at all is none.
      if (text === '' && this.#type !== 'str') this.#faults.set(this.#column, NO_RESULT);
    }
    if (text === '') return;
    if (this.#column >= MOST_COLUMNS) throw tooLarge(`A row has more than ${String(MOST_COLUMNS)} columns.`);
    while (this.#values.length < this.#column) this.#values.push('');
    this.#values[this.#column] = text;
  }

  #cellText(): string {
    switch (this.#type) {
      case 's':
        return this.#sharedText();
      case 'inlineStr':
        return this.#inline.take();
      case 'b':
        return this.#value === '1' ? 'TRUE' : 'FALSE';
      case 'n':
        return this.#book.isDate(this.#style) && this.#value !== ''
          ? dayText(this.#value, this.#book.epoch)
          : numberText(this.#value);
      case 'd':
        return this.#value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
      default:
        return unescaped(this.#value);
    }
  }

  #sharedText(): string {
    if (this.#value === '') return '';
    const text = this.#book.texts[Number(this.#value)];
    if (text === undefined) throw damaged();
    return text;
  }

  #closeRow(): void {
    if (this.#faults.size === 0 && this.#values.every((value) => value.trim() === '')) return;
    this.#rows.push({ line: this.#line, values: this.#values, faults: this.#faults });
  }
}

/** `AB12` → 27 */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  if (column === 0) throw damaged();
  return column - 1;
}
