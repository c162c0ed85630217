/** Pictures that the office has put on its papers, or may: kept as they came, for a letterhead names one by its id. */
import { createHash } from 'node:crypto';
import type { LogoShape } from '../../domain/documents/letterhead.ts';
import { refuseDefects } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';

export interface Logo {
  readonly id: string;
  readonly mediaType: LogoShape['mediaType'];
  readonly bytes: Buffer;
}

/** Its id, new or that of the same picture before. */
export async function addLogo(
  db: Db,
  { mediaType, bytes }: Omit<Logo, 'id'>,
  { officeId, byStaffId }: { readonly officeId: string; readonly byStaffId: string },
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest();
  await db
    .insertInto('office_logos')
    .values({ office_id: officeId, media_type: mediaType, bytes, sha256, added_by: byStaffId })
    .onConflict((oc) => oc.columns(['office_id', 'sha256']).doNothing())
    .execute();
  const { id } = await db
    .selectFrom('office_logos')
    .select('id')
    .where('office_id', '=', officeId)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Refusal invalid */
export async function findLogo(db: Db, officeId: string, id: string): Promise<Logo> {
  const row = await db
    .selectFrom('office_logos')
    .select(['media_type', 'bytes'])
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) refuseDefects([{ field: 'logoId', code: 'unknown', message: 'The office has no such logo.' }]);
  const { media_type: mediaType, bytes } = row!;
  return { id, mediaType: mediaType as Logo['mediaType'], bytes };
}
