/** Who credits accounts is a post of its own: what the release before left to finance goes on with whom it belongs to. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Db } from '../../../db/connection/connection.ts';
import { migrateToLatest } from '../../../db/connection/migrate.ts';
import { decideMatch } from '../../../db/credits/decide.ts';
import { reviewHeldWork } from '../../../db/holding/review.ts';
import { closeTaskByHand } from '../../../db/holding/task-changes.ts';
import { openTaskOf } from '../../../db/holding/tasks.ts';
import { toxicPairs } from '../../../domain/staff/toxic-roles.ts';
import { letterArrives, sendLetter } from '../../builders/posted-letter.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, money, walk } from '../../builders/walk.ts';
import { testKeyring } from '../../builders/office.ts';
import { databaseUpTo } from '../../support/database.ts';
import { ownOffice } from '../../support/own-office.ts';

describe('an upgrade', () => {
  let before: { url: string; drop: () => Promise<void> };
  let old: Db;
  beforeAll(async () => {
    before = await databaseUpTo('0046_days_of_each_notice');
    old = connect(before.url);
    await sql`insert into offices (id, name, area_code, telephone) values ('old', 'old', '110102', '')`.execute(old);
    for (const [name, roles] of Object.entries(STAFF))
      await sql`with one as (insert into staff (office_id, username, display_name) values ('old', ${name}, ${name}) returning id)
        insert into staff_roles select id, role from one, unnest(${roles}::text[]) as role`.execute(old);
  });
  afterAll(async () => {
    await old.destroy();
    await before.drop();
  });
  const STAFF = {
    entry: ['entryClerk'],
    both: ['entryClerk', 'finance'],
    administers: ['entryClerk', 'administrator'],
    finance: ['finance'],
    review: ['reviewer', 'entryClerk'],
  };
  const revision = async () => (await sql`select revision from roster_revision`.execute(old)).rows[0];

  test('gives the role to those who enter, and to nobody of finance', async () => {
    await migrateToLatest(before.url);
    const { rows } = await sql<{ username: string }>`select username from staff join staff_roles on staff_id = id
      where role = 'accountClerk' order by username`.execute(old);
    expect(rows.map(({ username }) => username)).toEqual(['entry', 'review']);
  });

  test('and back: the release before has its booking at finance again, and everybody asks anew who may hold what', async () => {
    const known = await revision();
    // Its own rows, as it writes them whenever it starts.
    await sql`update procedure_steps set role = 'finance' where step in ('match', 'booking')`.execute(old);
    const back = await revision();
    expect(back).not.toEqual(known);
    await sql`update procedure_steps set role = 'finance' where step in ('match', 'booking')`.execute(old);
    expect(await revision()).toEqual(back);
    await migrateToLatest(before.url);
    expect(await revision()).not.toEqual(back);
  });
});

const { db, office } = await ownOffice();
const ownerOf = async (id: string): Promise<string | undefined> =>
  (
    await sql<{ id: string }>`select owner_id as id from steps where transfer_id = ${id} and closed_at is null`.execute(
      db,
    )
  ).rows[0]?.id;
const leftTo = (who: string, id: string) =>
  sql`update steps set owner_id = ${who} where transfer_id = ${id} and closed_at is null`.execute(db);

async function awaiting() {
  const id = await anAcceptedTransfer(db, office);
  const the = walk(db, office, id);
  await sendLetter(the);
  await letterArrives(the);
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm() });
  return { id, the };
}

async function atTheBooking(the: ReturnType<typeof walk>): Promise<void> {
  await the.open('entry');
  await the.say('entryClerk', { kind: 'entered' });
  await the.open('secondReview');
  await the.say('reviewer', { kind: 'secondReviewed', outcome: 'approved' });
  await the.open('booking');
}

describe('a transfer that is under way', () => {
  test('has its booking with the account clerk, also what finance had held', async () => {
    const { id, the } = await awaiting();
    await the.say(null, await agreeingMoney(db, office, id, aForm().totalFen));
    await atTheBooking(the);
    expect(await ownerOf(id)).toBe(office.staff.accountClerk);
    await leftTo(office.staff.finance, id);
    await reviewHeldWork(db);
    expect(await ownerOf(id)).toBe(office.staff.accountClerk);
  });

  test('has its differences with the steward, whoever else of the counter has less to do', async () => {
    const { id, the } = await awaiting();
    const { rows } = await sql<{ id: string }>`insert into staff (office_id, username, display_name)
      values (${office.officeId}, 'a-clerk', 'a clerk') returning id`.execute(db);
    await sql`insert into staff_roles values (${rows[0]!.id}, 'clerk')`.execute(db);
    const part = await money(db, office, id, 100, { state: 'proposed', reason: 'F03' });
    await the.say(null, { kind: 'fundReceived', ...part, amountFen: 100, verdict: 'amountDiffers' });
    await the.open('match');
    expect(await ownerOf(id)).toBe(office.staff.clerk);
    await leftTo(office.staff.finance, id);
    await reviewHeldWork(db);
    expect(await ownerOf(id)).toBe(office.staff.clerk);
  });
});

test('no account has finance and the account clerk’s role', () => {
  expect(toxicPairs(['finance', 'accountClerk'])).toEqual([['finance', 'accountClerk']]);
});

test('the manager, who may do both, does not book what he has said whose it is', async () => {
  const { id, the } = await awaiting();
  const { creditId, partId } = await money(db, office, id, aForm().totalFen, { state: 'proposed', reason: 'named' });
  const { officeId, staff } = office;
  const asked = { officeId, creditId, partId, byStaffId: staff.manager, decision: 'confirm' } as const;
  await decideMatch(db, testKeyring, { ...asked, idempotencyKey: 'by the manager', bodyHash: Buffer.from('') });
  await atTheBooking(the);
  await expect(the.say('manager', { kind: 'booked' })).rejects.toMatchObject({ refusal: 'separation-of-duties' });
  expect((await the.say('accountClerk', { kind: 'booked' })).closed?.outcome).toBe('booked');
});

test('nor what he has said is here after all', async () => {
  const { id, the } = await awaiting();
  await the.say(null, await agreeingMoney(db, office, id, aForm().totalFen));
  await atTheBooking(the);
  const { officeId, staff } = office;
  const naturalKey = `moneyOut:${id}`;
  await db
    .transaction()
    .execute((tx) => openTaskOf(tx, id, { kind: 'moneyOut', owner: { role: 'finance' }, naturalKey }));
  const { id: taskId } = await db
    .selectFrom('tasks')
    .select('id')
    .where('natural_key', '=', naturalKey)
    .executeTakeFirstOrThrow();
  const task = { id: taskId, transferId: id, officeId };
  const closing = { byStaffId: staff.manager, said: 'it is ours' };
  await db.transaction().execute((tx) => closeTaskByHand(tx, testKeyring, task, closing));
  await expect(the.say('manager', { kind: 'booked' })).rejects.toMatchObject({ refusal: 'separation-of-duties' });
  expect((await the.say('accountClerk', { kind: 'booked' })).closed?.outcome).toBe('booked');
});
