/** Promises as they are read: the next to fall due last, each with whoever has it now and what became of it. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { PromiseChannel, PromiseState } from '../../domain/contacts/promise.ts';
import { maskPhone } from '../../domain/persons/phone.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { afterInstant, cutPage, type AfterInstant } from '../connection/page.ts';
import { staffRef } from '../office/staff.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';
import { PROMISE_CONDITIONS, within } from './figures.ts';
import { personOf, personOfTransfer } from './whom.ts';

interface Row {
  id: string;
  contactId: string;
  channel: PromiseChannel;
  dueAt: Date;
  madeAt: Date;
  keptAt: Date | null;
  keptContactId: string | null;
  state: PromiseState;
  topic: string;
  name: Buffer | null;
  personOf: string | null;
  transferId: string | null;
  caseNo: string | null;
  phoneId: string | null;
  phone: Buffer | null;
  mobile: Buffer | null;
  textId: string | null;
  text: Buffer | null;
  ownerId: string;
  ownerName: string;
  ownerPost: string;
  key: string;
}

const SELECT = sql`select p.id, p.contact_id as "contactId", p.channel, p.due_at as "dueAt", k.occurred_at as "madeAt", p.kept_at as "keptAt",
    p.kept_contact_id as "keptContactId",
    case when ${PROMISE_CONDITIONS.kept} then 'kept' when ${PROMISE_CONDITIONS.open} then 'open' else 'broken' end as state,
    k.topic, person.name_sealed as name, person.phone_sealed as mobile, p.transfer_id as "transferId", cases.case_no as "caseNo",
    ${personOf('p')} as "personOf",
    p.phone_id as "phoneId", ${keptText('p.phone_id')} as phone, p.text_id as "textId", ${keptText('p.text_id')} as text,
    owner.id as "ownerId", owner.display_name as "ownerName", owner.post as "ownerPost", p.due_at::text as key
  from promises p join contacts k on k.id = p.contact_id join tasks task on task.id = p.task_id
  join staff owner on owner.id = task.owner_id left join persons person on person.id = p.person_id
  left join transfers on transfers.id = p.transfer_id left join cases on cases.id = transfers.case_id`;

function asPromise(row: Row, keyring: Keyring) {
  const own = openKept(keyring, row.phoneId, row.phone);
  const number = own === '' ? keyring.openText(row.mobile) : own;
  return {
    id: row.id,
    contactId: row.contactId,
    channel: row.channel,
    dueAt: row.dueAt.toISOString(),
    madeAt: row.madeAt.toISOString(),
    keptAt: row.keptAt?.toISOString() ?? null,
    keptContactId: row.keptContactId,
    state: row.state,
    topic: row.topic,
    personName: keyring.openText(row.name),
    personOf: row.personOf,
    transferId: row.transferId,
    caseNo: row.caseNo,
    phoneMasked: number === null ? null : maskPhone(number),
    // Another number than that of the person is nowhere else: whoever calls needs it whole.
    phone: own === '' ? null : own,
    text: openKept(keyring, row.textId, row.text),
    owner: staffRef(row.ownerId, row.ownerName, row.ownerPost),
  };
}

type Promised = ReturnType<typeof asPromise>;

/** By the talk in which each was made. */
export async function promisesOf(
  db: Db,
  keyring: Keyring,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, Promised>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<Row>`${SELECT} where p.contact_id = any(${[...contactIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.contactId, asPromise(row, keyring)]));
}

interface PromisesAsked {
  readonly officeId: string;
  /** Of whose person. */
  readonly transferId?: string | undefined;
  readonly state?: PromiseState | undefined;
  /** Who has to keep it. */
  readonly ownerId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly after?: AfterInstant | undefined;
}

/** Those that fall due last come first. @throws Refusal not-found (no such transfer) */
export async function listPromises(db: Db, keyring: Keyring, asked: PromisesAsked) {
  const { officeId, transferId, limit } = asked;
  const person = transferId === undefined ? undefined : await personOfTransfer(db, keyring, officeId, transferId);
  const { rows } = await sql<Row>`${SELECT} where ${sql.join(conditionsOf(asked, person?.personId), sql` and `)}
    order by p.due_at desc, p.id desc limit ${limit + 1}`.execute(db);
  const { shown, last } = cutPage(rows, limit);
  return {
    items: shown.map((row) => asPromise(row, keyring)),
    next: afterInstant(last),
  };
}

function conditionsOf(asked: PromisesAsked, personId: string | undefined): RawBuilder<SqlBool>[] {
  const { officeId, state, ownerId, from, to, after } = asked;
  const conditions: (RawBuilder<SqlBool> | false)[] = [
    sql`p.office_id = ${officeId}`,
    (from !== undefined || to !== undefined) && within(sql`p.due_at`, { from, to }),
    personId !== undefined && sql`p.person_id = ${personId}::uuid`,
    state !== undefined && PROMISE_CONDITIONS[state],
    ownerId !== undefined && sql`task.owner_id = ${ownerId}::uuid`,
    after !== undefined && sql`(p.due_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  ];
  return conditions.filter((one) => one !== false);
}
