/** Promises: made in a talk, kept by another, and the manager's when their instant passes. Whose work one is says its task. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { PromiseChannel } from '../../domain/contacts/promise.ts';
import { normalisePhone } from '../../domain/persons/phone.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { armClock, stopClock } from '../clocks/clocks.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { officeNow } from '../office/clock.ts';
import { newText, withTexts } from '../texts/sealed-texts.ts';
import { tellerOf, type Teller } from './teller.ts';

export interface NewPromise {
  readonly channel: PromiseChannel;
  readonly dueAt: Date;
  readonly phone?: string | undefined;
  readonly text?: string | undefined;
  /** A colleague who works here; absent: whoever promises. */
  readonly ownerId?: string | undefined;
}

interface MadeIn {
  readonly id: string;
  readonly contactId: string;
  readonly officeId: string;
  readonly personId: string | null;
  readonly transferId: string | null;
  readonly byStaffId: string;
}

const keyOf = (promiseId: string): string => `promise:${promiseId}`;
const brokenKeyOf = (promiseId: string): string => `brokenPromise:${promiseId}`;

/** Due on the day that was said, whatever the calendar becomes. */
export async function makePromise(
  { tx, keyring, teller }: { readonly tx: Tx; readonly keyring: Keyring; readonly teller: Teller },
  promise: NewPromise,
  made: MadeIn,
): Promise<void> {
  const { id, contactId, officeId, personId, transferId, byStaffId } = made;
  const naturalKey = keyOf(id);
  await teller.openTask({
    kind: 'promise',
    owner: promise.ownerId ?? byStaffId,
    about: { promiseId: id, dueAt: promise.dueAt.toISOString() },
    naturalKey,
    dueOn: dateOf(promise.dueAt),
    source: 'staff',
  });
  const phone = newText(keyring, made, promise.phone && normalisePhone(promise.phone));
  const text = newText(keyring, made, promise.text);
  await withTexts(tx, [phone, text])
    .insertInto('promises')
    .values({
      id,
      office_id: officeId,
      contact_id: contactId,
      person_id: personId,
      transfer_id: transferId,
      channel: promise.channel,
      phone_id: phone?.id ?? null,
      text_id: text?.id ?? null,
      due_at: promise.dueAt,
      task_id: (eb) =>
        eb.selectFrom('tasks').select('id').where('office_id', '=', officeId).where('natural_key', '=', naturalKey),
    })
    .execute();
  await armClock(tx, { kind: 'promise', subjectId: id, officeId, alarmAt: promise.dueAt });
}

interface Kept {
  readonly officeId: string;
  readonly promiseId: string;
  readonly contactId: string;
  readonly at: Date;
  readonly byStaffId: string;
  readonly personId: string | undefined;
}

export interface StandingPromise {
  readonly transferId: string | null;
  readonly personId: string | null;
  readonly contactAt: Date;
  readonly keptAt: Date | null;
}

/** Of which transfer a promise is: it must be known before that is locked. @throws Refusal not-found; already-decided */
export async function standingPromise(tx: Tx, officeId: string, promiseId: string): Promise<StandingPromise> {
  const { rows } =
    await sql<StandingPromise>`select p.transfer_id as "transferId", p.person_id as "personId", c.occurred_at as "contactAt",
      p.kept_at as "keptAt"
    from promises p join contacts c on c.id = p.contact_id
    where p.id = ${promiseId}::uuid and p.office_id = ${officeId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Refusal('not-found', 'There is no such promise.');
  if (row.keptAt !== null) throw new Refusal('already-decided', 'This promise has been kept.');
  return row;
}

/**
 * By a talk; done too late it is broken all the same, and so is what was recorded too late, whenever that talk is said to have been.
 * @throws Refusal not-found; already-decided; invalid (of somebody else)
 */
export async function keepPromise(tx: Tx, teller: Teller, kept: Kept): Promise<void> {
  const { officeId, promiseId, contactId, at, byStaffId, personId } = kept;
  const { rows } = await sql<{ id: string }>`update promises set kept_contact_id = ${contactId}::uuid,
      kept_at = case when office_now() > due_at then greatest(${at}::timestamptz, office_now()) else ${at}::timestamptz end
    where id = ${promiseId}::uuid and office_id = ${officeId} and kept_at is null
      and person_id is not distinct from ${personId ?? null}::uuid returning id`.execute(tx);
  if (rows.length === 0) {
    const defect = { field: 'keepsPromiseId', code: 'otherPerson', message: 'This promise was made to somebody else.' };
    throw new Refusal('invalid', 'A promise is kept to whom it was made.', { defects: [defect] });
  }
  await stopClock(tx, 'promise', promiseId);
  await teller.closeTask(keyOf(promiseId), byStaffId);
  await teller.closeTask(brokenKeyOf(promiseId), byStaffId);
  await teller.tell({ kind: 'promiseKept', occurredAt: at, byStaffId, payload: { promiseId, contactId } });
}

interface Due {
  readonly officeId: string;
  readonly transferId: string | null;
  readonly dueAt: Date;
}

/** Its clock rings: unless it was kept, the manager hears of it, once. May run twice. */
export async function escalatePromise(db: Db, promiseId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<Due>`select office_id as "officeId", transfer_id as "transferId", due_at as "dueAt"
      from promises where id = ${promiseId}::uuid`.execute(tx);
    const [due] = rows;
    // One of a ledger that was set back.
    if (!due) return stopClock(tx, 'promise', promiseId);
    const teller = await tellerOf(tx, due.officeId, due.transferId);
    const escalated = await sql<{ id: string }>`update promises set escalated_at = office_now()
      where id = ${promiseId}::uuid and kept_at is null and escalated_at is null and due_at <= office_now()
      returning id`.execute(tx);
    if (escalated.rows.length > 0) await tellBroken(tx, teller, promiseId, due);
    await stopClock(tx, 'promise', promiseId);
    await teller.write();
  });
}

async function tellBroken(tx: Tx, teller: Teller, promiseId: string, { dueAt }: Due): Promise<void> {
  await teller.openTask({
    kind: 'brokenPromise',
    owner: { role: 'manager' },
    about: { promiseId, dueAt: dueAt.toISOString() },
    naturalKey: brokenKeyOf(promiseId),
  });
  await teller.tell({
    kind: 'promiseBroken',
    occurredAt: await officeNow(tx),
    byStaffId: null,
    payload: { promiseId, dueAt: dueAt.toISOString() },
  });
}
