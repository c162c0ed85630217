/** Talks as they are read, the newest first: of one person, of some days, or what a number counts. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { ContactChannel, ContactOutcome, ContactParty, IdentityMeans } from '../../domain/contacts/contact.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { afterInstant, cutPage, type AfterInstant } from '../connection/page.ts';
import { staffRef } from '../office/staff.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';
import { FIGURE_CONDITIONS, within, type ContactFigure } from './figures.ts';
import { promisesOf } from './promise-list.ts';
import { personOf, personOfTransfer } from './whom.ts';

interface Row {
  id: string;
  channel: ContactChannel;
  direction: 'in' | 'out';
  party: ContactParty;
  name: Buffer | null;
  personOf: string | null;
  transferId: string | null;
  caseNo: string | null;
  topic: string;
  consultation: boolean;
  toldPersonal: boolean;
  identity: IdentityMeans;
  outcome: ContactOutcome;
  occurredAt: Date;
  recordedAt: Date;
  byId: string;
  byName: string;
  byPost: string;
  textId: string | null;
  text: Buffer | null;
  employerId: string | null;
  employer: Buffer | null;
  key: string;
}

const COLUMNS = sql`k.id, k.channel, k.direction, k.party, person.name_sealed as name, k.transfer_id as "transferId",
  cases.case_no as "caseNo", k.topic, k.consultation, k.told_personal as "toldPersonal", k.identity, k.outcome,
  k.occurred_at as "occurredAt", k.recorded_at as "recordedAt", staff.id as "byId", staff.display_name as "byName", staff.post as "byPost",
  k.text_id as "textId", ${keptText('k.text_id')} as text, k.employer_id as "employerId", ${keptText('k.employer_id')} as employer,
  k.occurred_at::text as key,
  ${personOf('k')} as "personOf"`;

interface ContactsAsked {
  readonly officeId: string;
  /** Of whose person. */
  readonly transferId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly figure?: ContactFigure | undefined;
  readonly topic?: string | undefined;
  readonly channel?: ContactChannel | undefined;
  readonly limit: number;
  readonly after?: AfterInstant | undefined;
}

/** @throws Refusal not-found (no such transfer) */
export async function listContacts(db: Db, keyring: Keyring, asked: ContactsAsked) {
  const { officeId, transferId, limit } = asked;
  const person = transferId === undefined ? undefined : await personOfTransfer(db, keyring, officeId, transferId);
  const conditions = conditionsOf(asked, person?.personId);
  const rows = await readRows(db, conditions, limit + 1);
  const { shown, last } = cutPage(rows, limit);
  return {
    items: await asContacts(db, keyring, shown),
    next: afterInstant(last),
  };
}

function conditionsOf(asked: ContactsAsked, personId: string | undefined): RawBuilder<SqlBool>[] {
  const { officeId, from, to, figure = 'contacts', topic, channel, after } = asked;
  const conditions: (RawBuilder<SqlBool> | false)[] = [
    sql`k.office_id = ${officeId}`,
    (from !== undefined || to !== undefined) && within(sql`k.occurred_at`, { from, to }),
    personId !== undefined && sql`k.person_id = ${personId}::uuid`,
    FIGURE_CONDITIONS[figure],
    topic !== undefined && sql`k.topic = ${topic}`,
    channel !== undefined && sql`k.channel = ${channel}`,
    after !== undefined && sql`(k.occurred_at, k.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  ];
  return conditions.filter((one) => one !== false);
}

/** The rows of a page first, what belongs to each of them afterwards. */
async function readRows(db: Db, conditions: readonly RawBuilder<SqlBool>[], most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with page as materialized (select k.* from contacts k where ${sql.join(conditions, sql` and `)}
      order by k.occurred_at desc, k.id desc limit ${most})
    select ${COLUMNS}
    from page k join staff on staff.id = k.by_staff_id left join persons person on person.id = k.person_id
    left join transfers on transfers.id = k.transfer_id left join cases on cases.id = transfers.case_id
    order by k.occurred_at desc, k.id desc`.execute(db);
  return rows;
}

/** @throws Refusal not-found */
export async function readContact(db: Db, keyring: Keyring, officeId: string, id: string) {
  const rows = await readRows(db, [sql`k.office_id = ${officeId}`, sql`k.id = ${id}::uuid`], 1);
  const [contact] = await asContacts(db, keyring, rows);
  if (!contact) throw new Refusal('not-found', 'There is no such contact.');
  return contact;
}

async function asContacts(db: Db, keyring: Keyring, rows: readonly Row[]) {
  const ended = rows.filter(({ outcome }) => outcome === 'promised').map(({ id }) => id);
  const promises = await promisesOf(db, keyring, ended);
  return rows.map((row) => ({ ...asContact(row, keyring), promise: promises.get(row.id) ?? null }));
}

function asContact(row: Row, keyring: Keyring) {
  const employer = openKept(keyring, row.employerId, row.employer);
  return {
    id: row.id,
    channel: row.channel,
    direction: row.direction,
    party: row.party,
    personName: keyring.openText(row.name),
    employer: employer === '' ? null : employer,
    personOf: row.personOf,
    transferId: row.transferId,
    caseNo: row.caseNo,
    topic: row.topic,
    consultation: row.consultation,
    toldPersonal: row.toldPersonal,
    identity: row.identity,
    outcome: row.outcome,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    by: staffRef(row.byId, row.byName, row.byPost),
    text: openKept(keyring, row.textId, row.text),
  };
}
