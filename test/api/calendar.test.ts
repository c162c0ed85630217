/** The notice for 2027 comes while transfers are open: what was provisional becomes certain, and whatever moves is said. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveDeadlines } from '../../db/procedure/moved-deadlines.ts';
import { look } from '../../db/procedure/look.ts';
import { loadCalendar } from '../../db/office/calendar.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { openOfficeTask } from '../../db/holding/tasks.ts';
import { STEP_INVARIANTS } from '../../invariants/steps.ts';
import { anAcceptedTransfer, walk } from '../builders/walk.ts';
import { fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';
import { standClockAt } from '../builders/office-clock.ts';

let api: TestApi;
let administrator: Caller;
beforeAll(async () => {
  api = await startApi();
  administrator = await api.as('manager');
  await standClockAt(api.db, '2026-12-28T10:00:00+08:00');
});
afterAll(() => api.stop());

/** Made up: nobody knows the real one yet. */
const NOTICE = {
  notice: '国务院办公厅关于2027年部分节假日安排的通知',
  rest: [
    { from: '2027-01-01', to: '2027-01-03' },
    { from: '2027-01-14', to: '2027-01-15' },
    { from: '2027-02-20', to: '2027-02-20' },
    { from: '2027-05-01', to: '2027-05-01' },
    { from: '2027-10-01', to: '2027-10-01' },
  ],
  work: ['2027-01-09'],
};
const load = (notice: object, year = 2027) => administrator.send('PUT', `/calendar/${String(year)}`, notice);

async function acceptedOn(day: string): Promise<string> {
  const id = await anAcceptedTransfer(api.db, api.office, { occurredAt: new Date(`${day}T10:00:00+08:00`) });
  await walk(api.db, api.office, id).open('review');
  return id;
}
const stepOf = (id: string) =>
  api.db.selectFrom('steps').selectAll().where('transfer_id', '=', id).executeTakeFirstOrThrow();
const rearmsOf = async (id: string) => {
  const { rows } = await sql`select id from outbox where transfer_id = ${id} and payload ->> 'rearms' = 'true'`.execute(
    api.db,
  );
  return rows.length;
};
const isExplained = async () => {
  const { violations } = STEP_INVARIANTS.find(({ name }) => name === 'deadline-explained')!;
  return (await sql.raw(violations).execute(api.db)).rows;
};

test('a notice with defects is refused with all of them, and nothing is loaded', async () => {
  const wrong = {
    notice: 'x',
    rest: [
      { from: '2027-02-30', to: '2027-03-01' },
      { from: '2027-05-03', to: '2027-05-01' },
      { from: '2026-05-01', to: '2026-05-01' },
      { from: '2027-10-01', to: '2027-10-31' },
    ],
    work: ['2027-02-03', '2027-10-02', '2027-10-02'],
  };
  expect(fieldsOf(await load(wrong, 2028))).toContain('year: gap');
  expect(fieldsOf(await load(wrong))).toEqual([
    'rest.0.from: date',
    'rest.1.to: beforeFrom',
    'rest.2.from: otherYear',
    'rest.2.to: otherYear',
    'rest.3.to: tooLong',
    'rest: incomplete',
    'work.0: notWeekend',
    'work.1: repeated',
    'work.2: repeated',
  ]);
  expect(fieldsOf(await load({ notice: 'x', rest: [], work: [] }))).toEqual(['rest: missing']);
  const oneDay = { notice: 'x', rest: [{ from: '2027-01-01', to: '2027-01-01' }], work: [] };
  const { body } = await load(oneDay);
  expect(body.errors).toMatchObject([{ field: 'rest', code: 'incomplete' }]);
  expect(body.errors[0].message).toContain('lacks the Spring Festival, Labour Day, the National Day');
  expect(fieldsOf(await load({ ...NOTICE, supplements: true, replaces: true }))).toEqual(['replaces: contradicts']);
  expect((await administrator.get('/calendar/2027')).status).toBe(404);
  const clerk = await api.as('clerk');
  expect((await clerk.send('PUT', '/calendar/2027', NOTICE)).status).toBe(403);
});

