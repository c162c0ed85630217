/** The directory of other offices. A new name is a new entry from its day on; a new address is the same office. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';

export interface DirectoryEntry {
  readonly areaCode: string;
  readonly name: string;
  readonly channel: 'ems' | 'platform';
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
}

export interface KnownCounterpart extends DirectoryEntry {
  readonly id: string;
  readonly validFrom: string;
}

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

/** The newest entry of every area. */
export async function loadDirectory(db: Db): Promise<KnownCounterpart[]> {
  const { rows } = await sql<KnownCounterpart>`
    select distinct on (area_code) id, area_code as "areaCode", name, channel, address, postcode, telephone, valid_from as "validFrom"
    from counterparts order by area_code, valid_from desc`.execute(db);
  return rows;
}

export async function putCounterpart(
  tx: Tx,
  entry: DirectoryEntry,
  today: string,
): Promise<'accepted' | 'unchanged' | 'changed'> {
  const { rows } = await sql<KnownCounterpart>`
    select id, area_code as "areaCode", name, channel, address, postcode, telephone, valid_from as "validFrom"
    from counterparts where area_code = ${entry.areaCode} order by valid_from desc limit 1 for update`.execute(tx);
  const known = rows[0];
  if (!known) {
    await insertCounterpart(tx, entry);
    return 'accepted';
  }
  const { name, channel, address, postcode, telephone } = entry;
  if (known.name !== name && known.validFrom < today) {
    await sql`update counterparts set valid_until = ${today}::date - 1 where id = ${known.id}`.execute(tx);
    await insertCounterpart(tx, entry, today);
    return 'changed';
  }
  const updated =
    await sql`update counterparts set name = ${name}, channel = ${channel}, address = ${address}, postcode = ${postcode},
      telephone = ${telephone}
    where id = ${known.id} and (name, channel, address, postcode, telephone)
      is distinct from (${name}, ${channel}, ${address}, ${postcode}, ${telephone})`.execute(tx);
  return Number(updated.numAffectedRows ?? 0) > 0 ? 'changed' : 'unchanged';
}

/** Where its post goes and who answers; its name and how letters go there stay. @returns what is different now; undefined: no such office */
export async function correctCounterpart(
  tx: Tx,
  areaCode: string,
  asked: Partial<Pick<DirectoryEntry, 'address' | 'postcode' | 'telephone'>>,
  today: string,
): Promise<string[] | undefined> {
  const known = await tx
    .selectFrom('counterparts')
    .select(['id', 'address', 'postcode', 'telephone'])
    .where('area_code', '=', areaCode)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)]))
    .forUpdate()
    .executeTakeFirst();
  if (!known) return undefined;
  const changed = (['address', 'postcode', 'telephone'] as const).filter(
    (field) => asked[field] !== undefined && asked[field] !== known[field],
  );
  if (changed.length === 0) return [];
  const values = Object.fromEntries(changed.map((field) => [field, asked[field]]));
  await tx.updateTable('counterparts').set(values).where('id', '=', known.id).execute();
  return changed;
}

/** The first entry of an area is valid for all of its past. */
async function insertCounterpart(tx: Tx, entry: DirectoryEntry, validFrom?: string): Promise<void> {
  const { areaCode, ...rest } = entry;
  await tx
    .insertInto('counterparts')
    .values({ area_code: areaCode, ...rest, ...(validFrom && { valid_from: validFrom }) })
    .execute();
}
