/** What the core system says and we do not, or otherwise: one row for each, open until it is gone or a person has settled it. */
import { sql } from 'kysely';
import type { CoreDifferenceKind } from '../../domain/core/receipt-verdict.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';
import { ownerNow } from '../holding/owners.ts';
import { settleOnce, type Settlement } from '../ledger/settling.ts';
import { staffRef } from '../office/staff.ts';

export interface Difference {
  readonly officeId: string;
  readonly kind: CoreDifferenceKind;
  readonly naturalKey: string;
  readonly transferId?: string | null;
  readonly receiptId?: string | null;
  /** Codes, months, amounts. */
  readonly about: Readonly<Record<string, string | number | null>>;
  readonly today: string;
}

/** Seen again, it stays with who has it; what a person has settled today is told again tomorrow at the earliest. */
export async function openDifference(tx: Tx, difference: Difference): Promise<void> {
  const { officeId, kind, naturalKey, transferId = null, receiptId = null, about, today } = difference;
  const { rows } =
    await sql`update core_differences set seen_on = ${today}::date, about = ${JSON.stringify(about)}::jsonb
    where office_id = ${officeId} and natural_key = ${naturalKey}
      and (settled_at is null or (settled_by is not null and office_date(settled_at) >= ${today}::date))
    returning id`.execute(tx);
  if (rows.length > 0) return;
  const { staffId: ownerId } = await ownerNow(tx, officeId, { role: 'accountClerk', on: today });
  await tx
    .insertInto('core_differences')
    .values({
      office_id: officeId,
      kind,
      natural_key: naturalKey,
      transfer_id: transferId,
      receipt_id: receiptId,
      about: JSON.stringify(about),
      owner_id: ownerId,
      first_seen_on: today,
      seen_on: today,
    })
    .execute();
}

export interface NoLongerThere {
  readonly officeId: string;
  readonly kinds: readonly CoreDifferenceKind[];
  /** Of this transfer only; undefined: of the office. */
  readonly transferId?: string;
  /** Those that are still there. */
  readonly besides: readonly string[];
}

export async function endDifferences(tx: Tx, { officeId, kinds, transferId, besides }: NoLongerThere): Promise<void> {
  await tx
    .updateTable('core_differences')
    .set({ settled_at: sql`office_now()` })
    .where('office_id', '=', officeId)
    .where('settled_at', 'is', null)
    .where('kind', 'in', [...kinds])
    .where(sql<boolean>`not (natural_key = any(${[...besides]}::text[]))`)
    .$if(transferId !== undefined, (query) => query.where('transfer_id', '=', transferId!))
    .execute();
}

interface DifferencesAsked {
  readonly officeId: string;
  readonly ownerId?: string | undefined;
  readonly limit: number;
  /** The last of the page before. */
  readonly after?: DifferenceKey | undefined;
}

export interface DifferenceKey {
  readonly since: string;
  readonly id: string;
}

/** Open ones, oldest first. */
export async function listDifferences(db: Db, { officeId, ownerId, limit, after }: DifferencesAsked) {
  const rows = await db
    .selectFrom('core_differences as d')
    .innerJoin('staff as s', 's.id', 'd.owner_id')
    .leftJoin('transfers as t', 't.id', 'd.transfer_id')
    .leftJoin('cases as c', 'c.id', 't.case_id')
    .select(['d.id', 'd.kind', 'd.transfer_id', 'd.about', 'd.first_seen_on', 'd.seen_on', 'd.owner_id'])
    .select(['s.display_name', 's.post', 'c.case_no'])
    .where('d.office_id', '=', officeId)
    .where('d.settled_at', 'is', null)
    .$if(ownerId !== undefined, (query) => query.where('d.owner_id', '=', ownerId!))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(d.first_seen_on, d.id) > (${after!.since}::date, ${after!.id}::uuid)`),
    )
    .orderBy('d.first_seen_on')
    .orderBy('d.id')
    .limit(limit + 1)
    .execute();
  const { shown, last } = cutPage(rows, limit);
  const items = shown.map((row) => ({
    id: row.id,
    kind: row.kind as CoreDifferenceKind,
    transferId: row.transfer_id,
    caseNo: row.case_no,
    about: row.about as Record<string, string | number | null>,
    owner: staffRef(row.owner_id, row.display_name, row.post),
    firstSeenOn: row.first_seen_on,
    seenOn: row.seen_on,
  }));
  return { items, next: last ? ({ since: last.first_seen_on, id: last.id } satisfies DifferenceKey) : null };
}

/** Told again the next day at the earliest, if it is still there. @throws Refusal not-found, already-decided */
export async function settleCoreDifference(tx: Tx, keyring: Keyring, settlement: Settlement): Promise<void> {
  const { officeId, id, byStaffId } = settlement;
  const row = await tx
    .selectFrom('core_differences')
    .select(['transfer_id', 'settled_at'])
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const known = row && { isOver: row.settled_at !== null, transferId: row.transfer_id };
  await settleOnce(tx, keyring, settlement, { kind: 'coreDifferenceSettled', known }, (noteId) =>
    tx
      .updateTable('core_differences')
      .set({ settled_at: sql`office_now()`, settled_by: byStaffId, note_id: noteId })
      .where('id', '=', id)
      .execute(),
  );
}
