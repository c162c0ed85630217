/** Who looked for or at whom: kinds and ids, never what was typed. Sealed records say nothing of who opened them; this does. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { RevealReason } from '../../domain/persons/reveal-reasons.ts';
import { insertMany } from '../connection/insert-many.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';
import { deletingTexts, keptText, newText, openKept, withTexts } from '../texts/sealed-texts.ts';
import { rulesNow, settingOn } from './rules.ts';
import { staffRef } from './staff.ts';

export interface LookUp {
  readonly officeId: string;
  readonly staffId: string;
  /** What was opened, or what was searched by. */
  readonly kind: string;
  readonly transferIds: readonly string[];
  /** Real time. */
  readonly at: Date;
}

export function recordLookUps(db: Db, lookUps: readonly LookUp[]): Promise<void> {
  return insertMany(
    db,
    'look_ups',
    lookUps.map(({ officeId, staffId, kind, transferIds, at }) => ({
      office_id: officeId,
      staff_id: staffId,
      kind,
      transfer_ids: [...new Set(transferIds)],
      at,
    })),
  );
}

export interface Revealing {
  readonly officeId: string;
  readonly staffId: string;
  readonly transferId: string;
  readonly reason: RevealReason;
  readonly note?: string | undefined;
}

/** Written before anything is shown: a note that could be lost would make nobody careful. */
export async function recordRevealing(db: Db, keyring: Keyring, asked: Revealing): Promise<void> {
  const { officeId, staffId, transferId, reason } = asked;
  const note = newText(keyring, { officeId, transferId }, asked.note);
  await withTexts(db, [note])
    .insertInto('look_ups')
    .values({
      office_id: officeId,
      staff_id: staffId,
      kind: 'revealed',
      transfer_ids: [transferId],
      reason,
      note_id: note?.id ?? null,
    })
    .execute();
}

export interface TakenAway {
  readonly officeId: string;
  readonly staffId: string;
  /** What the file is of. */
  readonly what: string;
  readonly rows: number;
  /** Whose records are in it, each once. */
  readonly transferIds: readonly string[];
}

/** Of one note; a file of a hundred thousand persons is a hundred. */
const MOST_IN_A_NOTE = 1_000;

/** Written before the first byte leaves: with how many rows, and whose records are in them. */
export function recordTakenAway(db: Db, { officeId, staffId, what, rows, transferIds }: TakenAway): Promise<void> {
  // A file without anybody in it is taken away, too.
  const notes = Math.max(1, Math.ceil(transferIds.length / MOST_IN_A_NOTE));
  return insertMany(
    db,
    'look_ups',
    Array.from({ length: notes }, (_, at) => ({
      office_id: officeId,
      staff_id: staffId,
      kind: `export ${what}`,
      transfer_ids: transferIds.slice(at * MOST_IN_A_NOTE, (at + 1) * MOST_IN_A_NOTE),
      rows,
    })),
  );
}

export interface LookUpFilter {
  readonly officeId: string;
  readonly staffId?: string;
  readonly transferId?: string;
  readonly from?: Date;
  readonly until?: Date;
}

/** The newest first. */
export async function listLookUps(
  db: Db,
  keyring: Keyring,
  filter: LookUpFilter,
  page: { after?: number; limit: number },
) {
  const { officeId, staffId, transferId, from, until } = filter;
  const rows = await db
    .selectFrom('look_ups as l')
    .innerJoin('staff', 'staff.id', 'l.staff_id')
    .select(['l.id', 'l.kind', 'l.transfer_ids', 'l.at', 'staff.id as staff_id', 'staff.display_name', 'staff.post'])
    .select(['l.rows', 'l.reason', 'l.note_id', keptText('l.note_id').as('note_sealed')])
    .where('l.office_id', '=', officeId)
    .$if(staffId !== undefined, (query) => query.where('l.staff_id', '=', staffId!))
    .$if(transferId !== undefined, (query) => query.where(sql<boolean>`l.transfer_ids @> array[${transferId}::uuid]`))
    .$if(from !== undefined, (query) => query.where('l.at', '>=', from!))
    .$if(until !== undefined, (query) => query.where('l.at', '<', until!))
    .$if(page.after !== undefined, (query) => query.where('l.id', '<', page.after!))
    .orderBy('l.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const { shown, last } = cutPage(rows, page.limit);
  const items = shown.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: staffRef(row.staff_id, row.display_name, row.post),
    kind: row.kind,
    transferIds: row.transfer_ids,
    rows: row.rows,
    reason: row.reason as RevealReason | null,
    note: row.note_id === null ? null : openKept(keyring, row.note_id, row.note_sealed),
  }));
  return { items, next: last?.id ?? null };
}

/** Those that are older than the rule of today says. @returns how many */
export async function forgetLookUps(db: Db): Promise<number> {
  const { today, rules } = await rulesNow(db);
  const months = settingOn(rules, today, 'lookUpsKeptMonths');
  const { rows } = await sql<{ count: number }>`with gone as (
      delete from look_ups where at < now() - make_interval(months => ${months}::integer) returning note_id),
    said as (${deletingTexts(sql`select note_id from gone`)})
    select count(*)::integer as count from gone`.execute(db);
  return rows[0]!.count;
}
