/** Receipts as a gateway brings them, or gives them when asked: each is read by itself, and one that is odd leaves the others alone. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { SmsReceipt } from './gateway.ts';
import { fill, type Lookup } from './placeholders.ts';
import { plainReason } from '../../domain/notices/plain-reason.ts';
import { withRecipes } from './recipes.ts';
import type { Pushed, ReceiptReading } from './template.ts';
import { holds, readTree, textAt, valueAt, type Tree } from './tree.ts';

export interface ReadReceipts {
  readonly receipts: readonly SmsReceipt[];
  /** On its way still: nothing to be kept. */
  readonly pending: number;
  /** Places, from 0, of what no rule fits or what names no message. */
  readonly odd: readonly number[];
}

const LONGEST_REFERENCE = 100;
const MOST = 1_000;

/** `about`: the message that was asked about, for receipts that name none. */
export function readReceipts(reading: ReceiptReading, text: string, about?: string): ReadReceipts {
  const receipts: SmsReceipt[] = [];
  const odd: number[] = [];
  let pending = 0;
  for (const [place, tree] of itemsIn(reading, text).entries()) {
    const receipt = place < MOST ? receiptIn(reading, tree, about) : undefined;
    if (receipt === 'pending') pending += 1;
    else if (receipt === undefined) odd.push(place);
    else receipts.push(receipt);
  }
  return { receipts, pending, odd };
}

function itemsIn({ read, items, separator }: ReceiptReading, text: string): Tree[] {
  const format = read === 'query' ? 'form' : read;
  if (separator !== undefined)
    return text
      .split(new RegExp(separator, 'u'))
      .filter((one) => one.trim() !== '')
      .map((one) => readTree(one, format));
  const whole = readTree(text, format);
  if (items === undefined) return [whole];
  const found = items === '.' ? whole.content : valueAt(whole, items);
  if (found === undefined || found === null || found === '') return [];
  return [found]
    .flat()
    .map((content) => ({ text: typeof content === 'string' ? content : JSON.stringify(content), content }));
}

function receiptIn(
  { reference, rules }: ReceiptReading,
  item: Tree,
  about?: string,
): SmsReceipt | 'pending' | undefined {
  const rule = rules.find(({ where }) => holds(item, where));
  const named = reference === undefined ? about : textAt(item, reference)?.trim();
  if (rule?.is === 'pending') return 'pending';
  if (!rule || !named || named.length > LONGEST_REFERENCE || /\p{Cc}|\p{Surrogate}/u.test(named)) return undefined;
  const said = rule.reason && textAt(item, rule.reason);
  return { reference: named, state: rule.is, ...(said ? { reason: plainReason(said) } : {}) };
}

export interface PushedRequest {
  /** As it came, after the question mark. */
  readonly query: string;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** Whether it comes from the gateway: everything that the template wants proved is so. */
export function isProved({ proof, values }: Pushed, request: PushedRequest, environment: Lookup): boolean {
  const query = new URLSearchParams(request.query);
  const find = withRecipes(values, (name) => {
    if (name === 'body') return request.body;
    if (name.startsWith('query.')) return query.get(name.slice(6)) ?? '';
    if (name.startsWith('header.')) return request.header(name.slice(7)) ?? '';
    return environment(name);
  });
  return proof.map(({ given, wanted }) => isSame(fill(given, find), fill(wanted, find))).every(Boolean);
}

/** Compared as digests: in the same time, however alike they are. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return wanted !== '' && timingSafeEqual(digest(given), digest(wanted));
}
