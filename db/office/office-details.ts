/** What the office says of itself; read from the row whenever it is needed, so that a change counts at once. */
import { sql } from 'kysely';
import type { OfficeDetails } from '../../domain/office-details.ts';
import type { Db, Tx } from '../connection/connection.ts';

export async function readOfficeDetails(db: Db, officeId: string): Promise<OfficeDetails> {
  const { areaCode: _, ...details } = await readOffice(db, officeId);
  return details;
}

/** The same with its place, which does not change. */
export async function readOffice(db: Db, officeId: string): Promise<OfficeDetails & { readonly areaCode: string }> {
  const row = await db
    .selectFrom('offices')
    .select([
      'area_code',
      'name',
      'telephone',
      'opens_at',
      'closes_at',
      'notice_mode',
      'notice_weekday',
      'notice_to',
      'sms_prefixes',
    ])
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  return {
    areaCode: row.area_code,
    name: row.name,
    telephone: row.telephone,
    opensAt: row.opens_at.slice(0, 5),
    closesAt: row.closes_at.slice(0, 5),
    noticeMode: row.notice_mode as OfficeDetails['noticeMode'],
    noticeWeekday: row.notice_weekday,
    noticeTo: row.notice_to as OfficeDetails['noticeTo'],
    smsPrefixes: row.sms_prefixes,
  };
}

export async function putOfficeDetails(tx: Tx, officeId: string, details: OfficeDetails): Promise<void> {
  await tx
    .updateTable('offices')
    .set({
      name: details.name,
      telephone: details.telephone,
      opens_at: details.opensAt,
      closes_at: details.closesAt,
      notice_mode: details.noticeMode,
      notice_weekday: details.noticeWeekday,
      notice_to: details.noticeTo,
      sms_prefixes: sql`${[...details.smsPrefixes]}::text[]`,
    })
    .where('id', '=', officeId)
    .execute();
}
