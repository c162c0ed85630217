/** Lists of transfers by keyset: open ones soonest due first, then those between two steps; closed ones newest first. */
import { sql } from 'kysely';
import type { Db } from './connection.ts';
import type { Keyring } from './sealing.ts';
import { asTransferRow, selectTransferRows, type TransferRow } from './transfer-rows.ts';

export interface TransferFilter {
  readonly officeId: string;
  readonly state: 'open' | 'closed' | 'all';
  readonly direction?: 'in' | 'out';
  readonly ownerId?: string;
  readonly stewardId?: string;
  readonly step?: string;
  readonly counterpartAreaCode?: string;
  readonly dueBefore?: string;
  readonly overdue?: boolean;
}

/** Which order, and the sort key of the last row of the page before. */
export interface TransferKey {
  readonly order: 'due' | 'between' | 'accepted';
  readonly at: string;
  readonly id: string;
}

export interface TransferPage {
  readonly items: TransferRow[];
  readonly next: TransferKey | null;
}

interface PageRequest {
  readonly after?: TransferKey;
  readonly limit: number;
}

export async function listTransfers(
  db: Db,
  keyring: Keyring,
  filter: TransferFilter,
  page: PageRequest,
): Promise<TransferPage> {
  if (filter.state !== 'open')
    return pageOf(keyring, await byAcceptance(db, filter, page, 'accepted'), page.limit, 'accepted');
  const due = page.after?.order === 'between' ? [] : await byDue(db, filter, page);
  if (due.length > page.limit || asksForStep(filter)) return pageOf(keyring, due, page.limit, 'due');
  // Few at any moment: the steward holds them until the next step opens.
  const rest = { limit: page.limit - due.length, after: page.after?.order === 'between' ? page.after : undefined };
  const between = await byAcceptance(db, filter, rest, 'between');
  const { items, next } = pageOf(keyring, between, rest.limit, 'between');
  return {
    items: [...due.map((row) => asTransferRow(row, keyring)), ...items],
    next: rest.limit === 0 && between.length > 0 ? startOfBetween : next,
  };
}

// Before every row: the page was filled to its brim by the rows before.
const startOfBetween: TransferKey = {
  order: 'between',
  at: '2999-12-31 00:00:00+00',
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

const asksForStep = ({ ownerId, step, dueBefore, overdue }: TransferFilter): boolean =>
  [ownerId, step, dueBefore, overdue].some((one) => one !== undefined);

function filtered(db: Db, filter: TransferFilter) {
  const { officeId, direction, stewardId, counterpartAreaCode } = filter;
  return selectTransferRows(db)
    .where('t.office_id', '=', officeId)
    .$if(direction !== undefined, (query) => query.where('t.direction', '=', direction!))
    .$if(stewardId !== undefined, (query) => query.where('t.steward_id', '=', stewardId!))
    .$if(counterpartAreaCode !== undefined, (query) => query.where('cp.area_code', '=', counterpartAreaCode!))
    .$if(filter.ownerId !== undefined, (query) => query.where('s.owner_id', '=', filter.ownerId!))
    .$if(filter.step !== undefined, (query) => query.where('s.step', '=', filter.step!))
    .$if(filter.dueBefore !== undefined, (query) => query.where('s.due_on', '<', filter.dueBefore!))
    .$if(filter.overdue === true, (query) => query.where('s.overdue_at', 'is not', null))
    .$if(filter.overdue === false, (query) =>
      query.where('s.ordinal', 'is not', null).where('s.overdue_at', 'is', null),
    );
}

function byDue(db: Db, filter: TransferFilter, { after, limit }: PageRequest) {
  return filtered(db, filter)
    .where('s.office_id', '=', filter.officeId)
    .where('t.closed_at', 'is', null)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(s.due_at, s.transfer_id) > (${after!.at}::timestamptz, ${after!.id}::uuid)`),
    )
    .orderBy('s.due_at')
    .orderBy('s.transfer_id')
    .limit(limit + 1)
    .execute();
}

function byAcceptance(db: Db, filter: TransferFilter, { after, limit }: PageRequest, order: 'between' | 'accepted') {
  return filtered(db, filter)
    .$if(order === 'between', (query) => query.where('t.closed_at', 'is', null).where('s.ordinal', 'is', null))
    .$if(filter.state === 'closed', (query) => query.where('t.closed_at', 'is not', null))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(t.accepted_at, t.id) < (${after!.at}::timestamptz, ${after!.id}::uuid)`),
    )
    .orderBy('t.accepted_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(limit + 1)
    .execute();
}

type Rows = Awaited<ReturnType<typeof byDue>>;

function pageOf(keyring: Keyring, rows: Rows, limit: number, order: TransferKey['order']): TransferPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const at = order === 'due' ? last?.due_key : last?.accepted_key;
  return {
    items: shown.map((row) => asTransferRow(row, keyring)),
    next: rows.length > limit && last && at ? { order, at, id: last.id } : null,
  };
}
