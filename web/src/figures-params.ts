/** What stands behind the question mark of the pages of figures. Pure. */
import type { Schemas } from './api/types.ts';
import { isDate } from '../../domain/time/shanghai-day.ts';
import { isMonth } from './format/month.ts';
import { isDay, isTrue, oneOf, type Every, type Raw } from './search-values.ts';

/** With whose eyes figures are looked at; left out: as of today, by all that is known. */
export interface AsOfSearch {
  /** Office day. */
  readonly asOf?: string;
  /** Office minute `YYYY-MM-DDTHH:mm`. */
  readonly knownAt?: string;
}

const isMinute = (value: unknown): value is string =>
  typeof value === 'string' &&
  /T([01]\d|2[0-3]):[0-5]\d$/.test(value) &&
  value.length === 16 &&
  isDate(value.slice(0, 10));

export const asOfSearch = ({ asOf, knownAt }: Raw): AsOfSearch => ({
  ...(isDay(asOf) && { asOf }),
  ...(isMinute(knownAt) && { knownAt }),
});

const isYear = (value: unknown): boolean => /^20\d{2}$/.test(String(value));

export const FIGURE_VIEWS = ['rates', 'trend', 'groups', 'times', 'volume', 'sheet'] as const;
export type FigureView = (typeof FIGURE_VIEWS)[number];

export const CASE_GROUPINGS = ['counterpart', 'scheme', 'category', 'procedureType'] as const;
export type CaseGrouping = (typeof CASE_GROUPINGS)[number];

export interface FiguresSearch extends AsOfSearch {
  readonly view?: FigureView;
  readonly month?: string;
  readonly by?: CaseGrouping;
  /** Of the groups: the month alone, not the twelve months up to it. */
  readonly alone?: true;
  readonly direction?: 'out';
  /** Year with which the long count of the six numbers begins. */
  readonly since?: number;
}

export function figuresSearch(raw: Raw): FiguresSearch {
  const { view, month, by, alone, direction, since } = raw;
  const known = FIGURE_VIEWS.find((name) => name === view);
  const grouping = CASE_GROUPINGS.find((name) => name === by);
  return {
    ...(known && { view: known }),
    ...(isMonth(month) && { month }),
    ...(grouping && { by: grouping }),
    ...(isTrue(alone) && { alone: true as const }),
    ...(direction === 'out' && { direction }),
    ...(isYear(since) && { since: Number(since) }),
    ...asOfSearch(raw),
  };
}

/** Of which group of a cohort: both, or neither. */
export interface CasesAmong {
  readonly by?: CaseGrouping;
  readonly group?: string;
}

export function casesAmong({ by, group }: Raw): CasesAmong {
  const known = CASE_GROUPINGS.find((name) => name === by);
  return known && typeof group === 'string' && group !== '' && group.length <= 60 ? { by: known, group } : {};
}

interface Period {
  readonly from?: string;
  readonly to?: string;
}

const period = ({ from, to }: Raw): Period => ({ ...(isDay(from) && { from }), ...(isDay(to) && { to }) });
const STEP = /^[a-z][A-Za-z0-9]{1,39}$/;
const step = ({ step: name }: Raw) => (typeof name === 'string' && STEP.test(name) ? { step: name } : {});

const SHEET_FIGURES: Every<Schemas['MonthSheetFigure']> = {
  opening: true,
  accepted: true,
  completed: true,
  endedOtherwise: true,
  inTransit: true,
  overdue1: true,
  overdue2: true,
  overdue3: true,
  overdue4: true,
  withinPromise: true,
  withinProvince: true,
  acrossProvinces: true,
  accountFen: true,
  pooledFen: true,
  migrantWorkers: true,
  migrantNotSaid: true,
  overPlatform: true,
  byPost: true,
  lumpSumsWithoutPaper: true,
};

/** Which number of a sheet. */
export interface SheetNumberSearch {
  readonly direction: Schemas['Direction'];
  readonly figure: Schemas['MonthSheetFigure'];
  readonly step?: string;
  readonly withoutStep?: true;
}

export interface SheetItemsSearch extends SheetNumberSearch, Period {}

export const sheetItemsSearch = (raw: Raw): SheetItemsSearch => ({ ...sheetNumberSearch(raw), ...period(raw) });

export const sheetNumberSearch = (raw: Raw): SheetNumberSearch => ({
  direction: raw['direction'] === 'out' ? 'out' : 'in',
  figure: oneOf(SHEET_FIGURES, raw['figure']) ?? 'inTransit',
  ...(isTrue(raw['withoutStep']) ? { withoutStep: true as const } : step(raw)),
});

const PARTIES: Every<Schemas['Party']> = {
  own: true,
  otherUnit: true,
  higherAuthority: true,
  financeBureau: true,
  counterpart: true,
  courier: true,
  bank: true,
  employer: true,
  insured: true,
};

export interface StepTimesSearch extends Period {
  readonly party: Schemas['Party'];
  readonly step?: string;
  readonly inTime?: boolean;
}

export function stepTimesSearch(raw: Raw): StepTimesSearch {
  const inTime = raw['inTime'];
  return {
    party: oneOf(PARTIES, raw['party']) ?? 'own',
    ...step(raw),
    ...(isTrue(inTime) && { inTime: true }),
    ...period(raw),
  };
}
