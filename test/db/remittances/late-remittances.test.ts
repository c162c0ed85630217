/** A remittance past its day is a task of whoever has it, until it moves; the rules say after how many working days. */
import { beforeEach, expect, test } from 'vitest';
import { moveRemittance } from '../../../db/money/remittances.ts';
import { openLateRemittanceTasks } from '../../../db/remittances/late-task.ts';
import { listTasks } from '../../../db/reading/task-list.ts';
import { aPlan, comesBack, isReleased, isSent, saysOf } from '../../builders/remittances.ts';
import { anAcceptedTransfer } from '../../builders/walk.ts';
import { standClockAt } from '../../builders/office-clock.ts';
import { ownOffice } from '../../support/own-office.ts';

const { db, office } = await ownOffice();

const todayIs = (day: string) => standClockAt(db, `${day}T10:00:00+08:00`);
const tasks = async (state: 'open' | 'all' = 'open') =>
  (await listTasks(db, { officeId: office.officeId, kind: 'lateRemittance', state }, { limit: 10 })).items;
let transferId: string;
let id: string;

/** A Wednesday. */
beforeEach(async () => {
  await todayIs('2026-03-04');
  transferId = await anAcceptedTransfer(db, office);
  id = await aPlan(db, office, { transferId });
});

test('nobody moved it for three working days: its owner has a task with its own limit, once', async () => {
  await todayIs('2026-03-09');
  expect(await openLateRemittanceTasks(db)).toBe(0);
  await todayIs('2026-03-10');
  const opened = await Promise.all([openLateRemittanceTasks(db), openLateRemittanceTasks(db)]);
  expect(opened.sort()).toEqual([0, 1]);
  expect(await tasks()).toMatchObject([
    {
      transferId,
      owner: { id: office.staff.finance },
      about: { remittanceId: id, state: 'planned', dueOn: '2026-03-09' },
      closedAt: null,
    },
  ]);
  await saysOf(db, office, id, 'withdrawn');
  expect(await tasks()).toEqual([]);
});

test('what moves it ends the task, and the bureau that is late is another one', async () => {
  await todayIs('2026-03-10');
  await openLateRemittanceTasks(db);
  await saysOf(db, office, id, 'applied');
  expect(await tasks()).toEqual([]);
  await todayIs('2026-03-18');
  expect(await openLateRemittanceTasks(db)).toBe(1);
  expect(await tasks()).toMatchObject([{ about: { state: 'appliedFor' } }]);
  await saysOf(db, office, id, 'funded');
  expect(await openLateRemittanceTasks(db)).toBe(0);
  expect(await tasks()).toEqual([]);
  await isReleased(db, office, id);
  await saysOf(db, office, id, 'withdrawn');
});

test('a task that a release without it has left open ends in the next round', async () => {
  await todayIs('2026-03-10');
  await openLateRemittanceTasks(db);
  const { officeId, staff } = office;
  const move = { occurredAt: new Date('2026-03-10T10:00:00+08:00'), dueOn: '2026-03-17', byStaffId: staff.finance };
  await db
    .transaction()
    .execute((tx) => moveRemittance(tx, { id, officeId, state: 'appliedFor', place: 'fiscalAccount' }, move));
  expect(await tasks()).toHaveLength(1);
  expect(await openLateRemittanceTasks(db)).toBe(0);
  expect(await tasks()).toEqual([]);
  const told = await db.selectFrom('events').select(['kind', 'source']).where('transfer_id', '=', transferId).execute();
  expect(told.at(-1)).toEqual({ kind: 'taskClosed', source: 'system' });
  await saysOf(db, office, id, 'withdrawn', { note: '撤回申请' });
});

test('what came back has a task of its own already', async () => {
  await isSent(db, office, id);
  await comesBack(db, office, id);
  await todayIs('2026-03-20');
  expect(await openLateRemittanceTasks(db)).toBe(0);
});
