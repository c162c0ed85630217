/** Rules that an office sets by itself, each from a day on: how long it gives itself. What the law says is a ceiling. */
import { LIMITS, type Limit } from './procedures/procedure.ts';

export const OFFICE_SETTINGS = [
  'silentAfterWorkingDays',
  'silentNoticeAfterWorkingDays',
  'coreReceiptAfterWorkingDays',
  'noticeTriedForWorkingDays',
  'holdReviewWithinWorkingDays',
  'lookUpsKeptMonths',
  'transferredKeptYears',
  'endedOtherwiseKeptYears',
  'monthlySheetsKeptYears',
  'remittanceWorkingDays',
  'financeBureauWorkingDays',
  'bankConfirmsWorkingDays',
  'repeatedContactWithinDays',
] as const;
export type OfficeSetting = (typeof OFFICE_SETTINGS)[number];

export type OfficeRuleName = Limit | OfficeSetting;
export const OFFICE_RULES: readonly OfficeRuleName[] = [...LIMITS, ...OFFICE_SETTINGS];

export const isLimit = (name: OfficeRuleName): name is Limit => (LIMITS as readonly string[]).includes(name);

interface Bounds {
  readonly least: number;
  readonly most: number;
  /** Where the most, or the least, is the law's. */
  readonly law?: string;
}

const STATE_COUNCIL = '国办发〔2009〕66号 第八条';
/** Periods are 10, 30, 50 or 100 years. */
const ARCHIVES = '人力资源社会保障部、国家档案局令第3号';
const PROMISE: Bounds = { least: 1, most: 60 };

const BOUNDS: Readonly<Partial<Record<OfficeRuleName, Bounds>>> = {
  accept: { least: 1, most: 15, law: STATE_COUNCIL },
  counterpart: { least: 1, most: 15, law: STATE_COUNCIL },
  own: { least: 1, most: 15, law: STATE_COUNCIL },
  holdReviewWithinWorkingDays: { least: 1, most: 250 },
  repeatedContactWithinDays: { least: 1, most: 365 },
  lookUpsKeptMonths: { least: 6, most: 120, law: '网络安全法 第二十一条' },
  transferredKeptYears: { least: 10, most: 100, law: ARCHIVES },
  endedOtherwiseKeptYears: { least: 10, most: 100, law: ARCHIVES },
  monthlySheetsKeptYears: { least: 10, most: 100, law: ARCHIVES },
};

export const boundsOf = (name: OfficeRuleName): Bounds => BOUNDS[name] ?? PROMISE;
