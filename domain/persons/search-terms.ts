/** What somebody typed into the search box, told from its form: it may be several things at once. */
import { foldNumber } from '../folded-text.ts';
import { normaliseStatusCode } from '../ids.ts';
import { isPassportNumber } from './identity.ts';
import { normalisePersonName } from './person-name.ts';
import { normalisePhone, phoneKind } from './phone.ts';
import { checkResidentId } from './resident-id.ts';
import { normaliseWaybill } from '../letters/waybill.ts';

export const SEARCH_FIELDS = ['idNumber', 'name', 'mobile', 'caseNo', 'letterNo', 'waybill', 'statusCode'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** What is no whole number, and is told only from what was typed into the one box. */
export const PARTS = ['caseNoEnd', 'idLastFour', 'phoneLastFour', 'bankSerial'] as const;
export type SearchPart = (typeof PARTS)[number];

export interface SearchTerm {
  readonly field: SearchField | SearchPart;
  /** In the form in which it is stored or hashed. */
  readonly value: string;
}

/** The normal form of each field; undefined when the text cannot be one. */
const NORMALISE: Readonly<Record<SearchField, (text: string) => string | undefined>> = {
  idNumber: (text) => {
    const checked = checkResidentId(text);
    if (checked.ok) return checked.id;
    return isPassportNumber(text) ? foldNumber(text) : undefined;
  },
  name: (text) => (/\d/.test(foldNumber(text)) ? undefined : normalisePersonName(text)) || undefined,
  mobile: (text) => (phoneKind(text) === 'unknown' ? undefined : normalisePhone(text)),
  caseNo: (text) => (/^[A-Z]{1,6}\d{4,20}$/.test(foldNumber(text)) ? foldNumber(text) : undefined),
  letterNo: (text) => (/^(?=.*\d)(?=.*[^\dX]).{4,70}$/.test(foldNumber(text)) ? foldNumber(text) : undefined),
  waybill: (text) =>
    /^(\d{13}|[A-Z]{2}\d{9}[A-Z]{2})$/.test(normaliseWaybill(text)) ? normaliseWaybill(text) : undefined,
  statusCode: (text) => {
    const code = normaliseStatusCode(text);
    return /^[0-9A-HJKMNP-TV-Z]{13}$/.test(code) ? code : undefined;
  },
};

/** Undefined: the text cannot be what the field says. */
export function searchTerm(field: SearchField, text: string): SearchTerm | undefined {
  const value = NORMALISE[field](text.trim());
  return value === undefined ? undefined : { field, value };
}

const PART: Readonly<Record<SearchPart, (text: string) => string | undefined>> = {
  // Few digits are the running number itself, which has five at least; more of them end it.
  caseNoEnd: (text) => (/^\d{1,12}$/.test(text) ? (text.length < 3 ? text.padStart(5, '0') : text) : undefined),
  idLastFour: (text) => (/^\d{3}[\dX]$/.test(text) ? text : undefined),
  phoneLastFour: (text) => (/^\d{4}$/.test(text) ? text : undefined),
  bankSerial: (text) => (/^(?=.*\d)[\dA-Z/_.-]{4,64}$/.test(text) ? text : undefined),
};

/** Every reading that the form allows. */
export function readingsOf(text: string): SearchTerm[] {
  const whole = SEARCH_FIELDS.flatMap((field) => searchTerm(field, text) ?? []);
  // The whole number of a person is part of nothing else; only that of a passport may be any.
  if (whole.some(({ field }) => field === 'mobile') || checkResidentId(text).ok) return whole;
  const folded = foldNumber(text);
  const parts = PARTS.flatMap((field) => {
    const value = PART[field](folded);
    return value === undefined ? [] : [{ field, value }];
  });
  return [...whole, ...parts];
}
