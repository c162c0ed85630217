import type { NoticeHabits } from '../../domain/notices/notice-times.ts';
import type { OfficeHours } from '../../domain/time/office-hours.ts';
import type { Db } from '../connection/connection.ts';

export const OFFICE_COLUMNS = [
  'offices.id',
  'offices.name',
  'offices.area_code',
  'offices.telephone',
  'offices.opens_at',
  'offices.closes_at',
  'offices.notice_mode',
  'offices.notice_weekday',
  'offices.notice_to',
  'offices.sms_prefixes',
] as const;

/** One office per installation; undefined before it was set up. */
export function findOffice(db: Db) {
  return db.selectFrom('offices').select(OFFICE_COLUMNS).orderBy('created_at').limit(1).executeTakeFirst();
}

export type Office = NonNullable<Awaited<ReturnType<typeof findOffice>>>;

export async function theOffice(db: Db): Promise<Office> {
  const office = await findOffice(db);
  if (!office) throw new Error('no office is set up yet');
  return office;
}

/** When somebody is there: one span, every working day. */
export function officeHours({ opens_at: opensAt, closes_at: closesAt }: Office): OfficeHours {
  return [{ from: opensAt.slice(0, 5), to: closesAt.slice(0, 5) }];
}

export function noticeHabits(office: Office): NoticeHabits {
  return { hours: officeHours(office), mode: office.notice_mode, weekday: office.notice_weekday };
}

/** Whose region may have limits of its own. */
export async function areaCodeOf(db: Db, officeId: string): Promise<string> {
  const { area_code: areaCode } = await db
    .selectFrom('offices')
    .select('area_code')
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  return areaCode;
}
