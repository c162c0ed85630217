/** Nobody ends or pays an open transfer with a file alone. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { recordFact } from '../../db/counter/record-fact.ts';
import { listRefusals } from '../../db/imported/lines.ts';
import { readMoneyBoard } from '../../db/metrics/money-board.ts';
import { recordLogin } from '../../db/office/sessions.ts';
import { countCompletionOut } from '../../db/metrics/completion-out.ts';
import { bringIn, confirmHeld, COUNTERPART_ROWS, standInNovember2026, transferOf } from '../builders/imports.ts';
import { caseNo, open } from '../builders/ledger-changes.ts';
import { ledgerInRow, ledgerOutRow } from '../builders/ledgers.ts';
import { testKeyring } from '../builders/office.ts';
import { ownOffice } from '../support/own-office.ts';

const { db, office } = await ownOffice();
beforeAll(async () => {
  await standInNovember2026(db);
  await bringIn(db, office, 'counterparts', COUNTERPART_ROWS);
});

test('rows that end open transfers wait for a second person, with their sums; then each goes in as far as it still fits', async () => {
  const before = [1, 2].map((no) => ledgerInRow(no, open({ 办理进度: '联系函已发出' })));
  await bringIn(db, office, 'ledgerIn', before);
  const ending = [ledgerInRow(1), ledgerInRow(2), ledgerInRow(3)];
  const brought = await bringIn(db, office, 'ledgerIn', ending);
  // The third is history: nothing that was open here.
  expect(brought).toMatchObject({ state: 'done', accepted: 1, changed: 0, refused: 2, heldRows: 2 });
  expect((await listRefusals(db, brought.id)).map(({ code }) => code)).toEqual([
    'needsConfirmation',
    'needsConfirmation',
  ]);
  expect(await transferOf(db, caseNo(1))).toMatchObject({ closed_at: null });
  const waiting = await db
    .selectFrom('approvals')
    .select(['kind', 'proposed_by', 'changes'])
    .where('subject', '=', brought.id)
    .executeTakeFirstOrThrow();
  expect(waiting).toMatchObject({ kind: 'releaseImport', proposed_by: office.staff.manager });
  expect(waiting.changes).toContainEqual({ field: 'heldFen', was: null, becomes: brought.heldFen });
  expect(brought.heldFen).toBeGreaterThan(0);

  // One of the two goes on here meanwhile.
  const { id: goneId } = await transferOf(db, caseNo(2));
  await recordFact(db, testKeyring, {
    transferId: goneId,
    officeId: office.officeId,
    detail: { kind: 'withdrawn' },
    by: { staffId: office.staff.clerk, source: 'staff' },
  });
  expect(await confirmHeld(db, office, brought.id)).toMatchObject({
    state: 'done',
    accepted: 1,
    changed: 1,
    refused: 1,
  });
  const { id } = await transferOf(db, caseNo(1));
  expect(await transferOf(db, caseNo(1))).toMatchObject({ closing: 'completed' });
  const { rows } = await sql<{ confirmed_by: string }>`select distinct confirmed_by from events
    where transfer_id = ${id} and kind in ('fundReceived', 'entered', 'secondReviewed', 'booked')`.execute(db);
  expect(rows).toEqual([{ confirmed_by: office.staff.finance }]);
  for (const transferId of [id, (await transferOf(db, caseNo(3))).id])
    expect(await personsOf(transferId)).toEqual(UNNAMED);
});

/** The file names nobody who entered, reviewed or booked: the event says so. */
const UNNAMED = ['entered', 'secondReviewed', 'booked'].map((kind) => ({
  kind,
  by_staff_id: null,
  person: 'notNamed',
}));

async function personsOf(transferId: string) {
  const { rows } = await sql`select kind, by_staff_id, payload ->> 'person' as person from events
    where transfer_id = ${transferId} and kind in ('entered', 'secondReviewed', 'booked') order by seq`.execute(db);
  return rows;
}

test('a new row that brings an open transfer money waits too; one without goes in at once', async () => {
  const before = await readMoneyBoard(db, office.officeId);
  const [paid, unpaid] = [
    ledgerInRow(21, { 办理完结日期: '', 办理进度: '信息表、基金已到' }),
    ledgerInRow(22, open({ 办理进度: '联系函已发出' })),
  ];
  const brought = await bringIn(db, office, 'ledgerIn', [paid, unpaid]);
  expect(brought).toMatchObject({ accepted: 1, refused: 1, heldRows: 1, heldFen: 3_420_644 });
  expect(await readMoneyBoard(db, office.officeId)).toEqual(before);
  expect(await db.selectFrom('cases').select('case_no').where('case_no', '=', caseNo(21)).execute()).toEqual([]);

  expect(await confirmHeld(db, office, brought.id)).toMatchObject({ accepted: 2, refused: 0 });
  expect((await readMoneyBoard(db, office.officeId)).openingFen).toBe(before.openingFen + 3_420_644);
  const { id } = await transferOf(db, caseNo(21));
  const { rows } = await sql<{ event: string; match: string }>`select
      (select confirmed_by from events where transfer_id = ${id} and kind = 'fundReceived') as event,
      (select confirmed_by from matches where transfer_id = ${id}) as match`.execute(db);
  expect(rows).toEqual([{ event: office.staff.finance, match: office.staff.finance }]);
});

