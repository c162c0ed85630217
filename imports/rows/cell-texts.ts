/** The cells of one row as texts: what a spreadsheet has put around them, or done to them, is told once for each. */
import type { ImportCode } from '../../domain/import-codes.ts';
import type { Epoch } from '../../domain/time/serial-day.ts';
import {
  bareText,
  comparable,
  identifierText,
  isLongNumber,
  isScientific,
  mayBeCut,
  valueLost,
  type CellFault,
} from '../tables/written-cell.ts';
import type { AcceptedRow, Cells, RefusedRow, RowDefect, TableRow } from '../tables/row-files.ts';

const SCIENTIFIC = 'A spreadsheet has shortened this number; its digits are gone. Save the column as text.';
const CUT = 'It ends in zeros as many others here: a spreadsheet has cut them to 15 digits. Save the column as text.';
const MAY_BE_CUT = 'It ends in zeros, as a spreadsheet leaves a number that it has cut; please compare it.';

export type FinishedRow<Row> = AcceptedRow<Row> | RefusedRow;

/** What is known of the file beside the row. */
export interface CellContext {
  /** Where its spreadsheet begins to count days. */
  readonly epoch?: Epoch;
  /** The office day, where nothing of the file can lie behind it. */
  readonly today?: string;
  /** Columns in which so many numbers end in zeros that a spreadsheet must have cut them. */
  readonly cut?: ReadonlySet<string>;
}

export class CellTexts {
  readonly line: number;
  /** By column: numbers with more digits than a spreadsheet keeps. */
  readonly longNumbers = new Map<string, string>();
  #cells: Cells;
  readonly #faults: TableRow['faults'];
  protected readonly context: CellContext;
  readonly #texts = new Map<string, string>();
  readonly #read = new Map<string, string>();
  readonly #defects: RowDefect[] = [];
  readonly #warnings: RowDefect[];

  constructor({ line, cells, warnings, faults }: TableRow, context: CellContext = {}) {
    this.line = line;
    this.#cells = cells;
    this.#warnings = [...warnings];
    this.#faults = faults;
    this.context = context;
  }

  refuse(field: string, code: ImportCode, reason: string): void {
    this.#defects.push({ line: this.line, field, code, reason });
  }

  warn(field: string, code: ImportCode, reason: string): void {
    this.#warnings.push({ line: this.line, field, code, reason });
  }

  finish<Row>(row: Row): FinishedRow<Row> {
    const [line, cells, defects, warnings] = [this.line, this.#cells, this.#defects, this.#warnings];
    return defects.length > 0 ? { line, defects, cells } : { line, row, warnings, cells, read: this.asRead() };
  }

  /** By column in one form whatever the writing: what a later row is compared with. */
  asRead(): Cells {
    const read = Object.entries(this.#cells).map(([field, written]) => {
      return [field, this.#read.get(field) ?? comparable(bareText(written))] as const;
    });
    return Object.fromEntries(read);
  }

  /** What the column means, where it is not its text. */
  readAs(field: string, read: string): void {
    this.#read.set(field, read);
  }

  /** Without what spreadsheets put around it. */
  text(field: string): string {
    const known = this.#texts.get(field);
    if (known !== undefined) return known;
    const text = this.#bare(field, this.#cells[field] ?? '');
    this.#texts.set(field, text);
    return text;
  }

  #bare(field: string, written: string): string {
    const fault: CellFault | undefined = this.#faults?.get(field) ?? valueLost(written);
    if (fault) {
      this.refuse(field, fault.code, fault.reason);
      return '';
    }
    const text = bareText(written);
    if (text !== written.trim())
      this.warn(field, 'marksLeftOut', 'Characters that nobody sees, or that protect a number, are left out.');
    return text;
  }

  required(field: string): string {
    const value = this.text(field);
    if (value === '' && !this.isRefused(field)) this.refuse(field, 'missing', 'The value is missing.');
    return value;
  }

  /** Something told it already. */
  protected isRefused(field: string): boolean {
    return this.#defects.some((defect) => defect.field === field);
  }

  /** A number that names something: a case, a letter, an account. Not what a spreadsheet has made of it. */
  identifier(field: string): string {
    const value = this.text(field);
    const folded = identifierText(value);
    this.readAs(field, folded);
    if (this.isShortened(field, folded)) return '';
    if (folded !== value) this.warn(field, 'numberWritten', 'Full-width characters, or decimals that say nothing.');
    return this.isCut(field, folded) ? '' : folded;
  }

  requiredIdentifier(field: string): string {
    return this.required(field) === '' ? '' : this.identifier(field);
  }

  /** `2.02601E+17` is refused by that name, not as a number of a wrong form. */
  protected isShortened(field: string, number: string): boolean {
    if (!isScientific(number)) return false;
    this.refuse(field, 'scientific', SCIENTIFIC);
    return true;
  }

  /** One that may be cut goes in with a word; among many it is refused. */
  protected isCut(field: string, number: string): boolean {
    if (!isLongNumber(number)) return false;
    this.longNumbers.set(field, number);
    if (!mayBeCut(number)) return false;
    if (this.context.cut?.has(field) === true) {
      this.refuse(field, 'cut', CUT);
      return true;
    }
    this.warn(field, 'mayBeCut', MAY_BE_CUT);
    return false;
  }

  /** What is kept of the row instead of what stood in the file. */
  protected keep(field: string, value: string): void {
    this.#cells = { ...this.#cells, [field]: value };
  }
}
