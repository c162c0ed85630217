/** The national platform's list of what is in transit beside our ledger: what each says, and where they differ. Pure. */
import { workingDaysBetween, type WorkingCalendar } from './time/working-days.ts';

export const PLATFORM_STATUSES = ['waiting', 'inHand', 'formSent', 'fundsSent', 'returned', 'done', 'unknown'] as const;
export type PlatformStatus = (typeof PLATFORM_STATUSES)[number];

/** As the platform's list writes them, without blanks. What is not here stays unknown, and is compared as such. */
const WORDS: ReadonlyMap<string, PlatformStatus> = new Map([
  ['待接收', 'waiting'],
  ['待受理', 'waiting'],
  ['已发送', 'waiting'],
  ['已接收', 'inHand'],
  ['已受理', 'inHand'],
  ['办理中', 'inHand'],
  ['信息表已发送', 'formSent'],
  ['信息表已发出', 'formSent'],
  ['资金已划转', 'fundsSent'],
  ['基金已划转', 'fundsSent'],
  ['已退回', 'returned'],
  ['退回', 'returned'],
  ['已办结', 'done'],
]);

export const platformStatus = (written: string): PlatformStatus => WORDS.get(written.replace(/\s/g, '')) ?? 'unknown';

export const DIFFERENCE_KINDS = ['onlyThere', 'onlyHere', 'statusDiffers', 'daysDiffer', 'closedLongAgo'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export type Direction = 'in' | 'out';

/** A row of the platform's list, with the transfer that it speaks of, if any is known. */
export interface Theirs {
  readonly serial: string;
  readonly direction: Direction;
  readonly status: PlatformStatus;
  /** Working days in transit, as the platform counts them. */
  readonly days: number;
  /** Null: it does not say. */
  readonly overdue: boolean | null;
  readonly transferId: string | null;
}

/** A transfer as the ledger has it. */
export interface Ours {
  readonly transferId: string;
  readonly direction: Direction;
  readonly status: Exclude<PlatformStatus, 'unknown' | 'waiting'>;
  /** Null while it is open. */
  readonly closedOn: string | null;
  /** The day on which our clock began; null: it has not. */
  readonly since: string | null;
  readonly overdue: boolean;
  /** It went, or came, over the platform, so that it should be on the list. */
  readonly isOnPlatform: boolean;
}

export interface Difference {
  readonly kind: DifferenceKind;
  readonly direction: Direction;
  readonly serial: string | null;
  readonly transferId: string | null;
  readonly theirs: string | null;
  readonly ours: string | null;
  /** While it stays the same it is the same difference. */
  readonly gap: string;
}

/** The platform lags by days, not by months: what was closed earlier is forgotten there, and no clock of today. */
export const LONG_AGO_DAYS = 30;

interface Day {
  readonly listedOn: string;
  readonly calendar: WorkingCalendar;
}

export function compareInTransit(theirs: readonly Theirs[], ours: readonly Ours[], day: Day): Difference[] {
  const byId = new Map(ours.map((one) => [one.transferId, one]));
  const listed = new Set(theirs.flatMap(({ transferId }) => transferId ?? []));
  return [
    ...theirs.flatMap((row) => ofRow(row, byId.get(row.transferId ?? ''), day)),
    ...ours.filter((one) => isMissing(one, listed, day)).map(onlyHere),
  ];
}

function ofRow(row: Theirs, ours: Ours | undefined, day: Day): Difference[] {
  const { direction, serial, transferId, status } = row;
  const say = (
    kind: DifferenceKind,
    there: string | null,
    here: string | null,
    gap = `${there}/${here}`,
  ): Difference => ({
    kind,
    direction,
    serial,
    transferId: ours ? transferId : null,
    theirs: there,
    ours: here,
    gap,
  });
  // What is done there and was never here asks nobody for anything.
  if (!ours) return status === 'done' ? [] : [say('onlyThere', status, null)];
  if (ours.closedOn !== null && status !== 'done' && daysBetween(ours.closedOn, day.listedOn) > LONG_AGO_DAYS)
    return [say('closedLongAgo', status, ours.closedOn)];
  const found = isSameStatus(status, ours.status) ? [] : [say('statusDiffers', status, ours.status)];
  const days = ours.closedOn === null ? daysOf(ours, day) : undefined;
  if (days === undefined || days === row.days) return found;
  return [...found, say('daysDiffer', String(row.days), String(days), String(row.days - days))];
}

/** Whether somebody there has opened it is nothing that we can know. */
const isSameStatus = (theirs: PlatformStatus, ours: PlatformStatus): boolean =>
  theirs === ours || (theirs === 'waiting' && ours === 'inHand');

/** Working days, the first one not counted. */
function daysOf({ since }: Ours, { listedOn, calendar }: Day): number | undefined {
  if (since === null || since > listedOn) return undefined;
  return workingDaysBetween(since, listedOn, calendar);
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** What began on the very day of the list may not have been there yet when it was drawn. */
const isMissing = (
  { transferId, closedOn, since, isOnPlatform }: Ours,
  listed: ReadonlySet<string>,
  { listedOn }: Day,
) => isOnPlatform && closedOn === null && since !== null && since < listedOn && !listed.has(transferId);

const onlyHere = ({ transferId, direction, status }: Ours): Difference => ({
  kind: 'onlyHere',
  direction,
  serial: null,
  transferId,
  theirs: null,
  ours: status,
  gap: 'onlyHere',
});

export interface SideBySide {
  readonly direction: Direction;
  readonly there: number;
  readonly here: number;
  readonly overdueThere: number;
  readonly overdueHere: number;
}

/** Where a list does not say what is late, its days are held against the limit. */
export function sideBySide(
  theirs: readonly Theirs[],
  ours: readonly Ours[],
  limitOf: (direction: Direction) => number,
): SideBySide[] {
  return (['in', 'out'] as const).map((direction) => {
    const there = theirs.filter((row) => row.direction === direction && row.status !== 'done');
    const here = ours.filter((one) => one.direction === direction && one.closedOn === null && one.isOnPlatform);
    const isLate = ({ overdue, days }: Theirs): boolean => overdue ?? days > limitOf(direction);
    return {
      direction,
      there: there.length,
      here: here.length,
      overdueThere: there.filter(isLate).length,
      overdueHere: here.filter(({ overdue }) => overdue).length,
    };
  });
}
