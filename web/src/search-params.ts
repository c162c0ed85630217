/** What stands behind the question mark of our addresses, and nothing else; never a number of a person. Pure. */
import { MANUAL_DECISION_KINDS } from '../../domain/manual-decisions.ts';
import type { Schemas } from './api/types.ts';
import { asOfSearch, casesAmong, type AsOfSearch, type CasesAmong } from './figures-params.ts';
import { isMonth } from './format/month.ts';
import { isDay, isId, isTrue, oneOf, type Every, type Raw } from './search-values.ts';

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

/** Of which month what waits for a box is shown. */
export type ArchiveSearch = TodaySearch;

export const archiveSearch = (raw: Raw): ArchiveSearch => todaySearch(raw);

export interface AcceptSearch {
  /** What was answered is looked over. */
  readonly check?: boolean;
}

export const acceptSearch = ({ check }: Raw): AcceptSearch => (isTrue(check) ? { check: true } : {});

const BUCKETS: readonly Bucket[] = [
  'cohort', 'closedAt1', 'closedAt2', 'closedAt3', 'closedWithin1', 'closedWithin2', 'closedWithin3', 'closedLater',
  'notClosed', 'stillOpen', 'endedOtherwise', 'mature1', 'mature2', 'mature3', 'accepted', 'refused', 'duplicate', 'withdrawnBeforeFirstLetter',
  'otherClosedAt1', 'otherClosedAt2', 'otherClosedAt3', 'inPeriod', 'second', 'withinTwoLimits', 'sameMonth', 'received', 'notInPeriod',
]; // prettier-ignore

export interface CasesSearch extends BelatedFactsSearch, CasesAmong {
  readonly bucket: Bucket;
}

export function casesSearch(raw: Raw): CasesSearch {
  const bucket = BUCKETS.find((name) => name === raw['bucket']) ?? 'cohort';
  return { ...periodSearch(raw), bucket, ...casesAmong(raw) };
}

export interface BelatedFactsSearch extends AsOfSearch {
  readonly direction: Schemas['Direction'];
  readonly from?: string;
  readonly to?: string;
}

export const belatedFactsSearch = (raw: Raw): BelatedFactsSearch => periodSearch(raw);

function periodSearch(raw: Raw): BelatedFactsSearch {
  const { from, to } = raw;
  return {
    direction: raw['direction'] === 'out' ? 'out' : 'in',
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...asOfSearch(raw),
  };
}

export const WORK_TABS = ['mine', 'stewarded', 'tasks', 'all', 'archive'] as const;
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
  /** From today to Sunday. */
  readonly dueThisWeek?: true;
  /** Id of whose it is while the owner stands in. */
  readonly lentBy?: string;
  readonly held?: true;
  readonly sentBack?: true;
  readonly order?: 'oldest';
  readonly withoutStep?: true;
  readonly followed?: true;
  readonly withoutActFor30Days?: true;
  /** Working days since the acceptance. */
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly closed?: true;
}

const isCount = (value: unknown): boolean => /^\d{1,5}$/.test(String(value));

export const ONLY = [
  'overdue',
  'dueThisWeek',
  'held',
  'sentBack',
  'withoutStep',
  'followed',
  'withoutActFor30Days',
  'closed',
] as const;

export function workSearch(raw: Raw): WorkSearch {
  const { tab, step, owner, lentBy, counterpart, ageFrom, ageTo, order } = raw;
  const known = WORK_TABS.find((name) => name === tab);
  return {
    ...(known && { tab: known }),
    ...(typeof step === 'string' && STEP.test(step) && { step }),
    ...(isId(owner) && { owner }),
    ...(isId(lentBy) && { lentBy }),
    ...(order === 'oldest' && { order }),
    ...(typeof counterpart === 'string' && AGENCY_CODE.test(counterpart) && { counterpart }),
    ...(isCount(ageFrom) && { ageFrom: Number(ageFrom) }),
    ...(isCount(ageTo) && { ageTo: Number(ageTo) }),
    ...Object.fromEntries(ONLY.filter((name) => isTrue(raw[name])).map((name) => [name, true as const])),
  };
}

