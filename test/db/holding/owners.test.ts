import { Kysely, sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPool, type Database } from '../../../db/connection/connection.ts';
import { LedgerDialect } from '../../../db/connection/procedures.ts';
import { aForm, agreeingMoney, anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { eventually } from '../../support/eventually.ts';
import { reviewHeldWork } from '../../../db/holding/review.ts';
import { postedLetter } from '../../builders/posted-letter.ts';
import { openStepOf } from '../../builders/ledger-rows.ts';

const { url: databaseUrl, db, office } = await ownOffice();
beforeEach(async () => {
  await sql`update staff set active = true`.execute(db);
});

const ownerOf = async (id: string): Promise<string> => (await openStepOf(db, id))!.owner_id;

async function accepted() {
  const id = await anAcceptedTransfer(db, office);
  return { id, the: walk(db, office, id) };
}

async function sent() {
  const { id, the } = await accepted();
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.say('letterClerk', postedLetter());
  return { id, the };
}

async function inEntry() {
  const { id, the } = await sent();
  await the.say(null, { kind: 'letterDelivered' });
  await the.say('clerk', { kind: 'infoFormReceived', form: aForm() });
  await the.say(null, await agreeingMoney(db, office, id, 3_420_644));
  return { id, the };
}

test('steps that open at once are shared out, and so are the letters of transfers that are only planned', async () => {
  const together = await Promise.all(Array.from({ length: 20 }, () => anAcceptedTransfer(db, office)));
  const { rows } = await sql<{ reviews: number; letters: number }>`
    select count(*) filter (where s.owner_id = ${office.staff.reviewer})::integer as reviews,
      count(*) filter (where t.letter_sender_id = ${office.staff.letterClerk})::integer as letters
    from transfers t join steps s on s.transfer_id = t.id where t.id = any(${together}::uuid[])`.execute(db);
  const { reviews, letters } = rows[0]!;
  expect([reviews, letters].every((share) => share >= 5 && share <= 15)).toBe(true);
});

describe('whoever left a moment ago is not chosen', () => {
  const CHANGES = {
    'he was deactivated': (id: string) => sql`update staff set active = false where id = ${id}`,
    'his role was ended': (id: string) => sql`delete from staff_roles where staff_id = ${id}`,
    'he went away': (id: string) =>
      sql`insert into absences (office_id, staff_id, from_day) values (${office.officeId}, ${id}, office_date(office_now()))`,
  };

  test.each(Object.entries(CHANGES))(
    'also where the fact waited for its transfer meanwhile: %s',
    async (_how, change) => {
      const { id, the } = await accepted();
      const { letter_sender_id: sender } = await db
        .selectFrom('transfers')
        .select('letter_sender_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      let saying: Promise<unknown> | undefined;
      await db.transaction().execute(async (tx) => {
        await sql`select id from transfers where id = ${id} for update`.execute(tx);
        saying = the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
        await eventually(async () => {
          const { rows } = await sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
          return rows.length > 0;
        });
        await change(sender!).execute(tx);
      });
      await saying;
      expect(await ownerOf(id)).not.toBe(sender);
      await sql`delete from absences`.execute(db);
      await sql`insert into staff_roles values (${sender}, 'letterClerk') on conflict do nothing`.execute(db);
    },
  );

  test('what is taken back has not happened', async () => {
    const both = new Set<string>();
    await db
      .transaction()
      .execute(async (tx) => {
        await sql`update staff set active = false where id = ${office.staff.reviewer}`.execute(tx);
        both.add(await ownerOf((await accepted()).id));
        throw new Error('taken back');
      })
      .catch(() => undefined);
    // Whoever has less to do comes first: it may take a few until both have had one.
    for (let times = 0; times < 20 && both.size < 2; times++) both.add(await ownerOf((await accepted()).id));
    expect([...both].sort()).toEqual([office.staff.reviewer, office.staff.reviewer2].sort());
  });
});

test('whoever has just completed a step is not given the one that must be apart from it', async () => {
  // Much to do elsewhere: by load alone it would be the other.
  const busy = await Promise.all(Array.from({ length: 6 }, () => accepted()));
  for (const { id } of busy)
    await sql`update steps set owner_id = ${office.staff.reviewer} where transfer_id = ${id}`.execute(db);
  const { id, the } = await inEntry();
  await the.say('reviewer2', { kind: 'entered' });
  expect(await ownerOf(id)).toBe(office.staff.reviewer);
});

describe('of two people both are kept from what must be apart', () => {
  const REVIEWERS = ['reviewer', 'reviewer2'] as const;
  const otherThan = (who: (typeof REVIEWERS)[number]) => office.staff[who === 'reviewer' ? 'reviewer2' : 'reviewer'];

  test.each(REVIEWERS)('who has just confirmed the entry does not get its second review: %s', async (second) => {
    const { id, the } = await inEntry();
    await the.say('entryClerk', { kind: 'entered' }, { confirmedBy: office.staff[second] });
    expect(await ownerOf(id)).toBe(otherThan(second));
  });

  test.each(REVIEWERS)('who confirms a correction of the entry gives its second review away: %s', async (second) => {
    const { id, the } = await inEntry();
    await the.say('entryClerk', { kind: 'entered' });
    await sql`update steps set owner_id = ${office.staff[second]} where transfer_id = ${id} and closed_at is null`.execute(
      db,
    );
    const { seq } = await db
      .selectFrom('events')
      .select('seq')
      .where('transfer_id', '=', id)
      .where('kind', '=', 'entered')
      .executeTakeFirstOrThrow();
    await the.say('clerk', { kind: 'corrected', correctsSeq: seq }, { confirmedBy: office.staff[second] });
    await reviewHeldWork(db);
    expect(await ownerOf(id)).toBe(otherThan(second));
  });
});

test('a fact that opens a step asks nothing about people', async () => {
  const { the } = await accepted();
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  const asked: string[] = [];
  const watched = new Kysely<Database>({
    dialect: new LedgerDialect(createPool(databaseUrl, { max: 1 })),
    log: ({ query }) => void asked.push(query.sql),
  });
  const next = await accepted();
  asked.length = 0;
  await walk(watched, office, next.id).say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await watched.destroy();
  // But how the new owner is called, for the answer, with what is written.
  const ofPeople = asked.map((text) => text.replace(/from staff where id = \$\d+::uuid\) as "named"/, ''));
  expect(ofPeople.filter((text) => /\b(staff|staff_roles|absences)\b/.test(text))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(10);
});
