/** A talk with people is recorded: whom it was about, what was told, what was promised, and whether it is one too many. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { keyReused, refuseDefects, withDefects, type Defect } from '../../domain/errors.ts';
import {
  contactDefects,
  type ContactChannel,
  type ContactOutcome,
  type ContactParty,
  type IdentityMeans,
} from '../../domain/contacts/contact.ts';
import { promiseDefects } from '../../domain/contacts/promise.ts';
import { DESK_ROLES } from '../../domain/roles.ts';
import { normalisePhone, phoneKind } from '../../domain/persons/phone.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockContactsOf } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';
import { officeNow } from '../office/clock.ts';
import { newText, withTexts } from '../texts/sealed-texts.ts';
import { checkDefects } from './identity.ts';
import { keepPromise, makePromise, standingPromise, type NewPromise } from './promises.ts';
import { raiseRepeated } from './repeated.ts';
import { tellerOf } from './teller.ts';
import { topicDefects } from './topics.ts';
import { lockWhom, readWhom, type Asked, type Whom } from './whom.ts';

export interface NewContact extends Asked {
  readonly byStaffId: string;
  readonly channel: ContactChannel;
  readonly direction: 'in' | 'out';
  readonly occurredAt?: Date | undefined;
  /** As it was said. */
  readonly employer?: string | undefined;
  readonly topic: string;
  readonly consultation: boolean;
  readonly toldPersonal: boolean;
  readonly identity: IdentityMeans;
  readonly identityCheckId?: string | undefined;
  readonly outcome: ContactOutcome;
  readonly promise?: NewPromise | undefined;
  /** The promise that is kept by it. */
  readonly keepsPromiseId?: string | undefined;
  readonly text?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Of what was sent; needed where there is a key, and kept under one of the office's. */
  readonly bodyHash?: Buffer | undefined;
}

/** Its id; the same one for the same key. @throws Refusal invalid; not-found; already-decided; idempotency-key-reused */
export async function recordContact(db: Db, keyring: Keyring, contact: NewContact): Promise<string> {
  const id = randomUUID();
  try {
    await db.transaction().execute((tx) => recordIn(tx, keyring, id, contact));
    return id;
  } catch (error) {
    const before = await recordedBefore(db, keyring, contact);
    if (before === undefined) throw error;
    return before;
  }
}

