/** Our own payment that came back (退汇): no money received, but a remittance whose ball is ours again. */
import { sql } from 'kysely';
import { moneyArrived } from '../../domain/money/money-arrived.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { bounceBy, findNamed, mayBounce } from '../remittances/settle.ts';
import { knownEntry, noteEntry, sealEntry, type EntryNote, type NewEntry } from './entries.ts';
import { officeTime } from './office-time.ts';

/** A file that leaves out what agreed tells the same entry again. Undefined: it names none of ours as it was sent, and is money like any other, about which a person decides. */
export async function receiveCameBack(tx: Tx, keyring: Keyring, credit: NewEntry): Promise<EntryNote | undefined> {
  const named = await findNamed(tx, keyring, credit);
  if (!named) return undefined;
  const known = await knownEntry(tx, keyring, credit);
  if (known) {
    if (!(await isBounce(tx, known.entryId))) return undefined;
    return noteEntry(tx, keyring, credit);
  }
  if (!mayBounce(named)) return undefined;
  const entry = await noteEntry(tx, keyring, credit);
  const { entryId } = entry;
  await sealEntry(tx, keyring, entryId, { ...credit, isReversal: true });
  await bounceBy(tx, named, { entryId, at: moneyArrived(credit.bookedOn, await officeTime(tx)) });
  return entry;
}

async function isBounce(tx: Tx, entryId: string): Promise<boolean> {
  const { rows } = await sql`select from remittances where bounce_entry_id = ${entryId}::uuid`.execute(tx);
  return rows.length > 0;
}
