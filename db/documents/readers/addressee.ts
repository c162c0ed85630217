/** Where a letter to another office goes: its entry of today, under whatever name it has now; and what lacks for the post. */
import { sql } from 'kysely';
import type { Defect } from '../../../domain/errors.ts';
import type { Db } from '../../connection/connection.ts';

export interface Addressee {
  readonly areaCode: string;
  readonly name: string;
  readonly channel: 'ems' | 'platform';
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
}

/** The area’s entry that is valid today; an area that has none any more is written to as the case named it. */
export async function currentEntryOf(db: Db, counterpartId: string): Promise<Addressee> {
  const { rows } = await sql<Addressee>`
    select entry.area_code as "areaCode", entry.name, entry.channel, entry.address, entry.postcode, entry.telephone
    from counterparts named join counterparts entry on entry.area_code = named.area_code
    where named.id = ${counterpartId}
      and (entry.id = named.id or office_date(office_now()) between entry.valid_from and coalesce(entry.valid_until, 'infinity'))
    order by office_date(office_now()) between entry.valid_from and coalesce(entry.valid_until, 'infinity') desc, entry.valid_from desc
    limit 1`.execute(db);
  return rows[0]!;
}

/** Nothing is printed for an envelope that could not be delivered; without its postcode it is. The platform needs no address. */
export function addresseeDefects({ channel, address }: Addressee, field = 'counterpart'): Defect[] {
  if (channel === 'platform' || address.trim() !== '') return [];
  const message = 'The directory has no address of this office.';
  return [{ field: `${field}.address`, code: 'noAddress', message }];
}
