/** The account of a person, known by the keyed hash of the number: it may come before any transfer of theirs. */
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { lockByNumber } from '../persons/known-person.ts';
import { canonicalId } from '../persons/person-rows.ts';

/** What belongs to the account and to no row; months are YYYYMM. What is left out stays as it was. */
export interface AccountFacts {
  readonly personalNo?: string | undefined;
  readonly employer?: string | undefined;
  readonly workSince?: string | undefined;
  readonly pooledSince?: string | undefined;
  readonly firstPaid?: string | undefined;
  readonly accountSince?: string | undefined;
  readonly pooledFromElsewhereFen?: number | undefined;
}

export interface AccountOwner {
  readonly idNumber: string;
  readonly name: string;
}

const COLUMNS = [
  'id',
  'personal_no_sealed',
  'employer_sealed',
  'work_since as workSince',
  'pooled_since as pooledSince',
  'first_paid as firstPaid',
  'account_since as accountSince',
  'pooled_from_elsewhere_fen as pooledFromElsewhereFen',
] as const;

/** Undefined: the core system has told nothing of whoever has this number. */
export async function findAccount(db: Db, keyring: Keyring, officeId: string, idNumber: string) {
  const canonical = canonicalId(idNumber);
  if (canonical === null) return undefined;
  const row = await db
    .selectFrom('contribution_accounts')
    .select([...COLUMNS])
    .where('office_id', '=', officeId)
    .where('id_hash', 'in', keyring.hashes('idNumber', canonical))
    .executeTakeFirst();
  if (!row) return undefined;
  const { personal_no_sealed: personalNo, employer_sealed: employer, ...facts } = row;
  return { ...facts, personalNo: keyring.openText(personalNo), employer: keyring.openText(employer) };
}

/** Locked by its number until the transaction ends: of two files one waits. */
export async function openAccount(
  tx: Tx,
  keyring: Keyring,
  officeId: string,
  { idNumber, name }: AccountOwner,
): Promise<string> {
  await lockByNumber(tx, keyring, idNumber);
  const known = await findAccount(tx, keyring, officeId, idNumber);
  if (known) return known.id;
  const canonical = canonicalId(idNumber)!;
  const { hash, keyVersion } = keyring.hash('idNumber', canonical);
  const { id } = await tx
    .insertInto('contribution_accounts')
    .values({
      office_id: officeId,
      id_hash: hash,
      hash_key: keyVersion,
      id_number_sealed: keyring.seal(canonical),
      name_sealed: keyring.seal(name),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function noteAccountFacts(tx: Tx, keyring: Keyring, id: string, facts: AccountFacts): Promise<void> {
  const { personalNo, employer, workSince, pooledSince, firstPaid, accountSince, pooledFromElsewhereFen } = facts;
  const told = {
    ...(personalNo && { personal_no_sealed: keyring.seal(personalNo) }),
    ...(employer && { employer_sealed: keyring.seal(employer) }),
    ...(workSince && { work_since: workSince }),
    ...(pooledSince && { pooled_since: pooledSince }),
    ...(firstPaid && { first_paid: firstPaid }),
    ...(accountSince && { account_since: accountSince }),
    ...(pooledFromElsewhereFen !== undefined && { pooled_from_elsewhere_fen: pooledFromElsewhereFen }),
  };
  if (Object.keys(told).length > 0)
    await tx.updateTable('contribution_accounts').set(told).where('id', '=', id).execute();
}
