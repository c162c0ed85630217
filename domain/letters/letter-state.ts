/** The state of a posted letter, folded from its scans in whatever order and however often they came. */
import { failureReason, meaningOf, type ScanMeaning } from './courier-codes.ts';
import type { ReasonCode } from '../facts/reason-codes.ts';
import { dateOf, isDate, type Instant } from '../time/shanghai-day.ts';
import { workingDaysBetween, type WorkingCalendar } from '../time/working-days.ts';

export interface Scan {
  readonly code: string;
  readonly text: string;
  readonly scannedAt: Instant;
}

/** `silent`: under way, and no scan for three working days. `returned` may lack a reason; `unknown` keeps the raw code. */
export type LetterState =
  | { readonly state: 'notScanned' | 'posted' | 'underWay' | 'outForDelivery' | 'delivered' }
  | { readonly state: 'silent'; readonly since: string }
  | { readonly state: 'returned'; readonly reason: ReasonCode | undefined }
  | { readonly state: 'unknown'; readonly rawCode: string };

/** The order of a letter's life, for scans of the same second. */
const RANK: Record<ScanMeaning, number> = {
  posted: 0,
  underWay: 1,
  outForDelivery: 2,
  unknown: 3,
  notDelivered: 4,
  delivered: 5,
  backAtSender: 6,
};

interface ReadScan {
  readonly meaning: ScanMeaning;
  readonly at: number;
  readonly scan: Scan;
}

/** `asOf` is a day, counted by its end; later scans are not seen. */
export function letterState(
  scans: readonly Scan[],
  asOf: string,
  calendar: WorkingCalendar,
  silentAfterWorkingDays = 3,
): LetterState {
  if (!isDate(asOf)) throw new RangeError('asOf is a day');
  const read = scans
    .filter((scan) => dateOf(scan.scannedAt) <= asOf)
    .map((scan): ReadScan => ({ meaning: meaningOf(scan.code), at: new Date(scan.scannedAt).getTime(), scan }))
    .sort((a, b) => a.at - b.at || RANK[a.meaning] - RANK[b.meaning]);
  const last = read.at(-1);
  if (!last) return { state: 'notScanned' };
  const final = finalState(read);
  if (final) return final;
  if (last.meaning === 'unknown') return { state: 'unknown', rawCode: last.scan.code };
  const since = dateOf(last.scan.scannedAt);
  if (workingDaysBetween(since, asOf, calendar) >= silentAfterWorkingDays) return { state: 'silent', since };
  return { state: last.meaning as 'posted' | 'underWay' | 'outForDelivery' };
}

/** Back at the sender settles it; else the last word about the delivery, unless the letter went out once more after a failure. */
function finalState(read: readonly ReadScan[]): LetterState | undefined {
  const failures = read.filter(({ meaning }) => meaning === 'notDelivered');
  const reason = failures.map(({ scan }) => failureReason(scan.text)).findLast((found) => found !== undefined);
  if (read.some(({ meaning }) => meaning === 'backAtSender')) return { state: 'returned', reason };
  const verdict = read.findLast(({ meaning }) => meaning === 'delivered' || meaning === 'notDelivered');
  if (!verdict) return undefined;
  if (verdict.meaning === 'delivered') return { state: 'delivered' };
  const wentOutAgain = read.some(({ meaning, at }) => meaning === 'outForDelivery' && at > verdict.at);
  return wentOutAgain ? undefined : { state: 'returned', reason };
}
