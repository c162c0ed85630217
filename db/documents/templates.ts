/** Words of papers as the office has them, each from a day on; the latest that has begun holds. */
import { sql } from 'kysely';
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { staffRef } from '../office/staff.ts';

export type Words = Readonly<Record<string, string>>;

/** Null: the program's own words. */
export async function wordsInForce(db: Db, officeId: string, kind: DocumentKindName) {
  const row = await db
    .selectFrom('document_templates')
    .select(['id', 'words'])
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .where('valid_from', '<=', sql<string>`office_date(office_now())`)
    .orderBy('valid_from', 'desc')
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, words: row.words as Record<string, string> } : null;
}

export interface WordsVersion {
  readonly kind: DocumentKindName;
  readonly words: Words;
  readonly fromDay: string;
  readonly begun: boolean;
  readonly changedAt: string;
  readonly changedBy: ReturnType<typeof staffRef>;
}

/** What holds today and what comes, of every kind; the latest day first. */
export async function listWords(db: Db, officeId: string): Promise<WordsVersion[]> {
  const { rows } = await sql<{
    kind: DocumentKindName;
    words: Record<string, string>;
    valid_from: string;
    begun: boolean;
    changed_at: Date;
    by_id: string;
    by_name: string;
    by_post: string;
  }>`
    select distinct on (d.kind, d.valid_from) d.kind, d.words, d.valid_from, d.changed_at,
      d.valid_from <= office_date(office_now()) as begun, staff.id as by_id, staff.display_name as by_name, staff.post as by_post
    from document_templates d join staff on staff.id = d.changed_by
    where d.office_id = ${officeId}
    order by d.kind, d.valid_from desc, d.changed_at desc`.execute(db);
  return rows.map((row) => ({
    kind: row.kind,
    words: row.words,
    fromDay: row.valid_from,
    begun: row.begun,
    changedAt: row.changed_at.toISOString(),
    changedBy: staffRef(row.by_id, row.by_name, row.by_post),
  }));
}

/** Without a block: the program's own words again. */
export async function putWords(
  tx: Tx,
  { kind, words, fromDay }: { readonly kind: DocumentKindName; readonly words: Words; readonly fromDay: string },
  by: { readonly officeId: string; readonly byStaffId: string },
): Promise<void> {
  await tx
    .insertInto('document_templates')
    .values({
      office_id: by.officeId,
      kind,
      words: JSON.stringify(words),
      valid_from: fromDay,
      changed_by: by.byStaffId,
    })
    .execute();
  await appendOfficeEvent(tx, { ...by, kind: 'documentTemplateChanged', payload: { kind, fromDay } });
}
