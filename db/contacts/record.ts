/** A talk with people is recorded: whom it was about, what was told, what was promised, and whether it is one too many. */
import { randomUUID } from 'node:crypto';
import { keyReused, withDefects } from '../../domain/errors.ts';
import { contactDefects, type ContactParty } from '../../domain/contacts/contact.ts';
import { normalisePhone, phoneKind } from '../../domain/persons/phone.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockContactsOf } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';
import { officeNow } from '../office/clock.ts';
import { newText, withTexts } from '../texts/sealed-texts.ts';
import type { NewContact } from './asked.ts';
import { keepPromise, makePromise, standingPromise, type NewPromise, type StandingPromise } from './promises.ts';
import { refuseWhatIsWrong } from './record-defects.ts';
import { raiseRepeated } from './repeated.ts';
import { tellerOf } from './teller.ts';
import { lockWhom, readWhom, type Whom } from './whom.ts';

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
  const { whom, kept, promise } = await withDefects(contactDefects(said, now), async () => {
    const about = await aboutWhom(tx, keyring, contact);
    const found = { ...about, promise: reachedBy(contact, about.whom) };
    await refuseWhatIsWrong(tx, { contact, occurredAt, ...found });
    return found;
  });
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

interface About {
  readonly whom: Whom | undefined;
  /** The promise that is kept by it. */
  readonly kept: StandingPromise | undefined;
}

/** As both stand under the lock. Who keeps a promise and names nobody talked with whom it was made to: a newcomer has no transfer to name. */
async function aboutWhom(tx: Tx, keyring: Keyring, contact: NewContact): Promise<About> {
  const { officeId, transferId, caller, keepsPromiseId } = contact;
  if (keepsPromiseId === undefined) return { whom: await lockWhom(tx, keyring, contact), kept: undefined };
  if (transferId !== undefined || caller) {
    const whom = await lockWhom(tx, keyring, contact);
    return { whom, kept: await standingPromise(tx, officeId, keepsPromiseId) };
  }
  const before = await standingPromise(tx, officeId, keepsPromiseId);
  if (before.personId === null) return { whom: undefined, kept: before };
  await lockContactsOf(tx, before.personId);
  // Two rows of a person may have become one meanwhile.
  const kept = await standingPromise(tx, officeId, keepsPromiseId);
  return { whom: kept.personId === null ? undefined : await readWhom(tx, keyring, kept.personId), kept };
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
