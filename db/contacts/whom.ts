/** Whom a talk is about: the person of a transfer, whoever has the number that was said, or a newcomer with name and number. */
import { sql, type RawBuilder } from 'kysely';
import { Refusal, refuseDefects, type Defect } from '../../domain/errors.ts';
import { phoneKind } from '../../domain/persons/phone.ts';
import { checkResidentId } from '../../domain/persons/resident-id.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockContactsOf } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';
import { hashesOf, knownBy, lockByNumber } from '../persons/known-person.ts';
import { insertPersons } from '../persons/persons.ts';

export interface Caller {
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly mobile?: string | undefined;
}

export interface Asked {
  readonly officeId: string;
  readonly transferId?: string | undefined;
  readonly caller?: Caller | undefined;
}

export interface Whom {
  readonly personId: string;
  readonly mobile: string | null;
}

interface Row {
  readonly personId: string;
  readonly phone: Buffer | null;
}

/** @throws Refusal not-found when the office has no such transfer */
export async function personOfTransfer(db: Db, keyring: Keyring, officeId: string, transferId: string): Promise<Whom> {
  const { rows } = await sql<Row>`select p.id as "personId", p.phone_sealed as phone
    from transfers t join cases c on c.id = t.case_id join persons p on p.id = c.person_id
    where t.id = ${transferId}::uuid and t.office_id = ${officeId}`.execute(db);
  if (!rows[0]) throw new Refusal('not-found', 'There is no such transfer.');
  return { personId: rows[0].personId, mobile: keyring.openText(rows[0].phone) };
}

/** Of a row that names a person: its transfer, else the newest of that person here; by one of them a person's page is addressed. */
export const personOf = (
  row: 'k' | 'p',
): RawBuilder<string | null> => sql`coalesce(${sql.ref(`${row}.transfer_id`)}, (select t.id
  from cases c join transfers t on t.case_id = c.id
  where c.person_id = ${sql.ref(`${row}.person_id`)} and t.office_id = ${sql.ref(`${row}.office_id`)}
  order by t.accepted_at desc, t.id limit 1))`;

/** Of a person who is here. */
export async function readWhom(db: Db, keyring: Keyring, personId: string): Promise<Whom> {
  const { phone_sealed: phone } = await db
    .selectFrom('persons')
    .select('phone_sealed')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return { personId, mobile: keyring.openText(phone) };
}

/** Held until the transaction ends, so that of two talks at once the second sees the first. Undefined: nobody whom the office knows. */
export async function lockWhom(tx: Tx, keyring: Keyring, asked: Asked): Promise<Whom | undefined> {
  const { officeId, transferId, caller } = asked;
  if (transferId === undefined) return caller && lockCaller(tx, keyring, officeId, caller);
  const before = await personOfTransfer(tx, keyring, officeId, transferId);
  await lockContactsOf(tx, before.personId);
  // Two rows of a person may have become one meanwhile.
  return personOfTransfer(tx, keyring, officeId, transferId);
}

async function lockCaller(tx: Tx, keyring: Keyring, officeId: string, caller: Caller): Promise<Whom | undefined> {
  refuseDefects(callerDefects(caller));
  const idNumber = caller.idNumber?.trim() ?? '';
  if (idNumber === '') return undefined;
  await lockByNumber(tx, keyring, idNumber);
  const { rows } = await knownBy(hashesOf(keyring, { idNumber }).id, '').execute(tx);
  const known = rows[0];
  const mobile = caller.mobile?.trim() || null;
  if (known) {
    await lockContactsOf(tx, known.id);
    return { personId: known.id, mobile: keyring.openText(known.phone_sealed) };
  }
  const name = caller.name?.trim() ?? '';
  if (name === '') return undefined;
  const [personId] = await insertPersons(tx, keyring, officeId, [{ name, idNumber, mobile }]);
  return { personId: personId!, mobile };
}

function callerDefects({ idNumber = '', mobile = '' }: Caller): Defect[] {
  const checked = checkResidentId(idNumber);
  const message = 'Not an ID number: 18 digits with a right check digit, or 15.';
  const ofNumber =
    idNumber.trim() === '' || checked.ok
      ? []
      : checked.defects.map((code) => ({ field: 'caller.idNumber', code, message }));
  const isNoPhone = mobile.trim() !== '' && phoneKind(mobile) === 'unknown';
  return isNoPhone
    ? [...ofNumber, { field: 'caller.mobile', code: 'telephone', message: 'Not a telephone number.' }]
    : ofNumber;
}
