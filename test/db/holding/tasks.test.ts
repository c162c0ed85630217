import { expect, test } from 'vitest';
import { closeOfficeTask, closeTaskByHand, closeTasksOf } from '../../../db/holding/task-changes.ts';
import { openOfficeTask, openTaskOf } from '../../../db/holding/tasks.ts';
import { testKeyring } from '../../builders/office.ts';
import { anAcceptedTransfer } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';

const { db, office } = await ownOffice();

const task = (naturalKey: string) =>
  ({ kind: 'parkedFact', owner: { role: 'clerk' }, naturalKey, about: { letterId: naturalKey } }) as const;
const open = (transferId: string, key: string) =>
  db.transaction().execute((tx) => openTaskOf(tx, transferId, task(key)));
const idOf = async (key: string) =>
  (await db.selectFrom('tasks').select('id').where('natural_key', '=', key).executeTakeFirstOrThrow()).id;

async function historyOf(transferId: string, key: string) {
  const taskId = await idOf(key);
  const rows = await db
    .selectFrom('events')
    .select(['kind', 'source', 'payload'])
    .where('transfer_id', '=', transferId)
    .where('kind', 'in', ['taskOpened', 'taskClosed'])
    .orderBy('seq')
    .execute();
  return rows
    .filter(({ payload }) => (payload as { taskId: string }).taskId === taskId)
    .map(({ kind, source }) => `${kind} by ${source}`);
}

test('the history of a transfer tells of each task once, however often it is asked for', async () => {
  const id = await anAcceptedTransfer(db, office);
  await open(id, 'once');
  await open(id, 'once');
  await db.transaction().execute((tx) => closeTasksOf(tx, id, { kind: 'parkedFact' }, { note: 'seen' }));
  await db.transaction().execute((tx) => closeTasksOf(tx, id, { kind: 'parkedFact' }, { note: 'seen' }));
  expect(await historyOf(id, 'once')).toEqual(['taskOpened by system', 'taskClosed by system']);
});

test('only what was asked for is closed: this kind, this letter, this transfer', async () => {
  const [one, other] = [await anAcceptedTransfer(db, office), await anAcceptedTransfer(db, office)];
  await open(one, 'letter-a');
  await open(one, 'letter-b');
  await open(other, 'letter-c');
  const close = (which: Parameters<typeof closeTasksOf>[2]) =>
    db.transaction().execute((tx) => closeTasksOf(tx, one, which, { note: '' }));
  expect(await close({ kind: 'silentLetter' })).toBe(0);
  expect(await close({ id: await idOf('letter-c') })).toBe(0);
  expect(await close({ kind: 'parkedFact', letterId: 'letter-a' })).toBe(1);
  const left = await db.selectFrom('tasks').select('natural_key').where('closed_at', 'is', null).execute();
  expect(left.map((row) => row.natural_key).sort()).toEqual(['letter-b', 'letter-c']);
});

test('what a person closes is told as that person’s deed, and can be closed once', async () => {
  const id = await anAcceptedTransfer(db, office);
  await open(id, 'by hand');
  const closing = { byStaffId: office.staff.clerk, said: 'looked at' };
  const close = async () => {
    const asked = { id: await idOf('by hand'), transferId: id, officeId: office.officeId };
    await db.transaction().execute((tx) => closeTaskByHand(tx, testKeyring, asked, closing));
  };
  await close();
  expect(await historyOf(id, 'by hand')).toEqual(['taskOpened by system', 'taskClosed by staff']);
  await expect(close()).rejects.toMatchObject({ refusal: 'already-decided' });
});

test('work of no transfer is told in the history of the office', async () => {
  await db.transaction().execute((tx) => openOfficeTask(tx, office.officeId, task('of the office')));
  await db.transaction().execute((tx) => openOfficeTask(tx, office.officeId, task('of the office')));
  await db.transaction().execute((tx) => closeOfficeTask(tx, office.officeId, 'of the office', { note: 'attached' }));
  const told = await db.selectFrom('office_events').select(['kind', 'payload']).orderBy('id').execute();
  const taskId = await idOf('of the office');
  expect(told).toEqual([
    { kind: 'taskOpened', payload: { taskId, task: 'parkedFact' } },
    { kind: 'taskClosed', payload: { taskId, task: 'parkedFact' } },
  ]);
});
