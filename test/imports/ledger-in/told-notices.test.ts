/** Notices of which an old ledger tells: counted on their day, sent by nobody again, and given back on the way out. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { listRefusals } from '../../../db/imported/lines.ts';
import { countFigures } from '../../../db/metrics/count-figures.ts';
import { checkInvariants } from '../../../invariants/check.ts';
import { rowsIn, takeOut } from '../../builders/exported.ts';
import type { Row } from '../../builders/files.ts';
import { COUNTERPART_ROWS, standInNovember2026, takeIn, transferOf } from '../../builders/imports.ts';
import { caseNo, open } from '../../builders/ledger-changes.ts';
import { ledgerInRow } from '../../builders/ledgers.ts';
import { ownOffice } from '../../support/own-office.ts';

const { db, office, url } = await ownOffice();
const TOLD = '通知发送日期';
const rowOf = (no: number, on: string, changes: Row = {}): Row => ledgerInRow(no, { [TOLD]: on, ...changes });
const take = (...rows: Row[]) => takeIn(db, office, 'ledgerIn', rows);

beforeAll(async () => {
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
});

async function toldOf(no: number) {
  const { id } = await transferOf(db, caseNo(no));
  const { rows } = await sql<object>`select d.decision, d.reason, n.kind, n.state, n.awaits_receipt as awaits,
      office_date(n.sent_at)::text as sent
    from notice_decisions d left join notices n on n.transfer_id = d.transfer_id where d.transfer_id = ${id}`.execute(
    db,
  );
  return rows;
}
const notTold = [{ decision: 'notSent', reason: 'imported', kind: null, state: null, awaits: null, sent: null }];
const told = (sent: string) => [
  { decision: 'send', reason: 'imported', kind: 'completion', state: 'sent', awaits: false, sent },
];
const inJune = async () => {
  const span = { officeId: office.officeId, from: '2026-06-01', to: '2026-06-30' };
  return (await countFigures(db, span, ['noticesSent'])).noticesSent;
};

test('with the row, where one was completed', async () => {
  await take(rowOf(1, '2026-06-19'), rowOf(2, ''), rowOf(3, '2026-06-19', open({ 办理进度: '联系函已发出' })));
  expect([await toldOf(1), await toldOf(2), await toldOf(3)]).toEqual([told('2026-06-19'), notTold, []]);
  expect(await inJune()).toBe(1);
});

test('with a later row, once; the same again changes nothing, and another day is refused', async () => {
  expect(await take(rowOf(2, '2026-06-26'))).toMatchObject({ changed: 1 });
  expect(await toldOf(2)).toEqual(told('2026-06-26'));
  expect(await take(rowOf(2, '2026-06-26'))).toMatchObject({ unchanged: 1 });
  const { id } = await take(rowOf(2, '2026-06-27'));
  expect(await listRefusals(db, id)).toMatchObject([{ field: TOLD, code: 'contradicts' }]);
  expect(await inJune()).toBe(2);
});

test('with the row that completes it', async () => {
  expect(await take(rowOf(3, '2026-06-19'))).toMatchObject({ changed: 1, refused: 0 });
  expect(await toldOf(3)).toEqual(told('2026-06-19'));
});

/** As it is where the release before has taken the row in: the column is kept, and no notice of it. */
async function asTheReleaseBeforeLeft(no: number): Promise<void> {
  const { id } = await transferOf(db, caseNo(no));
  await sql`delete from notices where transfer_id = ${id}`.execute(db);
  await sql`update notice_decisions set decision = 'notSent' where transfer_id = ${id}`.execute(db);
  expect(await toldOf(no)).toEqual(notTold);
}

test('with the same row once more, where the release before did not read its column; once', async () => {
  await asTheReleaseBeforeLeft(1);
  for (const times of [1, 2]) {
    expect([times, await take(rowOf(1, '2026-06-19'))]).toMatchObject([times, { unchanged: 1, refused: 0 }]);
    expect(await toldOf(1)).toEqual(told('2026-06-19'));
  }
});

test('with a row that says something else beside it, where the release before did not read its column', async () => {
  await asTheReleaseBeforeLeft(1);
  expect(await take(rowOf(1, '2026-06-19', { 存在问题: '已电话告知' }))).toMatchObject({ changed: 1, refused: 0 });
  expect(await toldOf(1)).toEqual(told('2026-06-19'));
});

test('wakes nobody, and goes out as it came in', async () => {
  const waiting = await sql`select from outbox where topic = 'notices'`.execute(db);
  expect(waiting.rows).toEqual([]);
  const { file } = await takeOut(db, office, { what: 'ledgerIn' });
  const rows = await rowsIn(file, ['业务编号', TOLD]);
  expect(rows.map((row) => [row['业务编号'], row[TOLD]]).sort()).toEqual([
    [caseNo(1), '2026-06-19'],
    [caseNo(2), '2026-06-26'],
    [caseNo(3), '2026-06-19'],
  ]);
  expect(await checkInvariants({ databaseUrl: url })).toEqual([]);
});
