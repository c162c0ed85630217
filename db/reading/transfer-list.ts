/** Lists of transfers by keyset: open ones soonest due first, then those between two steps, or what was accepted first; closed ones newest first. */
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';
import {
  asksForOpen,
  asksForStep,
  keysBetween,
  keysByAcceptance,
  keysByAge,
  keysByDue,
  type PageRequest,
  type TransferFilter,
  type TransferKey,
} from './transfer-keys.ts';
import { asTransferRow, selectPage, type TransferRow } from './transfer-rows.ts';

export interface TransferPage {
  readonly items: TransferRow[];
  readonly next: TransferKey | null;
}

export async function listTransfers(
  db: Db,
  keyring: Keyring,
  filter: TransferFilter,
  page: PageRequest,
): Promise<TransferPage> {
  // Nobody holds what is closed.
  if (filter.state === 'closed' && (asksForStep(filter) || asksForOpen(filter))) return { items: [], next: null };
  if (filter.state !== 'open' && !asksForOpen(filter)) {
    const rows = await selectPage(db, keysByAcceptance(filter, page), 'desc');
    return pageOf(keyring, rows, page.limit, 'accepted');
  }
  if (filter.state === 'open' && page.order === 'oldest') {
    const rows = await selectPage(db, keysByAge(filter, page), 'asc');
    return pageOf(keyring, rows, page.limit, 'oldest');
  }
  const inNone = filter.withoutStep === true;
  const due = inNone || page.after?.order === 'between' ? [] : await selectPage(db, keysByDue(filter, page), 'asc');
  if (due.length > page.limit || asksForStep(filter) || filter.withoutStep === false)
    return pageOf(keyring, due, page.limit, 'due');
  // Few at any moment: the steward holds them until the next step opens.
  const rest = { limit: page.limit - due.length, after: page.after?.order === 'between' ? page.after : undefined };
  const between = await selectPage(db, keysBetween(filter, { ...rest, limit: page.limit }), 'desc');
  const { items, next } = pageOf(keyring, between, rest.limit, 'between');
  return {
    items: [...due.map((row) => asTransferRow(row, keyring)), ...items],
    next: rest.limit === 0 && between.length > 0 ? startOfBetween : next,
  };
}

// Before every row: the page was filled to its brim by the rows before.
const startOfBetween: TransferKey = {
  order: 'between',
  at: '2199-12-31 00:00:00+00',
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

type Rows = Awaited<ReturnType<typeof selectPage>>;

function pageOf(keyring: Keyring, rows: Rows, limit: number, order: TransferKey['order']): TransferPage {
  const { shown, last } = cutPage(rows, limit);
  return {
    items: shown.map((row) => asTransferRow(row, keyring)),
    next: last ? { order, at: last.key, id: last.id } : null,
  };
}
