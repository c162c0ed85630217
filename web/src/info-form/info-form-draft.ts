/** An info form as it is being typed: text in yuan, checked while one types, sent in fen. Pure. */
import type { Schemas } from '../api/types.ts';
import { decidedBases } from '../../../domain/forms/info-form-bases.ts';
import { LINES, type Line } from '../../../domain/forms/info-form-lines.ts';
import { formatYuan } from '../../../domain/money/money.ts';
import { fenOf } from '../format/fen.ts';
import { isBlank, isInterestOnly, readCell, readDay, type Cell, type YearDraft } from './cells.ts';

export type InfoFormDraft = { readonly [Name in Line]?: string } & {
  readonly formNo?: string;
  readonly receivedOn?: string;
  readonly transferredOn?: string;
  readonly temporaryAccount?: boolean;
  readonly years?: readonly (YearDraft | undefined)[];
};

/** Under which name a fact brings the figures of an info form. */
export type FormName = 'form' | 'correctedForm';

export type NewInfoForm = Schemas['InfoFormReceivedFact']['form'];

export interface Identity {
  readonly line: 'accountTotalFen' | 'totalFen';
  /** Written minus computed, in fen. */
  readonly differenceFen: number;
}

/** ④ = ① + ② + ③ and ⑥ = ④ + ⑤, each as soon as all its amounts are there. */
export function identities(draft: InfoFormDraft): Identity[] {
  const sums = [
    ['accountTotalFen', ['personalBefore1998Fen', 'accountUntilLastYearFen', 'accountThisYearFen']],
    ['totalFen', ['accountTotalFen', 'pooledFundFen']],
  ] as const;
  return sums.flatMap(([line, parts]) => {
    const written = fenOf(draft[line]);
    const amounts = parts.map((part) => fenOf(draft[part]));
    if (written === undefined || amounts.includes(undefined)) return [];
    return [{ line, differenceFen: amounts.reduce<number>((rest, amount) => rest - (amount ?? 0), written) }];
  });
}

export function monthsOfSpan(from: string | undefined, to: string | undefined): number | undefined {
  if (!/^\d{6}$/.test(from ?? '') || !/^\d{6}$/.test(to ?? '')) return undefined;
  const months = Number(to?.slice(4)) - Number(from?.slice(4)) + 1;
  return from?.slice(0, 4) === to?.slice(0, 4) && months > 0 ? months : undefined;
}

/** The form as the contract wants it; an amount that is none becomes 0, the fields themselves refuse it before. */
export function toInfoForm(draft: InfoFormDraft): NewInfoForm {
  const { formNo, receivedOn, transferredOn, temporaryAccount, years = [], ...lines } = draft;
  const [before1998, untilLastYear, thisYear, account, pooled, total] = LINES.map((line) => fenOf(lines[line]) ?? 0);
  return {
    ...(formNo && { formNo }),
    ...(receivedOn && { receivedOn: readDay(receivedOn) }),
    ...(transferredOn && { transferredOn: readDay(transferredOn) }),
    ...(temporaryAccount && { temporaryAccount }),
    personalBefore1998Fen: before1998 ?? 0,
    accountUntilLastYearFen: untilLastYear ?? 0,
    accountThisYearFen: thisYear ?? 0,
    accountTotalFen: account ?? 0,
    pooledFundFen: pooled ?? 0,
    totalFen: total ?? 0,
    years: toYears(years),
  };
}

/** Which rows hold anything: a row of the form that is sent is one of these, in their order. */
export const filledRows = (years: InfoFormDraft['years'] = []): number[] =>
  years.flatMap((year, row) => (isBlank(year) ? [] : [row]));

/** `years.1.months` of the form that was asked about → the row of the sheet; blank ones between were left out. */
export function inSheet(field: string, places: string): string {
  return field.replace(/^years\.(\d+)\./, (_, index: string) => `years.${places.split(',')[Number(index)] ?? index}.`);
}

/** Without rows in which nothing was typed. */
export const toYears = (years: NonNullable<InfoFormDraft['years']>): Schemas['InfoFormYear'][] =>
  filledRows(years).map((row) => toYear(years[row] ?? {}));

function toYear(typed: YearDraft): Schemas['InfoFormYear'] {
  const read = (cell: Cell): string => readCell(cell, typed[cell] ?? '');
  const amounts = {
    creditedFen: fenOf(typed.creditedFen) ?? 0,
    interestFen: fenOf(typed.interestFen) ?? 0,
    balanceFen: fenOf(typed.balanceFen) ?? 0,
  };
  const [from, to, months, base, reason] = (['fromMonth', 'toMonth', 'months', 'baseFen', 'baseReason'] as const).map(
    read,
  ) as [string, string, string, string, string];
  const { areaCode, note } = typed;
  const kept = { ...(areaCode && { areaCode }), ...(note && { note }), ...shareOf('employerRate', typed.employerRate) };
  if (isInterestOnly(typed)) return { year: Number(from), months: 0, ...amounts, ...kept };
  return {
    fromMonth: from,
    toMonth: to,
    months: months === '' ? (monthsOfSpan(from, to) ?? 0) : Number(months),
    baseFen: base === '' ? null : (fenOf(base) ?? 0),
    ...(reason && { baseReason: reason }),
    ...shareOf('personalRate', read('personalRate')),
    ...shareOf('accountRate', read('accountRate')),
    ...amounts,
    ...kept,
  };
}

/** Hundredths of a per cent are as fine as the form gets. */
function shareOf(name: 'personalRate' | 'accountRate' | 'employerRate', percent: string | undefined) {
  const rate = Number(percent);
  return percent && rate >= 0 && rate <= 100 ? { [name]: Math.round(rate * 100) / 10_000 } : {};
}

/** A form as it stands, to be typed over. */
export function draftOf(form: Schemas['InfoForm']): InfoFormDraft {
  const yuan = (fen: number | null | undefined): string => (fen == null ? '' : formatYuan(fen, { grouped: true }));
  const percent = (share: number | undefined): string =>
    share === undefined ? '' : String(Math.round(share * 10_000) / 100);
  return {
    formNo: form.formNo,
    receivedOn: form.receivedOn,
    ...(form.transferredOn !== null && { transferredOn: form.transferredOn }),
    temporaryAccount: form.temporaryAccount,
    ...Object.fromEntries(LINES.map((line) => [line, yuan(form[line])])),
    years: form.years.map(({ year, fromMonth, toMonth, months, areaCode, note, baseReason, ...row }) => ({
      fromMonth: fromMonth ?? String(year ?? ''),
      toMonth: toMonth ?? '',
      months: String(months),
      baseFen: yuan(row.baseFen),
      personalRate: percent(row.personalRate),
      accountRate: percent(row.accountRate),
      employerRate: percent(row.employerRate),
      creditedFen: yuan(row.creditedFen),
      interestFen: yuan(row.interestFen),
      balanceFen: yuan(row.balanceFen),
      ...(baseReason !== undefined && { baseReason }),
      ...(areaCode !== undefined && { areaCode }),
      ...(note !== undefined && { note }),
    })),
  };
}

/** Does it decide about a base? Rows that are only begun do not. */
export function takesTwo(draft: InfoFormDraft): boolean {
  const years = (draft.years ?? []).filter((year) => year?.baseReason?.trim() || (year?.fromMonth && year.toMonth));
  return decidedBases(toInfoForm({ ...draft, years })).length > 0;
}
