/** The state of a posted letter, folded from its scans in whatever order and however often they came; and when it is silent. */
import { failureReason, meaningOf, type ScanMeaning } from './courier-codes.ts';
import type { ReasonCode } from '../facts/reason-codes.ts';
import { dateOf, isDate, type Instant } from '../time/shanghai-day.ts';

export interface Scan {
  readonly code: string;
  readonly text: string;
  readonly scannedAt: Instant;
}

/** `returned` may lack a reason; `unknown` keeps the raw code. */
export type LetterState =
  | { readonly state: 'notScanned' | 'delivered' | (typeof WITH_COURIER)[number] }
  | { readonly state: 'returned'; readonly reason: ReasonCode | undefined }
  | { readonly state: 'unknown'; readonly rawCode: string };

/** Somebody else has it, and should say so again. */
export const WITH_COURIER = ['posted', 'underWay', 'outForDelivery'] as const;

/** The order of a letter's life, for scans of the same second. */
const RANK: Record<ScanMeaning, number> = {
  posted: 0,
  underWay: 1,
  outForDelivery: 2,
  unknown: 3,
  returned: 4,
  delivered: 5,
  backAtSender: 6,
};

interface ReadScan {
  readonly meaning: ScanMeaning;
  readonly at: number;
  readonly scan: Scan;
}

/** `asOf` is a day, counted by its end; later scans are not seen. */
export function letterState(scans: readonly Scan[], asOf: string): LetterState {
  if (!isDate(asOf)) throw new RangeError('asOf is a day');
  const read = scans
    .filter((scan) => dateOf(scan.scannedAt) <= asOf)
    .map((scan): ReadScan => ({
      meaning: meaningOf(scan.code, scan.text),
      at: new Date(scan.scannedAt).getTime(),
      scan,
    }))
    .sort((a, b) => a.at - b.at || RANK[a.meaning] - RANK[b.meaning]);
  const last = read.at(-1);
  if (!last) return { state: 'notScanned' };
  const final = finalState(read);
  if (final) return final;
  if (last.meaning === 'unknown') return { state: 'unknown', rawCode: last.scan.code };
  return { state: last.meaning as (typeof WITH_COURIER)[number] };
}

export interface PostedLetter {
  readonly channel: string;
  readonly state: string;
  /** The day of the last scan, or of the posting when there is none. */
  readonly heardOn: string;
}

/** The courier has it and has not spoken of it since the day of `quietSince`. A letter of the platform is never scanned. */
export function isSilent({ channel, state, heardOn }: PostedLetter, quiet: string): boolean {
  return channel === 'ems' && WITH_COURIER.some((one) => one === state) && heardOn <= quiet;
}

/** Back at the sender settles it; else the last word about the delivery, unless the letter went out once more after a failure. */
function finalState(read: readonly ReadScan[]): LetterState | undefined {
  const failures = read.filter(({ meaning }) => meaning === 'returned');
  const reason = failures.map(({ scan }) => failureReason(scan.text)).findLast((found) => found !== undefined);
  if (read.some(({ meaning }) => meaning === 'backAtSender')) return { state: 'returned', reason };
  const verdict = read.findLast(({ meaning }) => meaning === 'delivered' || meaning === 'returned');
  if (!verdict) return undefined;
  if (verdict.meaning === 'delivered') return { state: 'delivered' };
  const wentOutAgain = read.some(({ meaning, at }) => meaning === 'outForDelivery' && at > verdict.at);
  return wentOutAgain ? undefined : { state: 'returned', reason };
}
