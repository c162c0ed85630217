/** Reads the cells of one row and collects everything wrong with it; the caller builds the row and finishes with it. */
import { foldNumber, foldText } from '../../domain/folded-text.ts';
import { isReasonCode, type ReasonCode } from '../../domain/facts/reason-codes.ts';
import { checkResidentId, normaliseResidentId, type ResidentIdDefect } from '../../domain/persons/resident-id.ts';
import { isEitherDay, readWrittenDay, readWrittenMoment } from '../../domain/time/written-moment.ts';
import { checkWaybill } from '../../domain/letters/waybill.ts';
import { CellTexts } from './cell-texts.ts';
import { amountFen, signedAmount } from './decimal.ts';

export type { CellContext, FinishedRow } from './cell-texts.ts';

const ID_REASONS: Readonly<Record<ResidentIdDefect, string>> = {
  missing: 'The value is missing.',
  length: 'An ID number has 18 characters (old ones and old residence cards 15).',
  form: 'An ID number has 17 digits and a check digit.',
  birthDate: 'There is no such date of birth.',
  checkDigit: 'The check digit is wrong.',
};
const OTHERWISE = 'Written in another way, read as';
const SERIAL = 'The number by which a spreadsheet counts days, read as';

/** What stands for a refused cell is empty or zero; it never leaves `finish`, because such a row is refused. */
export class RowCells extends CellTexts {
  date(field: string): string | undefined {
    const value = this.text(field);
    if (value === '') return undefined;
    const read = readWrittenDay(value, this.context.epoch);
    if (!read) {
      const reason = isEitherDay(value)
        ? 'Day and month cannot be told apart; dates are written YYYY-MM-DD.'
        : 'There is no such date; dates are written YYYY-MM-DD.';
      this.refuse(field, 'date', reason);
      return undefined;
    }
    const { day, how, timeLost } = read;
    this.readAs(field, day);
    if (this.context.today !== undefined && day > this.context.today)
      this.refuse(field, 'future', 'This day lies in the future of the office clock.');
    if (how === 'serial') this.#keepSerial(field, day);
    if (how !== 'iso') this.warn(field, 'dateWritten', `${how === 'serial' ? SERIAL : OTHERWISE} ${day}.`);
    if (timeLost) this.warn(field, 'timeLeftOut', 'A time stands behind the day; only the day is read.');
    return day;
  }

  /** Outside of its file such a number is another day: what is kept of the row says which. */
  #keepSerial(field: string, day: string): void {
    if (this.context.epoch === '1904') this.keep(field, day);
  }

  /** A day that only adds to what the row says: one that cannot have been leaves the row without it. */
  addedDate(field: string): string | undefined {
    const value = this.text(field);
    if (value === '') return undefined;
    const { day, how } = readWrittenDay(value, this.context.epoch) ?? {};
    const isAhead = day !== undefined && this.context.today !== undefined && day > this.context.today;
    if (day === undefined || isAhead) {
      this.warn(field, isAhead ? 'future' : 'date', 'No day that can have been; kept as written, not read.');
      return undefined;
    }
    this.readAs(field, day);
    if (how === 'serial') this.#keepSerial(field, day);
    return day;
  }

  requiredDate(field: string): string {
    return this.required(field) === '' ? '' : (this.date(field) ?? '');
  }

  /** Instant, ISO text in UTC, of a clock in Asia/Shanghai where no zone is written. Required. */
  requiredMoment(field: string): string {
    const value = this.required(field);
    if (value === '') return '';
    const { day, time, zone = '+08:00', how } = readWrittenMoment(value, this.context.epoch) ?? {};
    if (!day || !time || day < '1992-01-01') {
      this.refuse(field, 'time', 'There is no such time; times are written YYYY-MM-DD HH:MM:SS.');
      return '';
    }
    const instant = new Date(`${day}T${time}${zone}`).toISOString();
    this.readAs(field, instant);
    if (how !== 'iso') this.warn(field, 'timeWritten', `${how === 'serial' ? SERIAL : OTHERWISE} ${day} ${time}.`);
    return instant;
  }

  /** In fen. */
  amount(field: string): number | undefined {
    const value = this.text(field);
    if (value === '') return undefined;
    const { yuan, negative } = signedAmount(value);
    const fen = negative ? undefined : amountFen(yuan);
    if (fen !== undefined) this.readAs(field, String(fen));
    else if (!this.isShortened(field, value))
      this.refuse(field, 'amount', 'This is no amount in yuan with at most two decimals.');
    return fen;
  }

  requiredAmount(field: string): number {
    return this.required(field) === '' ? 0 : (this.amount(field) ?? 0);
  }

  /** A small whole number; undefined for what is none. */
  count(field: string): number | undefined {
    const match = /^(\d{1,3})(?:\.0+)?$/.exec(this.text(field).normalize('NFKC'));
    if (!match) return undefined;
    this.readAs(field, String(Number(match[1])));
    return Number(match[1]);
  }

  /** With 18 characters; `bornBy` is the last day on which the person can have been born. */
  residentId(field: string, bornBy?: string): string {
    const value = this.text(field);
    if (value === '' && this.isRefused(field)) return '';
    const written = normaliseResidentId(value);
    if (this.isShortened(field, written) || this.isCut(field, written)) return '';
    const checked = checkResidentId(value, bornBy === undefined ? {} : { bornBy });
    if (!checked.ok) {
      for (const defect of checked.defects) this.refuse(field, defect, ID_REASONS[defect]);
      return '';
    }
    this.readAs(field, checked.id);
    if (checked.kind === 'legacy') this.warn(field, 'legacyId', 'An old number of 15 digits, read as 18.');
    else if (value !== written) this.warn(field, 'idWritten', 'Full-width characters, blanks or a small x.');
    return checked.id;
  }

  /** As it is searched for and as money names it: small letters and blanks inside make no other number. Required. */
  caseNumber(field: string): string {
    const value = this.requiredIdentifier(field);
    const folded = foldNumber(value);
    if (value === '') return '';
    this.readAs(field, folded);
    if (folded !== value) this.warn(field, 'numberWritten', 'Small letters or blanks, read without them.');
    return folded;
  }

  waybill(field: string): string | undefined {
    const value = this.identifier(field);
    if (value === '') return undefined;
    const checked = checkWaybill(value);
    if (checked.ok) {
      this.readAs(field, checked.waybill);
      return checked.waybill;
    }
    const reason = 'A waybill number has 13 digits, or the form and check digit of UPU S10 and ends in CN.';
    this.refuse(field, 'waybill', reason);
    return undefined;
  }

  reasonCode(field: string): ReasonCode | undefined {
    const value = this.text(field);
    if (value === '') return undefined;
    const code = foldText(value);
    this.readAs(field, code);
    if (!isReasonCode(code)) {
      this.refuse(field, 'reasonCode', 'This is no known reason code.');
      return undefined;
    }
    if (code !== value) this.warn(field, 'codeWritten', 'Full-width characters or small letters.');
    return code;
  }

  /** Required; with a directory it must be there. */
  areaCode(field: string, directory?: { has(code: string): boolean }): string {
    const code = this.requiredIdentifier(field);
    if (code === '') return '';
    if (!/^\d{6}$/.test(code)) this.refuse(field, 'areaCode', 'An area code has six digits.');
    else if (directory && !directory.has(code))
      this.refuse(field, 'areaUnknown', 'No office with this area code is in the directory.');
    return code;
  }
}
