/** Work held by who may not, or is not there. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { receiveCredit } from '../../../db/credits/receive.ts';
import { openTaskOf } from '../../../db/holding/tasks.ts';
import { reviewHeldWork } from '../../../db/holding/review.ts';
import { insertAbsence, listAbsences } from '../../../db/office/absences.ts';
import { setRoles } from '../../../db/office/staff.ts';
import { dateOf, addDays } from '../../../domain/time/shanghai-day.ts';
import { testKeyring, type TestOffice } from '../../builders/office.ts';
import { anAcceptedTransfer, money, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { standClockAt } from '../../builders/office-clock.ts';

const TODAY = dateOf(new Date('2026-03-09T10:00:00+08:00'));
const day = (after: number): string => addDays(TODAY, after);

const { db, office } = await ownOffice();
beforeEach(async () => {
  await setClock(0);
  await sql`update absences set ended_at = created_at where ended_at is null`.execute(db);
  await reviewHeldWork(db);
});

const setClock = (after: number) => standClockAt(db, `${day(after)}T10:00:00+08:00`);

type Who = keyof TestOffice['staff'];
const whoIs = (id: string | undefined): Who => {
  const found = Object.entries(office.staff).find(([, staffId]) => staffId === id);
  if (!found) throw new Error(`nobody of the office is ${String(id)}`);
  return found[0] as Who;
};
const other = (who: Who): Who => (who === 'reviewer' ? 'reviewer2' : 'reviewer');

async function holderOf(id: string): Promise<Who> {
  const { rows } = await sql<{ id: string }>`select owner_id as id from steps
    where transfer_id = ${id} and closed_at is null`.execute(db);
  return whoIs(rows[0]?.id);
}
async function reasonsOf(id: string): Promise<string[]> {
  const { rows } = await sql<{ why: string; gap: boolean }>`
    select why, coalesce(since <> lag(until) over (order by id), false) as gap from responsibilities
    where transfer_id = ${id} and kind = 'step' and ordinal = (select max(ordinal) from steps where transfer_id = ${id})
    order by id`.execute(db);
  expect(rows.some(({ gap }) => gap)).toBe(false);
  return rows.map(({ why }) => why);
}

const away = (who: Who, from: number, until?: number, standIn?: Who) =>
  insertAbsence(db, testKeyring, {
    officeId: office.officeId,
    staffId: office.staff[who],
    fromDay: day(from),
    ...(until !== undefined && { untilDay: day(until) }),
    ...(standIn && { standInId: office.staff[standIn] }),
    byStaffId: office.staff.manager,
  });

async function inReview(): Promise<{ id: string; who: Who }> {
  const id = await anAcceptedTransfer(db, office, { occurredAt: new Date(`${TODAY}T09:00:00+08:00`) });
  return { id, who: await holderOf(id) };
}
async function atLetter(): Promise<{ id: string; who: Who }> {
  const id = await anAcceptedTransfer(db, office, { occurredAt: new Date(`${TODAY}T09:00:00+08:00`) });
  await walk(db, office, id).say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  return { id, who: await holderOf(id) };
}

describe('a role that is taken away', () => {
  test('takes the steps of that role with it, and leaves them when nothing has changed', async () => {
    const { id, who } = await atLetter();
    await setRoles(db, office.staff[who], ['clerk']);
    expect(await reviewHeldWork(db)).toBeGreaterThan(0);
    expect(await holderOf(id)).toBe(who === 'letterClerk' ? 'letterClerk2' : 'letterClerk');
    expect(await reviewHeldWork(db)).toBe(0);
    await setRoles(db, office.staff[who], ['letterClerk']);
    expect(await reviewHeldWork(db)).toBe(0);
    expect(await reasonsOf(id)).toEqual(['assigned', 'reassigned']);
  });

  test('of everybody: the manager holds it until somebody has the role', async () => {
    const { id, who } = await inReview();
    await setRoles(db, office.staff.reviewer, ['finance']);
    await setRoles(db, office.staff.reviewer2, ['entryClerk']);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe('manager');
    await reviewHeldWork(db);
    expect(await reasonsOf(id)).toEqual(['assigned', 'managerHolds']);
    await setRoles(db, office.staff.reviewer, ['reviewer']);
    await setRoles(db, office.staff.reviewer2, ['reviewer', 'entryClerk']);
    await reviewHeldWork(db);
    // Whose it was has it again.
    expect(await holderOf(id)).toBe(who);
  });
});

describe('an absence', () => {
  test('that was booked ahead takes effect on its day and ends by itself: what was lent goes back', async () => {
    const { id, who } = await inReview();
    await away(who, 3, 6, other(who));
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(who);
    await setClock(4);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(other(who));
    await setClock(6);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(other(who));
    await setClock(7);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(who);
    expect(await reasonsOf(id)).toEqual(['assigned', 'standIn', 'returned']);
    expect(await listAbsences(db, testKeyring, office.officeId)).toEqual([]);
  });

  test('that began yesterday is in force, one that is over already moves nothing', async () => {
    const { id, who } = await inReview();
    await away(who, -3, -1);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(who);
    await away(who, -1);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(other(who));
  });

  test('that overlaps another ends when both have', async () => {
    const { id, who } = await inReview();
    await away(who, 0, 2);
    await away(who, 1, 5);
    await reviewHeldWork(db);
    await setClock(3);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(other(who));
    await setClock(6);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(who);
  });

  test('of the stand-in too: somebody else who may, and back to whose it was', async () => {
    const { id, who } = await atLetter();
    const second = who === 'letterClerk' ? 'letterClerk2' : 'letterClerk';
    await away(second, 0, 9);
    await away(who, 0, 3, second);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe('manager');
    await setClock(4);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(who);
  });

  test('of everybody: the manager holds it, though away himself, and it wanders to nobody', async () => {
    const { id, who } = await inReview();
    for (const one of Object.keys(office.staff) as Who[]) await away(one, 0, 1);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe('manager');
    expect(await reviewHeldWork(db)).toBe(0);
    await setClock(2);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe(who);
  });
});

describe('tasks, money and stewardship', () => {
  /** Money that no transfer awaits. */
  async function suspended(): Promise<{ partId: string }> {
    const credit = { officeId: office.officeId, serial: 'REVIEW1', bookedOn: TODAY, amountFen: 700, memo: '看不懂' };
    const { creditId } = await db
      .transaction()
      .execute((tx) => receiveCredit(tx, testKeyring, { ...credit, payerName: '', payerAccount: '' }));
    const { rows } = await sql<{ partId: string }>`select id as "partId" from credit_parts
      where credit_id = ${creditId}`.execute(db);
    return rows[0]!;
  }
  const taskOf = async (kind: 'silentLetter' | 'parkedFact', role: 'letterClerk' | 'clerk') => {
    const { id } = await inReview();
    const naturalKey = `${kind}:${id}`;
    await db.transaction().execute((tx) => openTaskOf(tx, id, { kind, owner: { role }, naturalKey }));
    return async (): Promise<Who> => {
      const { rows } = await sql<{ id: string }>`select owner_id as id from tasks
        where natural_key = ${naturalKey}`.execute(db);
      return whoIs(rows[0]?.id);
    };
  };

  test('the named stand-in gets the tasks, whatever his role, and gives them back', async () => {
    const holder = await taskOf('parkedFact', 'clerk');
    await away('clerk', 0, 1, 'finance');
    await reviewHeldWork(db);
    expect(await holder()).toBe('finance');
    expect(await reviewHeldWork(db)).toBe(0);
    expect(await holder()).toBe('finance');
    await setClock(2);
    await reviewHeldWork(db);
    expect(await holder()).toBe('clerk');
  });

  test('without one, or when he is away himself, only who has the task’s role', async () => {
    const holder = await taskOf('silentLetter', 'letterClerk');
    const who = await holder();
    const second = who === 'letterClerk' ? 'letterClerk2' : 'letterClerk';
    await away('finance', 0, 1);
    await away(who, 0, 1, 'finance');
    await reviewHeldWork(db);
    expect(await holder()).toBe(second);
    await setRoles(db, office.staff[second], ['clerk']);
    await reviewHeldWork(db);
    expect(await holder()).toBe('manager');
    await setRoles(db, office.staff[second], ['letterClerk']);
    await setClock(2);
    await reviewHeldWork(db);
    expect(await holder()).toBe(who);
  });

  test('money that waits with an absent colleague is lent, and goes back', async () => {
    const { id } = await inReview();
    const { partId } = await money(db, office, id, 100, { state: 'proposed', reason: 'F02' });
    const holder = async () =>
      whoIs(
        (await db.selectFrom('credit_parts').select('owner_id').where('id', '=', partId).executeTakeFirst())?.owner_id,
      );
    await away('finance', 0, 1);
    await reviewHeldWork(db);
    expect(await holder()).toBe('manager');
    await setClock(2);
    await reviewHeldWork(db);
    expect(await holder()).toBe('finance');
  });

  test('what came while everybody was away goes to who may as soon as somebody is there', async () => {
    for (const who of ['letterClerk', 'letterClerk2', 'finance'] as const) await away(who, 0, 1);
    const holder = await taskOf('silentLetter', 'letterClerk');
    const { rows } = await sql<{ id: string }>`select id from credit_parts where id = ${(await suspended()).partId}
      and owner_id = ${office.staff.manager}`.execute(db);
    expect([await holder(), rows.length]).toEqual(['manager', 1]);
    await reviewHeldWork(db);
    expect(await holder()).toBe('manager');
    await setClock(2);
    await reviewHeldWork(db);
    expect(await holder()).toMatch(/^letterClerk2?$/);
    const { rows: parts } = await sql<{ owner: string }>`select owner_id as owner from credit_parts
      where id = ${rows[0]!.id}`.execute(db);
    expect(whoIs(parts[0]?.owner)).toBe('finance');
  });

  test('a steward who is away has a deputy, and stays the steward', async () => {
    const { id } = await inReview();
    const steward = async () =>
      whoIs(
        (await db.selectFrom('transfers').select('steward_id').where('id', '=', id).executeTakeFirst())?.steward_id,
      );
    await away('clerk', 0, 1);
    await reviewHeldWork(db);
    expect(await steward()).toBe('clerk');
    const [absence] = await listAbsences(db, testKeyring, office.officeId);
    expect(absence?.deputy?.id).toBe(office.staff.manager);
  });

  test('a steward who loses the role is one no more', async () => {
    const { id } = await inReview();
    await setRoles(db, office.staff.clerk, ['finance']);
    await reviewHeldWork(db);
    const { rows } = await sql<{ id: string }>`select staff_id as id from responsibilities
      where transfer_id = ${id} and kind = 'steward' and until is null`.execute(db);
    expect(whoIs(rows[0]?.id)).toBe('manager');
    await setRoles(db, office.staff.clerk, ['clerk']);
  });

  test('who leaves for good leaves everything to the manager, who decides', async () => {
    const { id, who } = await inReview();
    const { partId } = await money(db, office, id, 100, { state: 'proposed', reason: 'F02' });
    await sql`update staff set active = false where id in (${office.staff[who]}, ${office.staff.finance})`.execute(db);
    await reviewHeldWork(db);
    expect(await holderOf(id)).toBe('manager');
    expect(await reviewHeldWork(db)).toBe(0);
    const { rows } = await sql<{ id: string }>`select owner_id as id from credit_parts where id = ${partId}`.execute(
      db,
    );
    expect(whoIs(rows[0]?.id)).toBe('manager');
    await sql`update staff set active = true`.execute(db);
  });
});
