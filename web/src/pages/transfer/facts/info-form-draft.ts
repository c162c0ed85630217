/** An info form as it is being typed: text in yuan, checked while one types, sent in fen. Pure. */
import type { Schemas } from '../../../api/types.ts';
import { checkInfoForm, INFO_FORM_RULES } from '../../../../../domain/forms/info-form.ts';
import { decidedBases } from '../../../../../domain/forms/info-form-bases.ts';
import { LINES, type Finding, type Line } from '../../../../../domain/forms/info-form-lines.ts';
import type { InterestRate } from '../../../../../domain/money/interest-rates.ts';
import { formatYuan } from '../../../../../domain/money/money.ts';
import { fenOf } from '../../../format/fen.ts';

export interface YearDraft {
  /** Four digits alone: a year that is listed for its interest only. */
  readonly fromMonth?: string;
  readonly toMonth?: string;
  /** Empty: counted from the span. */
  readonly months?: string;
  readonly baseFen?: string;
  /** Why the base is empty, or set by us. */
  readonly baseReason?: string;
  /** Per cent, as the form has it: "8". */
  readonly personalRate?: string;
  readonly accountRate?: string;
  readonly creditedFen?: string;
  readonly interestFen?: string;
  readonly balanceFen?: string;
  /** Of a form that came otherwise than by this page: kept when its figures are corrected. */
  readonly areaCode?: string;
  readonly note?: string;
  readonly employerRate?: string;
}

export type InfoFormDraft = { readonly [Name in Line]?: string } & {
  readonly formNo?: string;
  readonly receivedOn?: string;
  readonly transferredOn?: string;
  readonly temporaryAccount?: boolean;
  readonly years?: readonly (YearDraft | undefined)[];
};

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
    ...(receivedOn && { receivedOn }),
    ...(transferredOn && { transferredOn }),
    ...(temporaryAccount && { temporaryAccount }),
    personalBefore1998Fen: before1998 ?? 0,
    accountUntilLastYearFen: untilLastYear ?? 0,
    accountThisYearFen: thisYear ?? 0,
    accountTotalFen: account ?? 0,
    pooledFundFen: pooled ?? 0,
    totalFen: total ?? 0,
    years: years.map((year = {}) => toYear(year)),
  };
}

const INTEREST_ONLY = /^\d{4}$/;

function toYear(year: YearDraft): Schemas['InfoFormYear'] {
  const amounts = {
    creditedFen: fenOf(year.creditedFen) ?? 0,
    interestFen: fenOf(year.interestFen) ?? 0,
    balanceFen: fenOf(year.balanceFen) ?? 0,
  };
  const from = (year.fromMonth ?? '').trim();
  const { areaCode, note } = year;
  const kept = { ...(areaCode && { areaCode }), ...(note && { note }), ...shareOf('employerRate', year.employerRate) };
  if (INTEREST_ONLY.test(from)) return { year: Number(from), months: 0, ...amounts, ...kept };
  const reason = year.baseReason?.trim();
  return {
    fromMonth: from,
    toMonth: year.toMonth ?? '',
    months: year.months ? Number(year.months) : (monthsOfSpan(from, year.toMonth) ?? 0),
    baseFen: year.baseFen?.trim() ? (fenOf(year.baseFen) ?? 0) : null,
    ...(reason && { baseReason: reason }),
    ...shareOf('personalRate', year.personalRate),
    ...shareOf('accountRate', year.accountRate),
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
  const yuan = (fen: number | null | undefined): string => (fen == null ? '' : formatYuan(fen));
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

export interface FormContext {
  readonly officeDate: string;
  /** Of the office that wrote the form. */
  readonly areaCode?: string;
  readonly interestRates: readonly InterestRate[];
}

/** Everything that does not add up, by the office's own rules; nothing of it keeps the form from being recorded. */
export function findingsOf(draft: InfoFormDraft, context: FormContext): readonly Finding[] {
  const form = toInfoForm(draft);
  const years = form.years.filter(({ fromMonth, toMonth, year }) => year !== undefined || (fromMonth && toMonth));
  const { officeDate, areaCode, interestRates } = context;
  const origin = { receivedOn: form.receivedOn ?? officeDate, areaCode };
  return checkInfoForm({ ...form, years }, origin, { ...INFO_FORM_RULES, interestRates }).findings;
}
