/** The account of a certificate while it is typed, as the core system's screen shows it. Pure. */
import type { Schemas } from '../api/types.ts';
import { fenOf, plainText } from '../format/fen.ts';
import { readCell, type YearDraft } from '../info-form/cells.ts';
import { toYears } from '../info-form/info-form-draft.ts';

/** Months that somebody may not know. */
export const KNOWN_MONTHS = ['workSince', 'pooledSince', 'firstPaid', 'accountSince'] as const;

type Line =
  | (typeof KNOWN_MONTHS)[number]
  | 'personalNo'
  | 'employer'
  | 'insuredFrom'
  | 'insuredTo'
  | 'monthsHere'
  | 'monthsInAll'
  | 'balanceFen'
  | 'pooledFromElsewhereFen';

export type AccountDraft = { readonly [Name in Line]?: string } & {
  readonly years?: readonly (YearDraft | undefined)[];
};

/** `2023-1`, `2023年01月` → `202301`. */
export const readMonth = (text: string): string => readCell('fromMonth', text);
export const readCount = (text: string): string => readCell('months', text);
export const isMonth = (text: string): boolean => /^(19|20)\d{2}(0[1-9]|1[0-2])$/.test(readMonth(text));
export const isCount = (text: string): boolean => /^\d{1,3}$/.test(readCount(text));

/** As the contract wants it; the fields themselves have refused what cannot be read. */
export function toAccount(draft: AccountDraft): Schemas['CertifiedAccount'] {
  const { personalNo = '', employer = '', insuredFrom = '', insuredTo = '', years = [] } = draft;
  const months = KNOWN_MONTHS.flatMap((name) => (draft[name]?.trim() ? [[name, readMonth(draft[name])] as const] : []));
  const pooledFen = fenOf(draft.pooledFromElsewhereFen);
  return {
    personalNo: plainText(personalNo),
    ...(employer.trim() && { employer: employer.trim() }),
    ...Object.fromEntries(months),
    insuredFrom: readMonth(insuredFrom),
    insuredTo: readMonth(insuredTo),
    monthsHere: Number(readCount(draft.monthsHere ?? '')),
    monthsInAll: Number(readCount(draft.monthsInAll ?? '')),
    balanceFen: fenOf(draft.balanceFen) ?? 0,
    ...(pooledFen !== undefined && { pooledFromElsewhereFen: pooledFen }),
    years: toYears(years),
  };
}
