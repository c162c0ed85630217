/** The figures of the mocked office: rates taken apart, days of steps, the monthly sheet. */
import type { components } from '../../api/contract.generated.ts';
import { monthsOf } from '../../domain/time/months.ts';
import * as office from './mock-office.ts';

type Schemas = components['schemas'];
type Group = Schemas['CompletionGroup'];

export function completion(query: URLSearchParams, from: string, to: string): Schemas['Completion'] {
  const all = { ...office.completion(from, to), asOf: query.get('asOf') ?? office.clock.officeDate };
  const found = { ...all, knownAt: query.get('knownAt'), groups: groupsOf(query.get('by'), from, to) };
  return query.get('direction') === 'in' ? found : { ...found, direction: 'out', attempts: null };
}

function groupsOf(by: string | null, from: string, to: string): Group[] | null {
  if (by === null) return null;
  if (by === 'month') return monthsOf(from, to).map(({ month }, at) => group(month, 200 + at * 10));
  if (by === 'scheme') return [group('enterprise', 300), group('none', 10)];
  return [
    group('310000', 120, '上海市社会保险事业管理中心'),
    group('320100', 90, '南京市社会保险管理中心'),
    group('330100', 8, '杭州市社会保险管理中心'),
  ];
}

/** Better the more cases there are, so that a ranking has an order. */
function group(key: string, cohort: number, name: string | null = null): Group {
  const closed = cohort - Math.ceil(cohort / 20) - 2;
  const rate = ((100 * closed) / cohort).toFixed(2);
  const same = <T>(value: T) => ({ '1': value, '2': value, '3': value });
  return {
    key,
    name,
    attempts: {
      cohort,
      closedWithin: same(closed),
      notClosed: cohort - closed,
      stillOpen: 2,
      rates: same(rate),
      mature: { denominators: same(cohort - 2), rates: same(rate) },
    },
    periods: null,
  };
}

export const stepTimes = (from: string, to: string) => ({
  from,
  to,
  provisional: false,
  yearBefore: null,
  yearBeforeProvisional: null,
  steps: [
    { step: 'review', party: 'own' as const, closed: 31, medianWorkingDays: 2, p80WorkingDays: 4 },
    { step: 'formAndFunds', party: 'counterpart' as const, closed: 0, medianWorkingDays: null, p80WorkingDays: null },
  ],
  parties: [party('own', 30, 31), party('counterpart', 0, 0)],
});

const party = (name: Schemas['Party'], numerator: number, denominator: number): Schemas['PartyTime'] => ({
  party: name,
  transfers: denominator,
  medianWorkingDays: denominator === 0 ? null : 6,
  p80WorkingDays: denominator === 0 ? null : 9,
  inTime: { numerator, denominator, rate: denominator === 0 ? null : ((100 * numerator) / denominator).toFixed(2) },
});

export const monthSheet = (from: string, to: string): Schemas['MonthSheet'] => ({
  from,
  to,
  opening: 40,
  accepted: 318,
  completed: 300,
  endedOtherwise: 8,
  inTransit: 50,
  overdue1: 3,
  overdue2: 1,
  overdue3: 0,
  overdue4: 0,
  withinPromise: 290,
  withinProvince: 20,
  acrossProvinces: 280,
  accountFen: 123_456_789,
  pooledFen: 98_765_432,
  migrantWorkers: 41,
  migrantNotSaid: 12,
  overPlatform: 180,
  byPost: 115,
  platformShare: '61.02',
  lumpSumsWithoutPaper: 2,
  notKnown: ['onlineApplications', 'lumpSums', 'refunds', 'bouncedPayments'],
  steps: [
    { step: 'review', open: 20 },
    { step: 'formAndFunds', open: 28 },
    { step: null, open: 2 },
  ],
  promisedWorkingDays: 45,
  meanWorkingDays: '31.4',
});

export const items: Schemas['VolumeItems'] = {
  items: [
    {
      transferId: office.TRANSFER_ID,
      caseNo: 'IN20260600001',
      key: office.TRANSFER_ID,
      at: '2026-06-03T02:00:00Z',
      what: '5',
      amountFen: null,
    },
  ],
  count: 1,
  sumFen: null,
  next: null,
};

const six = (times: number): Schemas['SixNumbers'] => ({
  acceptedIn: 318 * times,
  acceptedOut: 664 * times,
  fenIn: 1_204_556_712 * times,
  fenOut: 1_930_112_400 * times,
  lettersPosted: 353 * times,
  noticesSent: 604 * times,
});

export const mainFigures = (from: string, to: string, since: string): Schemas['MainFigures'] => ({
  from,
  to,
  since,
  inPeriod: six(1),
  sinceThen: six(90),
  yearBefore: six(0),
  yearBeforeFrom: from.replace(/^\d+/, (year) => String(Number(year) - 1)),
  yearBeforeTo: to.replace(/^\d+/, (year) => String(Number(year) - 1)),
  difference: six(1),
  riseInPerCent: {
    acceptedIn: '+14.0',
    acceptedOut: '-3.5',
    fenIn: null,
    fenOut: null,
    lettersPosted: '0.0',
    noticesSent: null,
  },
});
