/** What was found, each person once: enough of their numbers to tell two of one name apart. */
import { maskPhone } from '../../domain/persons/phone.ts';
import { maskResidentId } from '../../domain/persons/resident-id.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { FoundTransfer } from './search.ts';

/** In the order in which their first transfer was found. */
export async function foundPersons(db: Db, keyring: Keyring, found: readonly FoundTransfer[]) {
  const ids = [...new Set(found.map(({ personId }) => personId))];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('persons')
    .select(['id', 'name_sealed', 'id_number_sealed', 'phone_sealed'])
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id)!;
    const own = found.filter(({ personId }) => personId === id);
    const mobile = keyring.openText(row.phone_sealed);
    return {
      name: keyring.openText(row.name_sealed) ?? '',
      idNumberMasked: maskResidentId(keyring.openText(row.id_number_sealed) ?? ''),
      mobileMasked: mobile === null ? null : maskPhone(mobile),
      transferIds: own.map((one) => one.id),
      by: [...new Set(own.flatMap(({ by }) => by))],
    };
  });
}