test('open deadlines are counted over the new days, and the workflow is told to look', async () => {
  const [certain, provisional, held] = [
    await acceptedOn('2026-12-01'),
    await acceptedOn('2026-12-25'),
    await acceptedOn('2026-12-24'),
  ];
  await walkHeld(held, '2027-01-14');
  await api.db.transaction().execute((tx) =>
    openOfficeTask(tx, api.office.officeId, {
      kind: 'unknownScan',
      owner: api.office.staff.letterClerk,
      naturalKey: 'a task',
      openedAt: new Date('2026-12-28T09:00:00+08:00'),
    }),
  );
  // Fifteen plain days from the 25th: New Year is not known to be a holiday.
  expect(await stepOf(provisional)).toMatchObject({ due_on: '2027-01-15', provisional: true });

  const answer = await load(NOTICE);
  expect(answer.status).toBe(200);
  const moved = Object.fromEntries(
    (answer.body.moved as { transferId: string }[]).map(({ transferId, ...one }) => [transferId, one]),
  );
  expect(moved).toEqual({
    [provisional]: expect.objectContaining({
      step: 'review',
      from: '2027-01-15',
      to: '2027-01-19',
      provisional: false,
    }),
    [held]: expect.objectContaining({ from: '2027-01-14', to: '2027-01-18', provisional: false }),
  });
  expect(answer.body).toMatchObject({ stepsLooked: 3, tasksMoved: 2, calendar: { year: 2027 } });
  expect(answer.body.changedDays).toContainEqual({ day: '2027-01-09', before: null, after: 'work' });

  expect(await stepOf(certain)).toMatchObject({ due_on: '2026-12-22', provisional: false });
  const step = await stepOf(provisional);
  expect(step).toMatchObject({ due_on: '2027-01-19', provisional: false });
  expect(step.reminder_at?.toISOString()).toBe('2027-01-12T01:00:00.000Z');
  expect(step.next_escalation_at).toEqual(new Date('2027-01-20T00:00:00+08:00'));
  expect([await rearmsOf(certain), await rearmsOf(provisional), await rearmsOf(held)]).toEqual([0, 1, 2]);
  const { due_on: taskDueOn } = await api.db
    .selectFrom('tasks')
    .select('due_on')
    .where('natural_key', '=', 'a task')
    .executeTakeFirstOrThrow();
  expect(taskDueOn).toBe('2027-01-05');

  const clerk = await api.as('clerk');
  const { items } = (await clerk.get(`/transfers/${provisional}/events`)).body;
  expect(items.at(-1)).toMatchObject({
    kind: 'deadlineMoved',
    payload: {
      why: 'calendar',
      noticeYear: 2027,
      from: '2027-01-15',
      dueOn: '2027-01-19',
      provisional: false,
      explainedBefore: { startedOn: '2026-12-25', workingDays: 15 },
      explained: { startedOn: '2026-12-25', workingDays: 15 },
    },
  });
  expect(await isExplained()).toEqual([]);
});

/** Its review falls on a day that the notice makes a rest day. */
async function walkHeld(id: string, reviewOn: string): Promise<void> {
  await walk(api.db, api.office, id).say('reviewer', { kind: 'held', reasonCode: 'A04', reviewOn });
}

test('the same notice again moves nothing; a corrected one takes its days back', async () => {
  const again = await load(NOTICE);
  expect(again.body).toMatchObject({ moved: [], changedDays: [], stepsLooked: 0, tasksMoved: 0 });
  const shorter = { ...NOTICE, rest: NOTICE.rest.filter(({ from }) => from !== '2027-01-14') };
  const asked = await load(shorter);
  expect(fieldsOf(asked)).toEqual(['replaces: daysWouldVanish']);
  expect(JSON.stringify(asked.body)).toContain('2027-01-14, 2027-01-15');
  const corrected = await load({ ...shorter, replaces: true });
  expect(corrected.body.moved).toHaveLength(2);
  expect(corrected.body.moved[0]).toMatchObject({ provisional: false });
  expect((await administrator.get('/calendar/2027')).body.days).toEqual([
    { day: '2027-01-01', kind: 'rest' },
    { day: '2027-01-02', kind: 'rest' },
    { day: '2027-01-03', kind: 'rest' },
    { day: '2027-01-09', kind: 'work' },
    { day: '2027-02-20', kind: 'rest' },
    { day: '2027-05-01', kind: 'rest' },
    { day: '2027-10-01', kind: 'rest' },
  ]);
  expect(await isExplained()).toEqual([]);
});

