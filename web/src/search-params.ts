/** What stands behind the question mark of our addresses, and nothing else; never a number of a person. Pure. */
import type { Schemas } from './api/types.ts';
import { isDate } from '../../domain/time/shanghai-day.ts';
import { isMonth } from './format/month.ts';

type Raw = Readonly<Record<string, unknown>>;
type Bucket = Schemas['CompletionBucket'];

/** Plain text both ways: `counterpart=110102`, without the quotes that JSON would put around digits. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Raw): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '' && value !== false);
  const text = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

export interface TodaySearch {
  readonly month?: string;
}

export function todaySearch({ month }: Raw): TodaySearch {
  return isMonth(month) ? { month } : {};
}

const BUCKETS: readonly Bucket[] = [
  'cohort', 'closedAt1', 'closedAt2', 'closedAt3', 'closedWithin1', 'closedWithin2', 'closedWithin3', 'closedLater',
  'notClosed', 'mature1', 'mature2', 'mature3', 'inPeriod', 'second', 'sameMonth', 'notInPeriod',
]; // prettier-ignore

export interface CasesSearch {
  readonly direction: Schemas['Direction'];
  readonly bucket: Bucket;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

export function casesSearch(raw: Raw): CasesSearch {
  const day = (name: string): Record<string, string> => {
    const value = raw[name];
    return typeof value === 'string' && isDate(value) ? { [name]: value } : {};
  };
  return {
    direction: raw['direction'] === 'out' ? 'out' : 'in',
    bucket: BUCKETS.find((bucket) => bucket === raw['bucket']) ?? 'cohort',
    ...day('from'),
    ...day('to'),
    ...day('asOf'),
  };
}

export const WORK_TABS = ['mine', 'tasks', 'all'] as const;
export type WorkTab = (typeof WORK_TABS)[number];

/** As the contract writes one; a newer release of the office may have steps that are not known here. */
const STEP = /^[a-z][A-Za-z0-9]{1,39}$/;

export interface WorkSearch {
  readonly tab?: WorkTab;
  readonly step?: Schemas['Step'];
  /** Id of the owner of the open step. */
  readonly owner?: string;
  readonly counterpart?: string;
  readonly overdue?: true;
}

export function workSearch({ tab, step, owner, counterpart, overdue }: Raw): WorkSearch {
  const known = WORK_TABS.find((name) => name === tab);
  return {
    ...(known && { tab: known }),
    ...(typeof step === 'string' && STEP.test(step) && { step }),
    ...(typeof owner === 'string' && /^[0-9a-f-]{36}$/i.test(owner) && { owner }),
    ...(typeof counterpart === 'string' && /^\d{6}$/.test(counterpart) && { counterpart }),
    ...((overdue === true || overdue === 'true') && { overdue: true as const }),
  };
}

export interface SignInSearch {
  /** Where to go afterwards: a path of this console. */
  readonly to?: string;
}

export function signInSearch({ to }: Raw): SignInSearch {
  // A second slash would lead to another host.
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {};
}
