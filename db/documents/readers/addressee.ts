/** Where a letter to another office goes: its entry of today, under whatever name it has now, or that of its successor; and what lacks for the post. */
import { sql } from 'kysely';
import type { Defect } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { Db } from '../../connection/connection.ts';
import { entryOnDay } from '../../office/agency-of-day.ts';
import { officeNow } from '../../office/clock.ts';

export interface Addressee {
  readonly areaCode: string;
  readonly name: string;
  readonly channel: 'ems' | 'platform';
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
}

/** Its entry of today; of an agency that is no more its successor’s; where nobody goes on for it, as the case named it. */
export async function currentEntryOf(db: Db, counterpartId: string): Promise<Addressee> {
  const entryId = await entryOnDay(db, counterpartId, dateOf(await officeNow(db)));
  const { rows } = await sql<Addressee>`
    select area_code as "areaCode", name, channel, address, postcode, telephone from counterparts where id = ${entryId}`.execute(
    db,
  );
  return rows[0]!;
}

/** Nothing is printed for an envelope that could not be delivered; without its postcode it is. The platform needs no address. */
export function addresseeDefects({ channel, address }: Addressee, field = 'counterpart'): Defect[] {
  if (channel === 'platform' || address.trim() !== '') return [];
  const message = 'The directory has no address of this office.';
  return [{ field: `${field}.address`, code: 'noAddress', message }];
}
