/** Who comes to the counter may have been here before: one row of a person for all their cases. */
import { sql } from 'kysely';
import { normalisePersonName } from '../../domain/persons/person-name.ts';
import { normalisePhone } from '../../domain/persons/phone.ts';
import type { Application } from '../../domain/persons/application.ts';
import type { Papers } from '../../domain/persons/identity.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockPerson } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';
import { canonicalId, passportCountry } from './person-rows.ts';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly mobile: string | null;
}

/** What is allowed and asked about all the same. */
export type Question = 'nameDiffers' | 'mobileChanged' | 'mobileShared' | 'formerNumberKnown';

/** The same person at two counters at once, or corrected meanwhile: the second waits. */
export async function lockByNumber(tx: Tx, keyring: Keyring, idNumber: string): Promise<void> {
  await lockPerson(tx, keyring.hash('idNumber', canonicalId(idNumber) ?? '').hash.readInt32BE(0));
}

type Written = Papers & Pick<Application['person'], 'oldIdNumber' | 'mobile'>;

/** Hashes by which an application finds whoever is here already. */
export function hashesOf(keyring: Keyring, { idNumber, oldIdNumber, mobile }: Written) {
  const ofId = (text: string | undefined): Buffer[] => {
    const canonical = canonicalId(text);
    return canonical ? keyring.hashes('idNumber', canonical) : [];
  };
  return {
    id: ofId(idNumber),
    formerId: ofId(oldIdNumber),
    phone: mobile ? keyring.hashes('phone', normalisePhone(mobile)) : [],
  };
}
type PersonHashes = ReturnType<typeof hashesOf>;

/** The person with this document: of several rows, which old ledgers made, the first. Two countries may have passports of one number. */
export const knownBy = (hashes: readonly Buffer[], passportOf: string, besidesId: string | null = null) => sql<{
  id: string;
  name_sealed: Buffer;
  phone_sealed: Buffer | null;
}>`select persons.id, persons.name_sealed, persons.phone_sealed from person_hashes
  join persons on persons.id = person_hashes.person_id and coalesce(persons.passport_of, '') = ${passportOf}
    and persons.id is distinct from ${besidesId}::uuid
  where person_hashes.kind = 'idNumber' and person_hashes.hash = any(${[...hashes]}::bytea[])
  order by persons.created_at, persons.id limit 1`;

export const passportOf = (papers: Pick<Papers, 'passportOf'>): string => passportCountry(papers) ?? '';

/** Somebody else has this number too. */
export const sharesPhone = ({ phone, id }: PersonHashes) => sql<boolean>`exists (
  select from person_hashes theirs where theirs.kind = 'phone' and theirs.hash = any(${phone}::bytea[]) and not exists (
    select from person_hashes same where same.person_id = theirs.person_id and same.kind = 'idNumber'
      and same.hash = any(${id}::bytea[])))`;

export function openKnown(
  keyring: Keyring,
  row: { readonly id: string; readonly name_sealed: Buffer; readonly phone_sealed: Buffer | null },
): KnownPerson {
  return { id: row.id, name: keyring.openText(row.name_sealed) ?? '', mobile: keyring.openText(row.phone_sealed) };
}

export function questionsAbout(
  { name, mobile }: Application['person'],
  known: KnownPerson | undefined,
  { shared, formerKnown }: { readonly shared: boolean; readonly formerKnown: boolean },
): Question[] {
  const otherName = known && normalisePersonName(known.name) !== normalisePersonName(name);
  const otherMobile = known?.mobile && mobile && known.mobile !== normalisePhone(mobile);
  return [
    ...(otherName ? (['nameDiffers'] as const) : []),
    ...(otherMobile ? (['mobileChanged'] as const) : []),
    ...(shared ? (['mobileShared'] as const) : []),
    ...(formerKnown ? (['formerNumberKnown'] as const) : []),
  ];
}

interface FoundPerson {
  readonly id: string;
  readonly hasPhone: boolean;
}

/** Rows of persons who are here already, by the canonical form of their numbers; for files, many at once. */
export async function findPersons(
  db: Db,
  keyring: Keyring,
  officeId: string,
  numbers: readonly string[],
): Promise<Map<string, FoundPerson>> {
  if (numbers.length === 0) return new Map();
  const byHash = new Map(
    numbers.flatMap((number) => keyring.hashes('idNumber', number).map((hash) => [hash.toString('hex'), number])),
  );
  const { rows } = await sql<FoundPerson & { hash: Buffer }>`
    select person_hashes.hash, persons.id, persons.phone_sealed is not null as "hasPhone" from person_hashes
    join persons on persons.id = person_hashes.person_id and persons.office_id = ${officeId} and persons.passport_of is null
    where person_hashes.kind = 'idNumber'
      and person_hashes.hash = any(${[...byHash.keys()].map((hex) => Buffer.from(hex, 'hex'))}::bytea[])
    order by persons.created_at desc, persons.id desc`.execute(db);
  // The first row of a person comes last, and stands.
  return new Map(rows.map(({ hash, id, hasPhone }) => [byHash.get(hash.toString('hex'))!, { id, hasPhone }]));
}
