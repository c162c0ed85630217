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

export interface SearchTerm {
  readonly field: SearchField;
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
  name: (text) => (/\d/.test(text) ? undefined : normalisePersonName(text)) || undefined,
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

/** Every reading that the form allows. */
export function readingsOf(text: string): SearchTerm[] {
  return SEARCH_FIELDS.flatMap((field) => searchTerm(field, text) ?? []);
}
