/** Pages of what a number counts or sums. */
import type { ItemPage, ItemsPage } from '../../db/metrics/item-page.ts';
import { decodeCursor, encodeCursor, INSTANT } from './cursor.ts';

const KEY = /^[\da-f-]{36,50}$/;

export function itemPage({ cursor, limit = 50 }: { cursor?: string; limit?: number }): ItemPage {
  const key = decodeCursor(cursor, [INSTANT, KEY]);
  return key ? { limit, after: { at: key[0]!, key: key[1]! } } : { limit };
}

export const itemsReply = ({ next, items, ...page }: ItemsPage) => ({
  ...page,
  items: [...items],
  next: next && encodeCursor([next.at, next.key]),
});