async function recordedBefore(db: Db, keyring: Keyring, contact: NewContact): Promise<string | undefined> {
  const { officeId, idempotencyKey, bodyHash } = contact;
  if (idempotencyKey === undefined) return undefined;
  const row = await db
    .selectFrom('contacts')
    .select(['id', 'body_hash'])
    .where('office_id', '=', officeId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  const same = keyring.hashes('contactBody', hexOf(bodyHash));
  if (row && !same.some((hash) => row.body_hash?.equals(hash))) throw keyReused();
  return row?.id;
}

const hexOf = (hash: Buffer | undefined): string => hash?.toString('hex') ?? '';

/** A body is mostly an ID number, which is soon guessed from a plain hash. Null where nobody can send it again. */
const keptHash = (keyring: Keyring, { idempotencyKey, bodyHash }: NewContact): Buffer | null =>
  idempotencyKey === undefined ? null : keyring.hash('contactBody', hexOf(bodyHash)).hash;

async function recordIn(tx: Tx, keyring: Keyring, id: string, contact: NewContact): Promise<void> {
  const { officeId, byStaffId, topic, direction, outcome, keepsPromiseId } = contact;
  if ((await recordedBefore(tx, keyring, contact)) !== undefined) throw keyReused();
  const now = await officeNow(tx);
  const occurredAt = contact.occurredAt ?? now;
  const said = { ...contact, occurredAt, promises: contact.promise !== undefined };
  const whom = await withDefects(contactDefects(said, now), async () => {
    const found = await whomOf(tx, keyring, contact);
    await refuseWhatIsWrong(tx, { contact, occurredAt, whom: found });
    return found;
  });
  const kept = keepsPromiseId === undefined ? undefined : await standingPromise(tx, officeId, keepsPromiseId);
  // The task of a promise stands where it was made.
  const transferId = kept ? kept.transferId : (contact.transferId ?? null);
  const teller = await tellerOf(tx, officeId, transferId);
  const personId = whom?.personId ?? null;
  const raisedBy =
    personId !== null && direction === 'in'
      ? await raiseRepeated(tx, teller, { officeId, personId, topic, contactId: id, occurredAt })
      : null;
  await insertContact(tx, keyring, { id, contact, occurredAt, personId, transferId, raisedBy });
  await teller.tell({ kind: 'contactRecorded', occurredAt, byStaffId, payload: { contactId: id, topic, outcome } });
  const made = { id: randomUUID(), contactId: id, officeId, personId, transferId, byStaffId };
  const promise = reachedBy(contact, whom);
  if (promise) await makePromise({ tx, keyring, teller }, promise, made);
  if (keepsPromiseId !== undefined)
    await keepPromise(tx, teller, {
      officeId,
      promiseId: keepsPromiseId,
      contactId: id,
      at: occurredAt,
      byStaffId,
      personId: whom?.personId,
    });
  await teller.write();
}

/** Who keeps a promise and says nothing else talked with whom it was made to: a newcomer has no transfer to name. */
async function whomOf(tx: Tx, keyring: Keyring, contact: NewContact): Promise<Whom | undefined> {
  const { officeId, transferId, caller, keepsPromiseId } = contact;
  if (keepsPromiseId === undefined || transferId !== undefined || caller) return lockWhom(tx, keyring, contact);
  const { personId } = await standingPromise(tx, officeId, keepsPromiseId);
  if (personId === null) return undefined;
  await lockContactsOf(tx, personId);
  // Two rows of a person may have become one meanwhile.
  const now = await standingPromise(tx, officeId, keepsPromiseId);
  return now.personId === null ? undefined : readWhom(tx, keyring, now.personId);
}

/** The number from which they called stands with the promise, unless it is that of the person: nothing else keeps it. */
function reachedBy({ promise, caller }: NewContact, whom: Whom | undefined): NewPromise | undefined {
  const said = caller?.mobile?.trim() ?? '';
  if (!promise || said === '' || (promise.phone?.trim() ?? '') !== '') return promise;
  if (promise.channel !== 'phone' && promise.channel !== 'sms') return promise;
  const known = whom?.mobile ?? null;
  if (known !== null && normalisePhone(known) === normalisePhone(said)) return promise;
  // A line that takes no SMS is no reason against one to the mobile that is known.
  if (promise.channel === 'sms' && known !== null && phoneKind(said) === 'fixedLine') return promise;
  return { ...promise, phone: said };
}

interface Looked {
  readonly contact: NewContact;
  readonly occurredAt: Date;
  readonly whom: Whom | undefined;
}

/** All that only the ledger knows to be wrong, at once. */
async function refuseWhatIsWrong(tx: Tx, { contact, occurredAt, whom }: Looked): Promise<void> {
  const { officeId, byStaffId } = contact;
  const promise = reachedBy(contact, whom);
  const check = { officeId, byStaffId, personId: whom?.personId, checkId: contact.identityCheckId };
  const known = { mobile: whom?.mobile ?? null, madeAt: occurredAt };
  const defects = [
    await topicDefects(tx, contact.topic, dateOf(occurredAt)),
    await checkDefects(tx, check),
    toldToNobody(contact, whom),
    await keptBeforeDefects(tx, contact, occurredAt),
    promise ? promiseDefects(promise, known) : [],
    promise ? await ownerDefects(tx, officeId, promise.ownerId) : [],
  ].flat();
  refuseDefects(defects);
}

const toldToNobody = ({ toldPersonal }: NewContact, whom: Whom | undefined): Defect[] =>
  toldPersonal && !whom
    ? [{ field: 'toldPersonal', code: 'nobody', message: 'Of nobody whom the office knows nothing can be told.' }]
    : [];

async function keptBeforeDefects(
  tx: Tx,
  { officeId, keepsPromiseId }: NewContact,
  occurredAt: Date,
): Promise<Defect[]> {
  if (keepsPromiseId === undefined) return [];
  const { contactAt } = await standingPromise(tx, officeId, keepsPromiseId);
  return occurredAt < contactAt
    ? [{ field: 'occurredAt', code: 'beforePromise', message: 'A promise is kept after it was made.' }]
    : [];
}

async function ownerDefects(tx: Tx, officeId: string, ownerId: string | undefined): Promise<Defect[]> {
  if (ownerId === undefined) return [];
  const { rows } =
    await sql<object>`select from staff where id = ${ownerId}::uuid and office_id = ${officeId} and active
    and exists (select from staff_roles where staff_id = staff.id and role = any(${[...DESK_ROLES]}::text[]))`.execute(
      tx,
    );
  return rows.length > 0
    ? []
    : [{ field: 'promise.ownerId', code: 'unknown', message: 'Nobody of this id works here at a desk.' }];
}

interface Placed {
  readonly id: string;
  readonly contact: NewContact;
  readonly occurredAt: Date;
  readonly personId: string | null;
  readonly transferId: string | null;
  readonly raisedBy: string | null;
}

function partyOf({ employer }: NewContact, personId: string | null): ContactParty {
  if ((employer?.trim() ?? '') !== '') return 'employer';
  return personId === null ? 'nobody' : 'person';
}

async function insertContact(tx: Tx, keyring: Keyring, placed: Placed): Promise<void> {
  const { id, contact, occurredAt, personId, transferId, raisedBy } = placed;
  const { officeId } = contact;
  const text = newText(keyring, { officeId, transferId }, contact.text?.trim());
  const employer = newText(keyring, { officeId, transferId }, contact.employer?.trim());
  await withTexts(tx, [text, employer])
    .insertInto('contacts')
    .values({
      id,
      office_id: officeId,
      channel: contact.channel,
      direction: contact.direction,
      party: partyOf(contact, personId),
      person_id: personId,
      transfer_id: transferId,
      topic: contact.topic,
      consultation: contact.consultation,
      told_personal: contact.toldPersonal,
      identity: contact.identity,
      identity_check_id: contact.identityCheckId ?? null,
      outcome: contact.outcome,
      occurred_at: occurredAt,
      by_staff_id: contact.byStaffId,
      text_id: text?.id ?? null,
      employer_id: employer?.id ?? null,
      raised_by: raisedBy,
      idempotency_key: contact.idempotencyKey ?? null,
      body_hash: keptHash(keyring, contact),
    })
    .execute();
}
