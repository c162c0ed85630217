/**
 * What a courier's scan says about a letter. Decided by the code; the text gives the reason of a failure, and where it says
 * the opposite of the code (a delivery back at the sender) nobody but a person decides.
 */
import { cleanText } from '../folded-text.ts';
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

const plain = (text: string): string => cleanText(text).replace(/[\s\p{P}]/gu, '');

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
  return ENDS.find(([words]) => words.test(text))?.[1];
}

const ENDS = [
  [/退回|退还|退件|退签|改退|撤回|召回|寄件人/, 'back'],
  [
    /未能?妥投|未能?投|未签收|无人签收|无法(?:投递|妥投|签收)|失败|[不未]成功|拒收|拒签|误投|错投|查无|新址不明/,
    'failed',
  ],
  [/妥投|签收/, 'delivered'],
] as const;

/** Of a text the courier's own words that decide something: whatever else stands in it, a name perhaps, decides nothing. */
export function decidingWords(text: string): string {
  const written = plain(text);
  const why = FAILURES.find(([words]) => written.includes(words))?.[0];
  const end = ENDS.map(([words]) => words.exec(written)?.[0]).find((found) => found !== undefined);
  return [why, end].filter((word) => word !== undefined).join(' ');
}

/** Why a letter was not delivered; undefined when the text says nothing known. */
export function failureReason(text: string): ReasonCode | undefined {
  const written = plain(text);
  return FAILURES.find(([words]) => written.includes(words))?.[1];
}
