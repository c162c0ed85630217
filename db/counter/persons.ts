/** Persons: sealed, found again by keyed hashes only. */
import { randomUUID } from 'node:crypto';
import {
  checkResidentId,
  birthDateOf,
  lastSixOf,
  normaliseResidentId,
  sexOf,
} from '../../domain/persons/resident-id.ts';
import { lastFourDigits, normalisePhone } from '../../domain/persons/phone.ts';
import { normalisePersonName } from '../../domain/persons/person-name.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import type { HashKind, Keyring } from '../connection/sealing.ts';

interface Contact {
  readonly mobile?: string | null;
  readonly employer?: string | null;
  readonly employerPhone?: string | null;
}

export interface PersonData extends Contact {
  readonly name: string;
  readonly idNumber?: string | null;
}

/** Parts of the statement that takes one in. */
export function newPerson(keyring: Keyring, officeId: string, person: PersonData) {
  const id = randomUUID();
  return {
    id,
    row: (db: Pick<Db, 'insertInto'>) => db.insertInto('persons').values(personRow(keyring, { id, officeId, person })),
    hashes: (db: Pick<Db, 'insertInto'>) =>
      db.insertInto('person_hashes').values(hashRows(keyring, id, lookUpValues(person))),
  };
}

/** Their ids, in the order given. */
export async function insertPersons(
  tx: Tx,
  keyring: Keyring,
  officeId: string,
  persons: readonly PersonData[],
): Promise<string[]> {
  const placed = persons.map((person) => ({ id: randomUUID(), person }));
  await insertMany(
    tx,
    'persons',
    placed.map(({ id, person }) => personRow(keyring, { id, officeId, person })),
  );
  await insertMany(
    tx,
    'person_hashes',
    placed.flatMap(({ id, person }) => hashRows(keyring, id, lookUpValues(person))),
  );
  return placed.map(({ id }) => id);
}

function personRow(keyring: Keyring, { id, officeId, person }: { id: string; officeId: string; person: PersonData }) {
  const checked = person.idNumber ? checkResidentId(person.idNumber) : null;
  return {
    id,
    office_id: officeId,
    // As it was written; only the look-up compares normalised forms.
    name_sealed: keyring.seal(person.name.trim()),
    id_number_sealed: keyring.sealText(canonicalId(person.idNumber)),
    phone_sealed: keyring.sealText(person.mobile && normalisePhone(person.mobile)),
    employer_sealed: keyring.sealText(person.employer),
    employer_phone_sealed: keyring.sealText(person.employerPhone),
    sex: checked?.ok ? sexOf(checked.id) : null,
    birth_month: checked?.ok ? birthDateOf(checked.id).slice(0, 7) : null,
  };
}

/** A number of 15 digits is the same person as its form of 18; what is no valid number is kept as it was written. */
export function canonicalId(idNumber: string | null | undefined): string | null {
  if (!idNumber) return null;
  const checked = checkResidentId(idNumber);
  return checked.ok ? checked.id : normaliseResidentId(idNumber);
}

function hashRows(keyring: Keyring, personId: string, values: readonly [HashKind, string][]) {
  return values.map(([kind, value]) => {
    const { keyVersion, hash } = keyring.hash(kind, value);
    return { person_id: personId, kind, key_version: keyVersion, hash };
  });
}

function lookUpValues(person: PersonData): [HashKind, string][] {
  const values: [HashKind, string][] = [['name', normalisePersonName(person.name)]];
  if (person.idNumber) {
    const idNumber = canonicalId(person.idNumber)!;
    values.push(['idNumber', idNumber]);
    if (idNumber.length >= 6) values.push(['lastSix', lastSixOf(idNumber)]);
  }
  return [...values, ...phoneValues(person)];
}

function phoneValues({ mobile }: Contact): [HashKind, string][] {
  if (!mobile) return [];
  return [
    ['phone', normalisePhone(mobile)],
    ['phoneLastFour', lastFourDigits(mobile)],
  ];
}

/** How the person of a transfer can be reached may change; who it is may not. */
export async function updateContact(tx: Tx, keyring: Keyring, transferId: string, contact: Contact): Promise<void> {
  const { id } = await tx
    .updateTable('persons')
    .set({
      phone_sealed: keyring.sealText(contact.mobile && normalisePhone(contact.mobile)),
      employer_sealed: keyring.sealText(contact.employer),
      employer_phone_sealed: keyring.sealText(contact.employerPhone),
    })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('transfers')
        .innerJoin('cases', 'cases.id', 'transfers.case_id')
        .select('cases.person_id')
        .where('transfers.id', '=', transferId),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .deleteFrom('person_hashes')
    .where('person_id', '=', id)
    .where('kind', 'in', ['phone', 'phoneLastFour'])
    .execute();
  await insertMany(tx, 'person_hashes', hashRows(keyring, id, phoneValues(contact)));
}
