/** What a courier's scan says about a letter. Decided by the code; the text only gives the reason of a failure. */
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

/** An unknown code stays `unknown`; the raw code is the caller's to keep. */
export function meaningOf(code: string): ScanMeaning {
  return MEANINGS.get(plain(code)) ?? 'unknown';
}

/** Why a letter was not delivered; undefined when the text says nothing known. */
export function failureReason(text: string): ReasonCode | undefined {
  const written = plain(text);
  return FAILURES.find(([words]) => written.includes(words))?.[1];
}
