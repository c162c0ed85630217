/** A notice that comes later makes rest days of days that holds have given back: they are counted again. */
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { changeCalendar } from '../../../db/office/calendar-changes.ts';
import { moveDeadlines } from '../../../db/procedure/moved-deadlines.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { stepRowsOf } from '../../builders/ledger-rows.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';

const { url: databaseUrl, db, office } = await ownOffice();
beforeEach(() => standClockAt(db, '2026-03-24T10:00:00+08:00'));

const at = (day: string) => ({ occurredAt: new Date(`${day}T10:00:00+08:00`) });
const held = { kind: 'held', reasonCode: 'H01', reviewOn: '2026-05-01' } as const;

/** Of the year's notice what another one adds. */
async function supplement(kind: 'rest' | 'work', days: readonly string[]): Promise<void> {
  const notice = {
    year: 2026,
    notice: `supplement ${days.join()}`,
    supplements: true,
    rest: kind === 'rest' ? days.map((day) => ({ from: day, to: day })) : [],
    work: kind === 'work' ? days : [],
  };
  await db.transaction().execute((tx) => changeCalendar(tx, notice, null));
  await moveDeadlines(db);
}

const stands = async (id: string) =>
  (await stepRowsOf(db, id)).map(({ held_working_days: days, due_on: dueOn }) => [days, dueOn]);

async function checked(): Promise<void> {
  await sql`update outbox set sent_at = clock_timestamp()`.execute(db);
  const found = await checkInvariants({ databaseUrl });
  expect(found.filter(({ invariant }) => invariant !== 'deadline-armed')).toEqual([]);
}

test('of the open step, and of the step before it on the same clock', async () => {
  const [one, two] = [
    await anAcceptedTransfer(db, office, at('2026-03-02')),
    await anAcceptedTransfer(db, office, at('2026-03-02')),
  ];
  for (const id of [one, two]) await walk(db, office, id).say('clerk', held, at('2026-03-04'));
  await walk(db, office, one).say('clerk', { kind: 'resumed' }, at('2026-03-18'));
  // Here the fact ends the hold with its step.
  await walk(db, office, two).say('reviewer', { kind: 'reviewed', outcome: 'eligible' }, at('2026-03-18'));
  expect([(await stands(one))[0], (await stands(two))[1]]).toEqual([
    [10, '2026-04-07'],
    [0, '2026-04-07'],
  ]);
  await supplement('rest', ['2026-03-10', '2026-03-11']);
  // Two days fewer of the hold, and two days that the limit does not count.
  expect([(await stands(one))[0], (await stands(two)).map(([days]) => days), (await stands(two))[1]]).toEqual([
    [8, '2026-04-07'],
    [8, 0],
    [0, '2026-04-07'],
  ]);
  await checked();
});

test('of days that were rest days when the hold was over', async () => {
  const id = await anAcceptedTransfer(db, office, at('2026-03-02'));
  await walk(db, office, id).say('clerk', held, at('2026-03-20'));
  await walk(db, office, id).say('clerk', { kind: 'resumed' }, at('2026-03-22'));
  const [before] = await stands(id);
  expect(before![0]).toBe(0);
  await supplement('work', ['2026-03-21']);
  expect((await stands(id))[0]).toEqual([1, before![1]]);
  await checked();
});
