/** Papers as they were printed: one row a version, the bytes sealed. */
import { sql } from 'kysely';
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { staffRef } from '../office/staff.ts';

export interface CurrentDocument {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

interface About {
  readonly officeId: string;
  readonly kind: DocumentKindName;
  readonly transferId: string | null;
  readonly subjectId: string | null;
  /** Of a kind whose papers have the numbers of what they speak of. */
  readonly number?: string;
}

/** The paper that stands, of a kind about one thing; undefined: there is none yet. */
export async function findCurrent(db: Db, about: About): Promise<CurrentDocument | undefined> {
  const { number } = about;
  const standing = db
    .selectFrom('documents')
    .select(['id', 'number', 'version'])
    .where('office_id', '=', about.officeId)
    .where('kind', '=', about.kind)
    .where('replaced_at', 'is', null);
  const meant =
    number === undefined
      ? standing
          .where('transfer_id', 'is not distinct from', about.transferId)
          .where('subject_id', 'is not distinct from', about.subjectId)
      : standing.where('number', '=', number);
  return meant.orderBy('made_at', 'desc').limit(1).executeTakeFirst();
}

const select = (db: Db, officeId: string) =>
  db
    .selectFrom('documents as d')
    .innerJoin('staff as who', 'who.id', 'd.made_by')
    .select([
      'd.id',
      'd.kind',
      'd.transfer_id',
      'd.subject_id',
      'd.number',
      'd.version',
      'd.replaced_at',
      'd.check_code',
    ])
    .select(['d.pages', 'd.byte_length', 'd.made_on', 'd.made_at', 'who.id as by_id', 'who.display_name', 'who.post'])
    .where('d.office_id', '=', officeId);
type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const asDocument = (row: Row) => ({
  id: row.id,
  kind: row.kind as DocumentKindName,
  transferId: row.transfer_id,
  subjectId: row.subject_id,
  number: row.number,
  version: row.version,
  replacedAt: row.replaced_at?.toISOString() ?? null,
  checkCode: row.check_code,
  pages: row.pages,
  byteLength: row.byte_length,
  madeOn: row.made_on,
  madeAt: row.made_at.toISOString(),
  madeBy: staffRef(row.by_id, row.display_name, row.post),
});
export type KeptDocument = ReturnType<typeof asDocument>;

/** The last made first. */
export async function listDocuments(db: Db, officeId: string, transferId: string): Promise<KeptDocument[]> {
  const rows = await select(db, officeId)
    .where('d.transfer_id', '=', transferId)
    .orderBy('d.made_at', 'desc')
    .orderBy('d.id')
    .execute();
  return rows.map(asDocument);
}

interface OfDay {
  readonly madeOn: string;
  readonly kinds: readonly DocumentKindName[];
}

/** Of no single transfer, printed on a day; the last made first. */
export async function listDocumentsOfDay(db: Db, officeId: string, { madeOn, kinds }: OfDay): Promise<KeptDocument[]> {
  const rows = await select(db, officeId)
    .where('d.made_on', '=', madeOn)
    .where('d.kind', 'in', kinds)
    .orderBy('d.made_at', 'desc')
    .orderBy('d.id')
    .execute();
  return rows.map(asDocument);
}

export async function findDocument(db: Db, officeId: string, id: string): Promise<KeptDocument | undefined> {
  const row = await select(db, officeId).where('d.id', '=', id).executeTakeFirst();
  return row && asDocument(row);
}

/** The bytes as they were printed, and whose records are on them. */
export async function openDocument(db: Db, keyring: Keyring, officeId: string, id: string) {
  const row = await db
    .selectFrom('documents')
    .select(['number', 'transfer_id', 'transfer_ids', 'content_sealed'])
    .where('id', '=', id)
    .where('office_id', '=', officeId)
    .executeTakeFirst();
  return (
    row && {
      number: row.number,
      transferIds: row.transfer_id === null ? row.transfer_ids : [row.transfer_id],
      content: keyring.open(row.content_sealed),
    }
  );
}

/** By the code that stands on a paper to another office; nothing of a person. */
export async function findByCheckCode(db: Db, code: string) {
  return db
    .selectFrom('documents as d')
    .innerJoin('offices as o', 'o.id', 'd.office_id')
    .select(['d.kind', 'd.number', 'd.version', 'd.made_on', 'o.name as office', 'o.telephone'])
    .select(sql<string | null>`office_date(d.replaced_at)::text`.as('replaced_on'))
    .where('d.check_code', '=', code)
    .executeTakeFirst();
}
