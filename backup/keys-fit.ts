/** Do these keys open and find what a restored ledger holds? Asked before it takes the place of another. */
import { sql } from 'kysely';
import type { Db } from '../db/connection/connection.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import { BackupRefused } from './refused.ts';

interface Sample {
  keyName: string;
  name: Buffer;
  hash: Buffer | null;
}

/** One person per data key: the newest names are sealed with the newest key. */
export async function checkKeysFit(db: Db, keyring: Keyring): Promise<void> {
  const { rows } = await sql<Sample>`
    select distinct on (1) convert_from(substring(name_sealed from 2 for get_byte(name_sealed, 0)), 'SQL_ASCII') as "keyName",
      name_sealed as name,
      (select hash from person_hashes h where h.person_id = persons.id and h.kind = 'name' limit 1) as hash
    from persons order by 1, created_at desc`.execute(db);
  for (const { keyName, name, hash } of rows) {
    const text = open(keyring, name, keyName);
    if (hash && !keyring.hashes('name', text).some((ours) => ours.equals(hash))) {
      throw new BackupRefused('HASH_KEYS are not those of this ledger: nobody in it could be found.');
    }
  }
}

function open(keyring: Keyring, sealed: Buffer, keyName: string): string {
  try {
    return keyring.openText(sealed) ?? '';
  } catch {
    throw new BackupRefused(
      `DATA_KEYS do not open what this ledger holds (the key named ${keyName} is missing, or is another one).`,
    );
  }
}
