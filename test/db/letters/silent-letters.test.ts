import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { receiveScans } from '../../../db/courier/scans.ts';
import { openSilenceTasks } from '../../../db/letters/silent.ts';
import { listTasks } from '../../../db/reading/task-list.ts';
import { testKeyring } from '../../builders/office.ts';
import { anAcceptedTransfer, walk } from '../../builders/walk.ts';
import { ownOffice } from '../../support/own-office.ts';
import { standClockAt } from '../../builders/office-clock.ts';

const { db, office } = await ownOffice();

const todayIs = (day: string) => standClockAt(db, `${day}T10:00:00+08:00`);

let number = 5_000_000_000_000;
/** Accepted and posted on Monday the 2nd of March. */
async function posted() {
  await todayIs('2026-03-02');
  const waybill = String(++number);
  const id = await anAcceptedTransfer(db, office);
  const the = walk(db, office, id);
  await the.open('review');
  await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
  await the.open('liaisonLetter');
  await the.say('letterClerk', { kind: 'letterSent', channel: 'ems', waybill });
  await the.open('delivery');
  return { id, the, waybill };
}

const scan = (waybill: string, day: string, code: string) =>
  receiveScans(db, testKeyring, {
    officeId: office.officeId,
    source: 'webhook',
    scans: [{ waybill, scannedAt: new Date(`${day}T09:00:00+08:00`), code, text: '妥投 单位收发章' }],
  });
const tasksOf = async (transferId: string, state: 'open' | 'all' = 'open') =>
  (await listTasks(db, { officeId: office.officeId, transferId, kind: 'silentLetter', state }, { limit: 10 })).items;
const taskEvents = async (transferId: string) => {
  const rows = await db
    .selectFrom('events')
    .select('kind')
    .where('transfer_id', '=', transferId)
    .where('kind', 'in', ['taskOpened', 'taskClosed'])
    .orderBy('seq')
    .execute();
  return rows.map(({ kind }) => kind);
};

test('after three working days without a scan the letter sender has a task with a deadline, once', async () => {
  const { id } = await posted();
  await todayIs('2026-03-04');
  await openSilenceTasks(db);
  expect(await tasksOf(id)).toEqual([]);
  await todayIs('2026-03-05');
  await Promise.all([openSilenceTasks(db), openSilenceTasks(db)]);
  await openSilenceTasks(db);
  const { letter_sender_id: sender } = await db
    .selectFrom('transfers')
    .select('letter_sender_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(await tasksOf(id, 'all')).toMatchObject([{ owner: { id: sender }, dueOn: '2026-03-12', closedAt: null }]);
  expect(await taskEvents(id)).toEqual(['taskOpened']);
});

test('a scan ends the silence, and the next silence is work again', async () => {
  const { id, waybill } = await posted();
  await todayIs('2026-03-05');
  await openSilenceTasks(db);
  await scan(waybill, '2026-03-05', '305');
  expect(await tasksOf(id)).toEqual([]);
  await todayIs('2026-03-09');
  await openSilenceTasks(db);
  expect(await tasksOf(id)).toEqual([]);
  await todayIs('2026-03-10');
  await openSilenceTasks(db);
  expect(await tasksOf(id)).toMatchObject([{ about: { heardOn: '2026-03-05' } }]);
  await scan(waybill, '2026-03-10', '704');
  expect(await tasksOf(id)).toEqual([]);
  expect(await taskEvents(id)).toEqual(['taskOpened', 'taskClosed', 'taskOpened', 'taskClosed']);
});

test('a fact that decides the delivery ends it too, and nobody asks for a letter whose time is over', async () => {
  const { id, the } = await posted();
  await todayIs('2026-03-06');
  await openSilenceTasks(db);
  expect(await tasksOf(id)).toHaveLength(1);
  await the.say('letterClerk', { kind: 'letterLost' });
  expect(await tasksOf(id)).toEqual([]);
  await todayIs('2026-03-20');
  await openSilenceTasks(db);
  expect(await tasksOf(id)).toEqual([]);
});

test('how long is a dated rule', async () => {
  const { id } = await posted();
  await sql`insert into rule_versions (version, valid_from, note) values ('later', '2026-03-05', 'a test')`.execute(db);
  await sql`insert into rules (rule_version, name, value, source) values ('later', 'silentAfterWorkingDays', '5', 'a test')`.execute(
    db,
  );
  await todayIs('2026-03-06');
  await openSilenceTasks(db);
  expect(await tasksOf(id)).toEqual([]);
  await todayIs('2026-03-09');
  await openSilenceTasks(db);
  expect(await tasksOf(id)).toHaveLength(1);
});