test('money that an old ledger adds to a case that is closed waits too', async () => {
  const unpaid = { 基金到账日期: '', 实到金额: '' };
  await bringIn(db, office, 'ledgerIn', [ledgerInRow(31, unpaid)]);
  const before = await readMoneyBoard(db, office.officeId);
  const brought = await bringIn(db, office, 'ledgerIn', [ledgerInRow(31)]);
  expect(brought).toMatchObject({ changed: 0, refused: 1, heldRows: 1, heldFen: 3_420_644 });
  expect(await readMoneyBoard(db, office.officeId)).toEqual(before);
});

test('of a transfer-out nothing that is counted changes by one, be it open or done', async () => {
  const question = { officeId: office.officeId, from: '2026-06-01', to: '2026-06-30', asOf: '2026-07-31' };
  const figures = () => countCompletionOut(db, question);
  const late = { 信息表发出日期: '2026-06-15', 基金划转日期: '2026-06-16', 办理完结日期: '2026-06-16' };
  const waiting = { 信息表发出日期: '', 基金划转日期: '', 划转金额: '', 办理进度: '办理中', 办理完结日期: '' };
  await bringIn(db, office, 'ledgerOut', [ledgerOutRow(1, { ...late, 更正次数: '2' }), ledgerOutRow(2, waiting)]);
  const before = await figures();
  expect(before).toMatchObject({ due: 2, inPeriod: { numerator: 0 }, second: { numerator: 0 } });
  const brought = await bringIn(db, office, 'ledgerOut', [
    ledgerOutRow(1, { ...late, 更正次数: '1' }),
    ledgerOutRow(2, { 办理完结日期: '', 办理进度: '办理中' }),
  ]);
  // Fewer corrections than were counted nobody brings in, and who confirms neither.
  expect(brought).toMatchObject({ changed: 0, refused: 2, heldRows: 1, heldFen: 1_200_000 });
  expect(await figures()).toEqual(before);
  expect(await confirmHeld(db, office, brought.id)).toMatchObject({ changed: 1, refused: 1 });
  expect(await figures()).toMatchObject({ inPeriod: { numerator: 1 }, second: { numerator: 1 } });
  const { rows } = await sql<{ by: string }>`select distinct confirmed_by as by from events
    join transfers on transfers.id = transfer_id where direction = 'out' and confirmed_by is not null`.execute(db);
  expect(rows).toEqual([{ by: office.staff.finance }]);
});

test('money of a ledger is its opening balance, apart from what the bank has told of', async () => {
  const board = await readMoneyBoard(db, office.officeId);
  const { rows } = await sql<{
    origin: string;
    file: string;
  }>`select distinct origin, import_id as file from credits`.execute(db);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ origin, file }) => origin !== 'openingBalance' || file === null)).toEqual([]);
  expect(board).toMatchObject({ receivedFen: 0, conserved: true });
  expect(board.openingFen).toBeGreaterThan(0);
});

test('history that has ended waits as soon as somebody else who may confirm was here; alone it goes in marked', async () => {
  const alone = await bringIn(db, office, 'ledgerIn', [ledgerInRow(61)]);
  expect(alone).toMatchObject({ accepted: 1, heldRows: 0 });
  const { rows: marked } = await sql`select payload from office_events where kind = 'historyImported'
    and payload ->> 'importId' = ${alone.id}`.execute(db);
  expect(marked).toEqual([{ payload: { importId: alone.id, accepted: 1, alone: true } }]);

  await recordLogin(db, { officeId: office.officeId, staffId: office.staff.finance, succeeded: true });
  const brought = await bringIn(db, office, 'ledgerIn', [
    ledgerInRow(62),
    ledgerInRow(63, open({ 办理进度: '联系函已发出' })),
  ]);
  expect(brought).toMatchObject({ accepted: 1, refused: 1, heldRows: 1 });
  const out = await bringIn(db, office, 'ledgerOut', [
    ledgerOutRow(61),
    ledgerOutRow(62, { 信息表发出日期: '', 基金划转日期: '', 划转金额: '', 办理进度: '办理中', 办理完结日期: '' }),
  ]);
  expect(out).toMatchObject({ accepted: 1, refused: 1, heldRows: 1 });
  expect(await confirmHeld(db, office, brought.id)).toMatchObject({ state: 'done', accepted: 2, refused: 0 });
  expect(await confirmHeld(db, office, out.id)).toMatchObject({ state: 'done', accepted: 2, refused: 0 });
  await sql`delete from logins`.execute(db);
});
