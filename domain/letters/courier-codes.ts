/**
 * What a courier's scan says about a letter. Decided by the code; the text gives the reason of a failure, and where it says
 * the opposite of the code (a delivery back at the sender) nobody but a person decides.
 */
import type { ReasonCode } from '../facts/reason-codes.ts';

export const SCAN_MEANINGS = [
  'posted',
  'underWay',
  'outForDelivery',
  'delivered',
  'returned', // not delivered; the text says why
  'backAtSender',
  'unknown',
] as const;
export type ScanMeaning = (typeof SCAN_MEANINGS)[number];

const MEANINGS: ReadonlyMap<string, ScanMeaning> = new Map([
  ['203', 'posted'],
  ['305', 'underWay'],
  ['306', 'underWay'],
  ['463', 'outForDelivery'],
  ['704', 'delivered'],
  ['705', 'returned'],
  // Its text says 妥投 too, but it is the sender who got the letter.
  ['708', 'backAtSender'],
]);

const FAILURES: readonly (readonly [string, ReasonCode])[] = [
  ['原址查无此单位', 'M01'],
  ['单位已迁移新址不明', 'M01'],
  ['收件人拒收', 'M02'],
  ['无人签收', 'M02'],
];

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

/** An unknown code stays `unknown`, and so does one that its text contradicts; the raw code is the caller's to keep. */
export function meaningOf(code: string, text: string): ScanMeaning {
  return contradicts(code, text) ? 'unknown' : byCode(code);
}

/** The text says another end than the code: a delivery that went back or failed, a failure that was signed for. */
export function contradicts(code: string, text: string): boolean {
  const said = endSaid(plain(text));
  if (said === undefined) return false;
  const meaning = byCode(code);
  if (meaning === 'delivered') return said !== 'delivered';
  // A failed delivery may already name the way back.
  return meaning === 'returned' && said === 'delivered';
}

const byCode = (code: string): ScanMeaning => MEANINGS.get(plain(code)) ?? 'unknown';

/** “Not delivered” holds the word for “delivered”, and so does “delivered back to the sender”. */
function endSaid(text: string): 'delivered' | 'failed' | 'back' | undefined {
  if (/退回|退件|退签|改退|寄件人/.test(text)) return 'back';
  if (/未妥投|未能妥投|未签收|未投|拒收|无人签收|查无|新址不明/.test(text)) return 'failed';
  return /妥投|签收/.test(text) ? 'delivered' : undefined;
}

/** Why a letter was not delivered; undefined when the text says nothing known. */
export function failureReason(text: string): ReasonCode | undefined {
  const written = plain(text);
  return FAILURES.find(([words]) => written.includes(words))?.[1];
}
