/** Nobody ends or pays an open transfer with a file alone. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { recordFact } from '../../db/counter/record-fact.ts';
import { listRefusals } from '../../db/imported/lines.ts';
import { readMoneyBoard } from '../../db/metrics/money-board.ts';
import { bringIn, confirmHeld, COUNTERPART_ROWS, standInNovember2026, transferOf } from '../builders/imports.ts';
import { caseNo, open } from '../builders/ledger-changes.ts';
import { ledgerInRow } from '../builders/ledgers.ts';
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

test('money of a ledger is its opening balance, apart from what the bank has told of', async () => {
  const board = await readMoneyBoard(db, office.officeId);
  const { rows } = await sql<{
    origin: string;
    file: string;
  }>`select distinct origin, import_id as file from credits`.execute(db);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ origin: 'openingBalance' });
  expect(rows[0]!.file).not.toBeNull();
  expect(board).toMatchObject({ receivedFen: 0, conserved: true });
  expect(board.openingFen).toBeGreaterThan(0);
});
