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

/** What of an address is to change; undefined takes a name out. */
export type SearchChange<Search> = { readonly [Name in keyof Search]?: Search[Name] | undefined };

export function changedSearch<Search extends object>(search: Search, part: SearchChange<Search>): Search {
  const all = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as Search;
}

export interface TodaySearch {
  readonly month?: string;
}

export function todaySearch({ month }: Raw): TodaySearch {
  return isMonth(month) ? { month } : {};
}

const BUCKETS: readonly Bucket[] = [
  'cohort', 'closedAt1', 'closedAt2', 'closedAt3', 'closedWithin1', 'closedWithin2', 'closedWithin3', 'closedLater',
  'notClosed', 'stillOpen', 'mature1', 'mature2', 'mature3', 'accepted', 'refused', 'duplicate', 'withdrawnBeforeFirstLetter',
  'otherClosedAt1', 'otherClosedAt2', 'otherClosedAt3', 'inPeriod', 'second', 'withinTwoLimits', 'sameMonth', 'received', 'notInPeriod',
]; // prettier-ignore

export interface CasesSearch {
  readonly direction: Schemas['Direction'];
  readonly bucket: Bucket;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

export function casesSearch(raw: Raw): CasesSearch {
  return { ...periodSearch(raw), bucket: BUCKETS.find((bucket) => bucket === raw['bucket']) ?? 'cohort' };
}

export type BelatedFactsSearch = Omit<CasesSearch, 'bucket'>;

export const belatedFactsSearch = (raw: Raw): BelatedFactsSearch => periodSearch(raw);

function periodSearch(raw: Raw): BelatedFactsSearch {
  const day = (name: string): Record<string, string> => {
    const value = raw[name];
    return typeof value === 'string' && isDate(value) ? { [name]: value } : {};
  };
  return {
    direction: raw['direction'] === 'out' ? 'out' : 'in',
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
  /** Id of whoever holds it: the owner of the open step, or the steward of what is in none. */
  readonly owner?: string;
  readonly counterpart?: string;
  readonly overdue?: true;
  readonly held?: true;
  readonly withoutStep?: true;
  readonly followed?: true;
  readonly withoutActFor30Days?: true;
  /** Working days since the acceptance. */
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly closed?: true;
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';

const isCount = (value: unknown): boolean => /^\d{1,5}$/.test(String(value));

export const ONLY = ['overdue', 'held', 'withoutStep', 'followed', 'withoutActFor30Days', 'closed'] as const;

export function workSearch(raw: Raw): WorkSearch {
  const { tab, step, owner, counterpart, ageFrom, ageTo } = raw;
  const known = WORK_TABS.find((name) => name === tab);
  return {
    ...(known && { tab: known }),
    ...(typeof step === 'string' && STEP.test(step) && { step }),
    ...(isId(owner) && { owner }),
    ...(typeof counterpart === 'string' && /^\d{6}$/.test(counterpart) && { counterpart }),
    ...(isCount(ageFrom) && { ageFrom: Number(ageFrom) }),
    ...(isCount(ageTo) && { ageTo: Number(ageTo) }),
    ...Object.fromEntries(ONLY.filter((name) => isTrue(raw[name])).map((name) => [name, true as const])),
  };
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);
const isName = (value: unknown): value is string => typeof value === 'string' && /^[a-z][A-Za-z0-9]{1,39}$/.test(value);
const isDay = (value: unknown): value is string => typeof value === 'string' && isDate(value);

export interface VolumeItemsSearch {
  readonly figure: Schemas['VolumeFigure'];
  readonly from?: string;
  readonly to?: string;
}

export function volumeItemsSearch({ figure, from, to }: Raw): VolumeItemsSearch {
  return {
    figure: (isName(figure) ? figure : 'accepted') as VolumeItemsSearch['figure'],
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

export interface MoneySearch {
  readonly state?: Schemas['PartState'];
  readonly origin?: 'bank' | 'openingBalance';
}

export function moneySearch({ state, origin }: Raw): MoneySearch {
  if (isName(state)) return { state: state as Schemas['PartState'] };
  return { origin: origin === 'openingBalance' ? origin : 'bank' };
}

export interface WaitingMoneySearch {
  readonly state?: Schemas['WaitingPartState'];
  /** Only what the reader holds. */
  readonly mine?: true;
  /** Id of the part about which somebody decides. */
  readonly part?: string;
}

export function waitingMoneySearch({ state, mine, part }: Raw): WaitingMoneySearch {
  return {
    ...((state === 'suspense' || state === 'proposed') && { state }),
    ...(isTrue(mine) && { mine: true }),
    ...(isId(part) && { part }),
  };
}

export interface HeldWorkSearch {
  readonly why?: Schemas['WhyHeldWrongly'];
}

export const heldWorkSearch = ({ why }: Raw): HeldWorkSearch =>
  isName(why) ? { why: why as Schemas['WhyHeldWrongly'] } : {};

export interface RefusalsSearch {
  readonly kind?: Schemas['RefusalKind'];
  /** Office days, both included. */
  readonly from?: string;
  readonly to?: string;
}

export function refusalsSearch({ kind, from, to }: Raw): RefusalsSearch {
  return {
    ...(isName(kind) && { kind: kind as Schemas['RefusalKind'] }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

export interface ImportsSearch {
  /** Id of the file of which is shown what became of it. */
  readonly file?: string;
  /** Of the file that is to be handed in. */
  readonly kind?: Schemas['ImportKind'];
}

export const importsSearch = ({ file, kind }: Raw): ImportsSearch => ({
  ...(isId(file) && { file }),
  ...(isName(kind) && { kind: kind as Schemas['ImportKind'] }),
});

export interface BankSearch {
  readonly state?: Schemas['DebitState'];
  /** Number of an account of the office. */
  readonly account?: string;
  /** Days on which it was booked, both included. */
  readonly from?: string;
  readonly to?: string;
}

export function bankSearch({ state, account, from, to }: Raw): BankSearch {
  return {
    ...(isName(state) && { state: state as Schemas['DebitState'] }),
    ...(typeof account === 'string' && account !== '' && account.length <= 40 && { account }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

export interface PostSearch {
  /** Everybody's letters, not only mine. */
  readonly all?: true;
  /** On which letters were posted that are keyed elsewhere. */
  readonly day?: string;
}

export const postSearch = ({ all, day }: Raw): PostSearch => ({
  ...(isTrue(all) && { all: true }),
  ...(isDay(day) && { day }),
});

export interface DecisionsSearch {
  readonly month?: string;
  readonly kind?: Schemas['ManualDecisionKind'];
  readonly staff?: string;
}

export function decisionsSearch({ month, kind, staff }: Raw): DecisionsSearch {
  return {
    ...(isMonth(month) && { month }),
    ...(isName(kind) && { kind: kind as Schemas['ManualDecisionKind'] }),
    ...(isId(staff) && { staff }),
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
