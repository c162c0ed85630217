/** Reads the cells of one row and collects everything wrong with it; the caller builds the row and finishes with it. */
import { parseYuan } from '../../domain/money/money.ts';
import { isReasonCode, type ReasonCode } from '../../domain/facts/reason-codes.ts';
import { checkResidentId, normaliseResidentId, type ResidentIdDefect } from '../../domain/persons/resident-id.ts';
import { isDate } from '../../domain/time/shanghai-day.ts';
import { checkWaybill } from '../../domain/letters/waybill.ts';
import type { CsvRow } from './read-csv.ts';
import type { AcceptedRow, Cells, RefusedRow, RowDefect } from './row-files.ts';

const ID_REASONS: Readonly<Record<ResidentIdDefect, string>> = {
  missing: 'The value is missing.',
  length: 'An ID number has 18 characters (old ones 15).',
  form: 'An ID number has 17 digits and a check digit.',
  birthDate: 'There is no such date of birth.',
  checkDigit: 'The check digit is wrong.',
};

export type FinishedRow<Row> = { accepted: AcceptedRow<Row> } | { refused: RefusedRow };

/** What stands for a refused cell is empty or zero; it never leaves `finish`, because such a row is refused. */
export class RowCells {
  readonly line: number;
  readonly #cells: Cells;
  readonly #defects: RowDefect[] = [];
  readonly #warnings: RowDefect[];

  constructor({ line, cells, warnings }: CsvRow) {
    this.line = line;
    this.#cells = cells;
    this.#warnings = [...warnings];
  }

  refuse(field: string, code: string, reason: string): void {
    this.#defects.push({ line: this.line, field, code, reason });
  }

  warn(field: string, code: string, reason: string): void {
    this.#warnings.push({ line: this.line, field, code, reason });
  }

  finish<Row>(row: Row): FinishedRow<Row> {
    const [line, cells, defects, warnings] = [this.line, this.#cells, this.#defects, this.#warnings];
    return defects.length > 0 ? { refused: { line, defects, cells } } : { accepted: { line, row, warnings, cells } };
  }

  text(field: string): string {
    return (this.#cells[field] ?? '').trim();
  }

  required(field: string): string {
    const value = this.text(field);
    if (value === '') this.refuse(field, 'missing', 'The value is missing.');
    return value;
  }

  date(field: string): string | undefined {
    const value = this.text(field);
    if (value === '' || isDate(value)) return value || undefined;
    this.refuse(field, 'date', 'There is no such date; dates are written YYYY-MM-DD.');
    return undefined;
  }

  requiredDate(field: string): string {
    return this.required(field) === '' ? '' : (this.date(field) ?? '');
  }

  /** In fen. */
  amount(field: string): number | undefined {
    const value = this.text(field);
    if (value === '') return undefined;
    const fen = parseYuan(value);
    if (fen === undefined) this.refuse(field, 'amount', 'This is no amount in yuan with at most two decimals.');
    return fen;
  }

  requiredAmount(field: string): number {
    return this.required(field) === '' ? 0 : (this.amount(field) ?? 0);
  }

  /** With 18 characters; `bornBy` is the last day on which the person can have been born. */
  residentId(field: string, bornBy?: string): string {
    const value = this.text(field);
    const checked = checkResidentId(value, bornBy === undefined ? {} : { bornBy });
    if (!checked.ok) {
      for (const defect of checked.defects) this.refuse(field, defect, ID_REASONS[defect]);
      return '';
    }
    if (checked.kind === 'legacy') this.warn(field, 'legacyId', 'An old number of 15 digits, read as 18.');
    else if (value !== normaliseResidentId(value))
      this.warn(field, 'idWritten', 'Full-width characters, blanks or a small x.');
    return checked.id;
  }

  waybill(field: string): string | undefined {
    const value = this.text(field);
    if (value === '') return undefined;
    const checked = checkWaybill(value);
    if (checked.ok) return checked.waybill;
    const reason = 'A waybill number has 13 digits, or the form and check digit of UPU S10 and ends in CN.';
    this.refuse(field, 'waybill', reason);
    return undefined;
  }

  reasonCode(field: string): ReasonCode | undefined {
    const value = this.text(field);
    if (value === '') return undefined;
    const code = value.normalize('NFKC').toUpperCase();
    if (!isReasonCode(code)) {
      this.refuse(field, 'reasonCode', 'This is no known reason code.');
      return undefined;
    }
    if (code !== value) this.warn(field, 'codeWritten', 'Full-width characters or small letters.');
    return code;
  }

  /** Required; with a directory it must be there. */
  areaCode(field: string, directory?: { has(code: string): boolean }): string {
    const value = this.required(field);
    if (value === '') return '';
    const code = value.normalize('NFKC');
    if (!/^\d{6}$/.test(code)) this.refuse(field, 'areaCode', 'An area code has six digits.');
    else if (directory && !directory.has(code))
      this.refuse(field, 'areaUnknown', 'No office with this area code is in the directory.');
    else if (code !== value) this.warn(field, 'areaWritten', 'Full-width digits.');
    return code;
  }
}
