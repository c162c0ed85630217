/** What stands on every paper beside the office's name, each from a day on; the latest that has begun holds for whatever is printed next. */
import { sql } from 'kysely';
import type { Letterhead } from '../../domain/documents/letterhead.ts';
import type { Db } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { staffRef } from '../office/staff.ts';
import { findLogo } from './logos.ts';

export interface LetterheadVersion extends Letterhead {
  readonly fromDay: string;
  readonly begun: boolean;
  readonly changedAt: string;
  /** Null: it was there before letterheads had days. */
  readonly changedBy: ReturnType<typeof staffRef> | null;
}

const NONE: Letterhead = { address: '', postcode: '', sealText: '', logoId: null };

/** An office that has set nothing has a name alone. */
export async function letterheadInForce(db: Db, officeId: string): Promise<Letterhead> {
  const row = await db
    .selectFrom('letterheads')
    .select(['address', 'postcode', 'seal_text', 'logo_id'])
    .where('office_id', '=', officeId)
    .where('valid_from', '<=', sql<string>`office_date(office_now())`)
    .orderBy('valid_from', 'desc')
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { address: row.address, postcode: row.postcode, sealText: row.seal_text, logoId: row.logo_id } : NONE;
}

/** One a day, the latest day first: what has begun and what comes. */
export async function listLetterheads(db: Db, officeId: string): Promise<LetterheadVersion[]> {
  const { rows } = await sql<{
    address: string;
    postcode: string;
    seal_text: string;
    logo_id: string | null;
    valid_from: string;
    begun: boolean;
    changed_at: Date;
    by_id: string | null;
    by_name: string;
    by_post: string;
  }>`
    select distinct on (l.valid_from) l.address, l.postcode, l.seal_text, l.logo_id, l.valid_from, l.changed_at,
      l.valid_from <= office_date(office_now()) as begun,
      staff.id as by_id, staff.display_name as by_name, staff.post as by_post
    from letterheads l left join staff on staff.id = l.changed_by
    where l.office_id = ${officeId}
    order by l.valid_from desc, l.changed_at desc`.execute(db);
  return rows.map((row) => ({
    address: row.address,
    postcode: row.postcode,
    sealText: row.seal_text,
    logoId: row.logo_id,
    fromDay: row.valid_from,
    begun: row.begun,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.by_id === null ? null : staffRef(row.by_id, row.by_name, row.by_post),
  }));
}

export interface By {
  readonly officeId: string;
  readonly byStaffId: string;
}

/** @throws Refusal invalid: a logo that the office has not */
export const putLetterhead = (db: Db, letterhead: Letterhead, fromDay: string, by: By): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { address, postcode, sealText, logoId } = letterhead;
    if (logoId !== null) await findLogo(tx, by.officeId, logoId);
    await tx
      .insertInto('letterheads')
      .values({
        office_id: by.officeId,
        address,
        postcode,
        seal_text: sealText,
        logo_id: logoId,
        valid_from: fromDay,
        changed_by: by.byStaffId,
      })
      .execute();
    await appendOfficeEvent(tx, { ...by, kind: 'letterheadChanged', payload: { ...letterhead, fromDay } });
  });