const VOLUME_FIGURES: Every<Schemas['VolumeFigure']> = {
  accepted: true,
  acceptedIn: true,
  acceptedOut: true,
  closed: true,
  completed: true,
  itemsHandled: true,
  fenIn: true,
  fenOut: true,
  lettersPosted: true,
  deliveredAtFirstPosting: true,
  postedAgain: true,
  noticesSent: true,
  noticesDelivered: true,
};

export interface VolumeItemsSearch {
  readonly figure: Schemas['VolumeFigure'];
  readonly from?: string;
  readonly to?: string;
}

export function volumeItemsSearch({ figure, from, to }: Raw): VolumeItemsSearch {
  return {
    figure: oneOf(VOLUME_FIGURES, figure) ?? 'accepted',
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

export interface HeldWorkSearch {
  readonly why?: Schemas['WhyHeldWrongly'];
}

const WHY_HELD: Every<Schemas['WhyHeldWrongly']> = {
  gone: true,
  away: true,
  notOfTheRole: true,
  barred: true,
  nobodyElse: true,
};

export function heldWorkSearch({ why }: Raw): HeldWorkSearch {
  const known = oneOf(WHY_HELD, why);
  return known === undefined ? {} : { why: known };
}

/** Of an agency: of its area, or one of the directory. */
const AGENCY_CODE = /^(\d{6}|[A-Z][A-Z0-9-]{2,19})$/;

export interface PlatformSearch {
  /** The list of this day, or the last one before it. */
  readonly day?: string;
  readonly kind?: Schemas['PlatformDifferenceKind'];
  readonly direction?: Schemas['Direction'];
  readonly mine?: true;
}

const DIFFERENCE_KINDS: Every<Schemas['PlatformDifferenceKind']> = {
  onlyThere: true,
  onlyHere: true,
  statusDiffers: true,
  daysDiffer: true,
  closedLongAgo: true,
};
const DIRECTIONS: Every<Schemas['Direction']> = { in: true, out: true };

export function platformSearch({ day, kind, direction, mine }: Raw): PlatformSearch {
  const known = oneOf(DIFFERENCE_KINDS, kind);
  const way = oneOf(DIRECTIONS, direction);
  return {
    ...(isDay(day) && { day }),
    ...(known && { kind: known }),
    ...(way && { direction: way }),
    ...(isTrue(mine) && { mine: true }),
  };
}

export interface InTraySearch {
  readonly kind?: Schemas['IncomingKind'];
  readonly state?: Schemas['IncomingState'];
  /** With me only. */
  readonly mine?: true;
}

const INCOMING_KINDS: Every<Schemas['IncomingKind']> = {
  letter: true,
  form: true,
  dispute: true,
  chaser: true,
  ownLetterBack: true,
  other: true,
};
const INCOMING_STATES: Every<Schemas['IncomingState']> = {
  opened: true,
  attached: true,
  known: true,
  parked: true,
  setAside: true,
};

export function inTraySearch({ kind, state, mine }: Raw): InTraySearch {
  const known = oneOf(INCOMING_KINDS, kind);
  const stands = oneOf(INCOMING_STATES, state);
  return {
    ...(known && { kind: known }),
    ...(stands && { state: stands }),
    ...(isTrue(mine) && { mine: true }),
  };
}

export interface RefusalsSearch {
  readonly kind?: Schemas['RefusalKind'];
  /** Office days, both included. */
  readonly from?: string;
  readonly to?: string;
}

const REFUSAL_KINDS: Every<Schemas['RefusalKind']> = { notTakenUp: true, notApproved: true };

export function refusalsSearch({ kind, from, to }: Raw): RefusalsSearch {
  const known = oneOf(REFUSAL_KINDS, kind);
  return {
    ...(known && { kind: known }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

export interface EntrySearch {
  /** A form came: it is typed, whatever the open step waits for. */
  readonly form?: 'new';
}

export const entrySearch = ({ form }: Raw): EntrySearch => (form === 'new' ? { form } : {});

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
  const known = MANUAL_DECISION_KINDS.find((name) => name === kind);
  return {
    ...(isMonth(month) && { month }),
    ...(known && { kind: known }),
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
