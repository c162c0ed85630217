/** Reads the cells of one row and collects everything wrong with it; the caller builds the row and asks `isRefused`. */
import { parseYuan } from '../domain/money.ts';
import { isReasonCode, type ReasonCode } from '../domain/reason-codes.ts';
import { checkResidentId, normaliseResidentId, type ResidentIdDefect } from '../domain/resident-id.ts';
import { isDate } from '../domain/shanghai-day.ts';
import { checkWaybill } from '../domain/waybill.ts';
import type { CsvRow } from './read-csv.ts';
import type { AcceptedRow, RefusedRow, RowDefect } from './row-files.ts';

const ID_REASONS: Readonly<Record<ResidentIdDefect, string>> = {
  missing: 'The value is missing.',
  length: 'An ID number has 18 characters (old ones 15).',
  form: 'An ID number has 17 digits and a check digit.',
  birthDate: 'There is no such date of birth.',
  checkDigit: 'The check digit is wrong.',
};

export type FinishedRow<Row> = { accepted: AcceptedRow<Row> } | { refused: RefusedRow };

export interface RowCells {
  readonly line: number;
  readonly text: (field: string) => string;
  readonly required: (field: string) => string;
  readonly date: (field: string) => string | undefined;
  readonly requiredDate: (field: string) => string;
  readonly amount: (field: string) => number | undefined;
  readonly requiredAmount: (field: string) => number;
  readonly residentId: (field: string, bornBy?: string) => string;
  readonly waybill: (field: string) => string | undefined;
  readonly reasonCode: (field: string) => ReasonCode | undefined;
  readonly areaCode: (field: string, directory?: { has(code: string): boolean }) => string;
  readonly refuse: (field: string, code: string, reason: string) => void;
  readonly warn: (field: string, code: string, reason: string) => void;
  readonly finish: <Row>(row: Row) => FinishedRow<Row>;
}

/** Values that stand for a refused cell are empty; they never leave this file, because such a row is refused. */
export function rowCells({ line, cells, warnings: earlier }: CsvRow): RowCells {
  const defects: RowDefect[] = [];
  const warnings: RowDefect[] = [...earlier];
  const refuse = (field: string, code: string, reason: string): void => {
    defects.push({ line, field, code, reason });
  };
  const warn = (field: string, code: string, reason: string): void => {
    warnings.push({ line, field, code, reason });
  };
  const text = (field: string): string => (cells[field] ?? '').trim();
  const required = (field: string): string => {
    const value = text(field);
    if (value === '') refuse(field, 'missing', 'The value is missing.');
    return value;
  };
  const date = (field: string): string | undefined => {
    const value = text(field);
    if (value === '') return undefined;
    if (isDate(value)) return value;
    refuse(field, 'date', 'There is no such date; dates are written YYYY-MM-DD.');
    return undefined;
  };
  const amount = (field: string): number | undefined => {
    const value = text(field);
    if (value === '') return undefined;
    const fen = parseYuan(value);
    if (fen === undefined) refuse(field, 'amount', 'This is no amount in yuan with at most two decimals.');
    return fen;
  };
  return {
    ...{ line, text, required, date, amount, refuse, warn },
    requiredDate: (field) => (required(field) === '' ? '' : (date(field) ?? '')),
    requiredAmount: (field) => (required(field) === '' ? 0 : (amount(field) ?? 0)),
    residentId: (field, bornBy) => readResidentId(text(field), field, bornBy, refuse, warn),
    waybill: (field) => readWaybill(text(field), field, refuse),
    reasonCode: (field) => readReasonCode(text(field), field, refuse, warn),
    areaCode: (field, directory) => readAreaCode(required(field), field, directory, refuse, warn),
    finish: (row) =>
      defects.length > 0 ? { refused: { line, defects, cells } } : { accepted: { line, row, warnings, cells } },
  };
}

type Note = RowCells['refuse'];

function readResidentId(value: string, field: string, bornBy: string | undefined, refuse: Note, warn: Note): string {
  const checked = checkResidentId(value, bornBy === undefined ? {} : { bornBy });
  if (!checked.ok) {
    for (const defect of checked.defects) refuse(field, defect, ID_REASONS[defect]);
    return '';
  }
  if (checked.kind === 'legacy') warn(field, 'legacyId', 'An old number of 15 digits, read as 18.');
  else if (value !== normaliseResidentId(value))
    warn(field, 'idWritten', 'Full-width characters, blanks or a small x.');
  return checked.id;
}

function readWaybill(value: string, field: string, refuse: Note): string | undefined {
  if (value === '') return undefined;
  const checked = checkWaybill(value);
  if (checked.ok) return checked.waybill;
  refuse(field, 'waybill', 'A waybill number has 13 digits, or the form and check digit of UPU S10 and ends in CN.');
  return undefined;
}

function readReasonCode(value: string, field: string, refuse: Note, warn: Note): ReasonCode | undefined {
  if (value === '') return undefined;
  const code = value.normalize('NFKC').toUpperCase();
  if (!isReasonCode(code)) {
    refuse(field, 'reasonCode', 'This is no known reason code.');
    return undefined;
  }
  if (code !== value) warn(field, 'codeWritten', 'Full-width characters or small letters.');
  return code;
}

function readAreaCode(
  value: string,
  field: string,
  directory: { has(code: string): boolean } | undefined,
  refuse: Note,
  warn: Note,
): string {
  if (value === '') return '';
  const code = value.normalize('NFKC');
  if (!/^\d{6}$/.test(code)) refuse(field, 'areaCode', 'An area code has six digits.');
  else if (directory && !directory.has(code))
    refuse(field, 'areaUnknown', 'No office with this area code is in the directory.');
  else if (code !== value) warn(field, 'areaWritten', 'Full-width digits.');
  return code;
}