test('a deadline that the notice puts behind the present is no longer overdue, and is raised anew when it is', async () => {
  await standClockAt(api.db, '2027-01-25T10:00:00+08:00');
  const id = await acceptedOn('2027-01-04');
  await standClockAt(api.db, '2027-02-01T10:00:00+08:00');
  await raised(id);
  expect(await stepOf(id)).toMatchObject({ due_on: '2027-01-22', escalations: 1 });
  await load({ ...NOTICE, rest: [...NOTICE.rest, { from: '2027-01-18', to: '2027-01-31' }] });
  expect(await stepOf(id)).toMatchObject({ overdue_at: null, due_on: '2027-02-09', reminded_at: null });
});

async function raised(id: string): Promise<void> {
  await look(api.db, { transferId: id, ordinal: 1, step: 'review', attempt: 1 });
}

test('a change that a crash left unprojected is ended by the next look', async () => {
  await sql`update calendar_changes set projected_at = null where id = (select max(id::text)::uuid from calendar_changes)`.execute(
    api.db,
  );
  expect((await moveDeadlines(api.db)).changes).toHaveLength(1);
  expect((await moveDeadlines(api.db)).changes).toHaveLength(0);
});

const daysOf = async (year: number): Promise<string[]> =>
  ((await administrator.get(`/calendar/${String(year)}`)).body.days as { day: string }[]).map(({ day }) => day);
const kindOn = async (day: string) =>
  (await sql<{ kind: string }>`select kind from calendar_days where day = ${day}`.execute(api.db)).rows[0]?.kind;

test('a supplementary notice adds its days, and those of the first one stay', async () => {
  const before = await daysOf(2027);
  const more = { notice: '补充通知', rest: [{ from: '2027-09-03', to: '2027-09-03' }], work: [] };
  expect(fieldsOf(await load(more))).toEqual(['replaces: daysWouldVanish', 'rest: incomplete']);
  expect((await load({ ...more, supplements: true })).status).toBe(200);
  expect(await daysOf(2027)).toEqual([...before, '2027-09-03'].toSorted());
});

test('a day that two notices name rests while one of them names it', async () => {
  const eve = { from: '2026-12-31', to: '2026-12-31' };
  await load({ ...NOTICE, rest: [eve, ...NOTICE.rest], replaces: true });
  await load({ notice: '补充通知', rest: [eve], work: [], supplements: true }, 2026);
  await load({ ...NOTICE, replaces: true });
  expect(await kindOn('2026-12-31')).toBe('rest');
  expect(await daysOf(2026)).toContain('2026-12-31');
  expect(await daysOf(2027)).not.toContain('2026-12-31');
  const { body } = await administrator.get('/calendar/2026');
  const days = body.days as { day: string; kind: string }[];
  const rest = days.filter(({ day, kind }) => kind === 'rest' && day !== eve.from);
  const work = days.filter(({ kind }) => kind === 'work').map(({ day }) => day);
  const blocks = rest.map(({ day }) => ({ from: day, to: day }));
  await load({ notice: '2026', rest: blocks, work, replaces: true }, 2026);
  expect(await kindOn('2026-12-31')).toBeUndefined();
});

test('the years before the first one are loaded backwards, and what begins before them is provisional', async () => {
  const notice = { notice: '国务院办公厅关于2022年部分节假日安排的通知', work: ['2022-10-08', '2022-10-09'] };
  const rest = [
    { from: '2022-01-01', to: '2022-01-03' },
    { from: '2022-01-31', to: '2022-02-06' },
    { from: '2022-04-30', to: '2022-05-04' },
    { from: '2022-10-01', to: '2022-10-07' },
  ];
  expect(fieldsOf(await load({ ...notice, rest }, 2021))).toContain('year: gap');
  const due = async () => addWorkingDays('2022-09-20', 15, await loadCalendar(api.db));
  expect(await due()).toMatchObject({ dueOn: '2022-10-11', provisional: true });
  expect((await load({ ...notice, rest }, 2022)).status).toBe(200);
  expect(await due()).toMatchObject({ dueOn: '2022-10-14', provisional: false });
});
