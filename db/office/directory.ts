import type { Db } from '../connection/connection.ts';

/** The other offices that are valid today, by area. */
export async function listCounterparts(db: Db, on: string) {
  const rows = await db
    .selectFrom('counterparts')
    .select(['area_code as areaCode', 'name', 'channel', 'address', 'postcode', 'telephone'])
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('area_code')
    .execute();
  return rows.map((row) => ({ ...row, channel: row.channel as 'ems' | 'platform' }));
}

export async function listReasonCodes(db: Db, on: string) {
  const rows = await db
    .selectFrom('reason_codes')
    .select(['code', 'step', 'zh', 'en', 'effect', 'consumes_attempt as consumesAttempt'])
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...row, effect: row.effect as 'R' | 'H' | 'P' | 'X' }));
}
