/** Money about which a person must decide, the oldest first: each part with its credit, and the return that waits for a second person. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';
import { readCredits } from './list.ts';

export interface WaitingFilter {
  readonly officeId: string;
  readonly state?: 'suspense' | 'proposed' | undefined;
  readonly ownerId?: string | undefined;
  readonly transferId?: string | undefined;
  readonly partId?: string | undefined;
}

/** The last row of the page before. */
export interface WaitingKey {
  readonly bookedOn: string;
  readonly id: string;
}

interface WaitingRow {
  id: string;
  credit_id: string;
  booked_on: string;
  approval_id: string | null;
  until: Date | null;
  proposed_at: Date | null;
  proposed_by: string | null;
  display_name: string | null;
  post: string | null;
}

export async function listWaitingMoney(
  db: Db,
  keyring: Keyring,
  filter: WaitingFilter,
  { after, limit }: { readonly after?: WaitingKey; readonly limit: number },
) {
  const { rows } = await sql<WaitingRow>`
    select part.id, part.credit_id, booked_on, approval.id as approval_id, approval.until, approval.proposed_at,
      approval.proposed_by, staff.display_name, staff.post
    from credit_parts part
    join credits on credits.id = part.credit_id
    left join approvals approval on approval.office_id = part.office_id and approval.kind = 'returnCredit'
      and approval.subject = part.id::text and approval.state = 'waiting'
    left join staff on staff.id = approval.proposed_by
    where part.office_id = ${filter.officeId} and ${conditionOf(filter)}
      and ${after ? sql`(booked_on, part.id) > (${after.bookedOn}::date, ${after.id}::uuid)` : sql`true`}
    order by booked_on, part.id limit ${limit + 1}`.execute(db);
  const { shown, last } = cutPage(rows, limit);
  return {
    items: await withCredits(db, keyring, shown),
    next: last ? { bookedOn: last.booked_on, id: last.id } : null,
  };
}

function conditionOf({ state, ownerId, transferId, partId }: WaitingFilter) {
  const conditions = [
    sql`part.state in ('suspense', 'proposed')`,
    state === undefined ? [] : sql`part.state = ${state}`,
    ownerId === undefined ? [] : sql`part.owner_id = ${ownerId}::uuid`,
    transferId === undefined ? [] : sql`part.transfer_id = ${transferId}::uuid`,
    partId === undefined ? [] : sql`part.id = ${partId}::uuid`,
  ].flat();
  return sql.join(conditions, sql` and `);
}

async function withCredits(db: Db, keyring: Keyring, rows: readonly WaitingRow[]) {
  const credits = await readCredits(db, keyring, [...new Set(rows.map((row) => row.credit_id))]);
  return rows.map((row) => {
    const { parts, ...credit } = credits.find(({ id }) => id === row.credit_id)!;
    return { credit, part: parts.find(({ id }) => id === row.id)!, returning: returningOf(row) };
  });
}

const returningOf = (row: WaitingRow) =>
  row.approval_id === null
    ? null
    : {
        approvalId: row.approval_id,
        proposedBy: { id: row.proposed_by!, displayName: row.display_name!, post: row.post! },
        proposedAt: row.proposed_at!.toISOString(),
        until: row.until!.toISOString(),
      };
