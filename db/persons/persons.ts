/** Persons: taken in, and written anew where something of them was wrong. */
import { randomUUID } from 'node:crypto';
import { tidyText } from '../../domain/folded-text.ts';
import type { Papers } from '../../domain/persons/identity.ts';
import type { Tx } from '../connection/connection.ts';
import { insertMany } from '../connection/insert-many.ts';
import { part } from '../connection/statement-parts.ts';
import type { HashKind, Keyring } from '../connection/sealing.ts';
import {
  documentColumns,
  hashRows,
  lookUpValues,
  nameValue,
  numberValues,
  personRow,
  phoneValues,
  sealedPhone,
  type Contact,
  type PersonData,
} from './person-rows.ts';

const PERSON = part('person', (db, row: ReturnType<typeof personRow>) => db.insertInto('persons').values(row));
const FOUND = part('person_found', (db, ...rows: ReturnType<typeof hashRows>) =>
  db.insertInto('person_hashes').values(rows),
);

/** With the parts of the statement that takes one in. */
export function newPerson(keyring: Keyring, officeId: string, person: PersonData) {
  const id = randomUUID();
  const row = personRow(keyring, { id, officeId, person });
  return { id, parts: [PERSON(row), FOUND(...hashRows(keyring, id, lookUpValues(person)))] };
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

/** What was said before finds nobody from now on. */
async function writeHashes(
  tx: Tx,
  keyring: Keyring,
  personId: string,
  values: readonly [HashKind, string][],
  kinds: readonly HashKind[],
): Promise<void> {
  await tx
    .deleteFrom('person_hashes')
    .where('person_id', '=', personId)
    .where('kind', 'in', [...kinds])
    .execute();
  await insertMany(tx, 'person_hashes', hashRows(keyring, personId, values));
}

export async function writeName(tx: Tx, keyring: Keyring, personId: string, name: string): Promise<void> {
  const sealed = keyring.seal(tidyText(name));
  await tx.updateTable('persons').set({ name_sealed: sealed }).where('id', '=', personId).execute();
  await writeHashes(tx, keyring, personId, [nameValue(name)], ['name']);
}

export async function writeAddress(tx: Tx, keyring: Keyring, personId: string, address: string | null): Promise<void> {
  const sealed = keyring.sealText(address);
  await tx.updateTable('persons').set({ address_sealed: sealed }).where('id', '=', personId).execute();
}

/** With what it tells: sex and month of birth. */
export async function writeNumber(tx: Tx, keyring: Keyring, personId: string, papers: Papers): Promise<void> {
  await tx.updateTable('persons').set(documentColumns(keyring, papers)).where('id', '=', personId).execute();
  await writeHashes(tx, keyring, personId, numberValues(papers.idNumber), ['idNumber', 'lastSix']);
}

/** How the person of a transfer can be reached, as a newer row of the file has it. A mobile that is absent stays: the counter may have corrected it. */
export async function updateContact(tx: Tx, keyring: Keyring, transferId: string, contact: Contact): Promise<void> {
  const employer = {
    employer_sealed: keyring.sealText(contact.employer),
    employer_phone_sealed: keyring.sealText(contact.employerPhone),
  };
  const { id } = await tx
    .updateTable('persons')
    .set(employer)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('transfers')
        .innerJoin('cases', 'cases.id', 'transfers.case_id')
        .select('cases.person_id')
        .where('transfers.id', '=', transferId),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  if (contact.mobile !== undefined) await writePhone(tx, keyring, id, contact.mobile);
  await tx
    .updateTable('applications')
    .set(employer)
    .where('case_id', '=', (eb) => eb.selectFrom('transfers').select('case_id').where('id', '=', transferId))
    .execute();
}

export const phoneHashRows = (keyring: Keyring, personId: string, mobile: string | null) =>
  hashRows(keyring, personId, phoneValues({ mobile }));

/** In place of the one before, which finds nobody from then on. */
export async function writePhone(tx: Tx, keyring: Keyring, personId: string, mobile: string | null): Promise<void> {
  const sealed = sealedPhone(keyring, mobile);
  await tx.updateTable('persons').set({ phone_sealed: sealed }).where('id', '=', personId).execute();
  await writeHashes(tx, keyring, personId, phoneValues({ mobile }), ['phone', 'phoneLastFour']);
}

export async function readName(tx: Tx, keyring: Keyring, personId: string): Promise<string> {
  const { name_sealed: sealed } = await tx
    .selectFrom('persons')
    .select('name_sealed')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return keyring.openText(sealed) ?? '';
}
