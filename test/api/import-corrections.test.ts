/** A refused line is put right in place: it goes in again under the same rules, and the refused one stays as it came. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withNextImport } from '../../db/imported/files.ts';
import { recordLogin } from '../../db/office/sessions.ts';
import { importFile } from '../../imports/import-file.ts';
import { bringIn, confirmHeld, COUNTERPART_ROWS, standInNovember2026, transferOf } from '../builders/imports.ts';
import { caseNo, open } from '../builders/ledger-changes.ts';
import type { Row } from '../builders/files.ts';
import { ledgerInRow } from '../builders/ledgers.ts';
import { testKeyring } from '../builders/office.ts';
import { fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';

const ID = '公民身份号码';
let api: TestApi;
let manager: Caller;
beforeAll(async () => {
  api = await startApi();
  await standInNovember2026(api.db);
  manager = await api.as('manager');
  await bringIn(api.db, api.office, 'counterparts', COUNTERPART_ROWS);
});
afterAll(() => api.stop());

const refusedFile = (...rows: Row[]) => bringIn(api.db, api.office, 'ledgerIn', rows);
const correct = (id: string, ...rows: { line: number; cells: object[] }[]): Promise<Answer> =>
  manager.post(`/imports/${id}/corrections`, { rows });
const cell = (column: string, value: string) => ({ column, value });
const workOff = () => withNextImport(api.db, (next) => importFile(api.db, testKeyring, next));
const right = (no: number): string => ledgerInRow(no)[ID]!;
const correctionsOf = async (id: string) => (await manager.get(`/imports/${id}/corrections`)).body.items;
const rawOf = async (id: string, line: number) =>
  (await sql`select raw_sealed, verdict from import_lines where import_id = ${id} and line = ${line}`.execute(api.db))
    .rows;

test('a line is read as it came, put right, and goes in; the refused one stays, and who has put it right is known', async () => {
  const file = await refusedFile(ledgerInRow(1, open({ [ID]: '' })), ledgerInRow(2, open({})));
  expect(file).toMatchObject({ accepted: 1, refused: 1 });
  const before = await rawOf(file.id, 2);
  const read = (await manager.get(`/imports/${file.id}/lines/2`)).body;
  expect(read).toMatchObject({ line: 2, result: 'refused' });
  expect(read.cells).toContainEqual(cell(ID, ''));
  const sent = await correct(file.id, { line: 2, cells: [cell(ID, right(1))] });
  expect([sent.status, sent.body.corrects]).toEqual([202, file.id]);
  await workOff();
  expect((await manager.get(`/imports/${sent.body.id}`)).body).toMatchObject({ accepted: 1, refused: 0 });
  expect(await transferOf(api.db, caseNo(1))).toBeDefined();
  expect(await rawOf(file.id, 2)).toEqual(before);
  expect((await manager.get(`/imports/${file.id}/refusals`)).body.items).not.toEqual([]);
  const [made] = await correctionsOf(file.id);
  expect(made).toMatchObject({ line: 2, importId: sent.body.id, result: 'accepted', held: false });
  expect(made.by.id).toBe(api.office.staff.manager);
  // The whole file with the line as it is right changes nothing any more.
  const again = await refusedFile(ledgerInRow(1, open({})), ledgerInRow(2, open({})));
  expect(again).toMatchObject({ unchanged: 2, refused: 0 });
});

test('one that is still wrong is refused with all of its defects, and may be put right again', async () => {
  const file = await refusedFile(ledgerInRow(3, open({ [ID]: '' })));
  const { body } = await correct(file.id, { line: 2, cells: [cell(ID, '1'), cell('姓名', ''), cell('受理日期', 'x')] });
  await workOff();
  const refusals = (await manager.get(`/imports/${String(body.id)}/refusals`)).body.items;
  expect(refusals.map(({ field }: { field: string }) => field)).toEqual(
    expect.arrayContaining([ID, '姓名', '受理日期']),
  );
  expect((await correct(file.id, { line: 2, cells: [cell(ID, right(3))] })).status).toBe(202);
  await workOff();
  expect(await correctionsOf(file.id)).toMatchObject([{ line: 2, result: 'accepted' }]);
});

test('several lines go in together, and each says in which line of the new file it stands', async () => {
  const file = await refusedFile(...[11, 12, 13].map((no) => ledgerInRow(no, open({ [ID]: '' }))));
  const { body } = await correct(
    file.id,
    // A cell of two lines: what follows stands further down than it was sent.
    { line: 2, cells: [cell(ID, right(11)), cell('姓名', '样例\n甲')] },
    { line: 3, cells: [cell(ID, right(12))] },
    { line: 4, cells: [cell(ID, '1')] },
  );
  await workOff();
  const made = await correctionsOf(file.id);
  expect(made.map(({ line, result }: { line: number; result: string }) => [line, result])).toEqual([
    [2, expect.any(String)],
    [3, 'accepted'],
    [4, 'refused'],
  ]);
  const refusals = (await manager.get(`/imports/${String(body.id)}/refusals`)).body.items;
  const last = made[2].importLine;
  expect(refusals.filter(({ line }: { line: number }) => line === last)).toMatchObject([{ field: ID }]);
  expect(last).toBeGreaterThan(4);
});

test('two who put the same line right at once: the second hears of it', async () => {
  const file = await refusedFile(ledgerInRow(4, open({ [ID]: '' })));
  const row = { line: 2, cells: [cell(ID, right(4))] };
  const answers = await Promise.all([correct(file.id, row), correct(file.id, row)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 422]);
  expect(fieldsOf(answers.find(({ status }) => status === 422)!)).toEqual(['rows.0.line: correctedAlready']);
  await workOff();
  expect(fieldsOf(await correct(file.id, row))).toEqual(['rows.0.line: correctedAlready']);
});

test('every defect of a request is named at once', async () => {
  const file = await refusedFile(ledgerInRow(5, open({})), ledgerInRow(6, open({ [ID]: '' })));
  const wrong = [
    { line: 2, cells: [] },
    { line: 3, cells: [cell('没有这一列', 'x')] },
    { line: 3, cells: [] },
    { line: 99, cells: [] },
  ];
  expect(fieldsOf(await correct(file.id, ...wrong))).toEqual([
    'rows.0.line: notRefused',
    'rows.1.cells.0.column: unknown',
    'rows.2.line: lineRepeated',
    'rows.3.line: notRefused',
  ]);
});

test('what would wait for a second person waits, and goes in when one has confirmed', async () => {
  await recordLogin(api.db, { officeId: api.office.officeId, staffId: api.office.staff.finance, succeeded: true });
  const ended = ledgerInRow(7, { [ID]: '' });
  const file = await refusedFile(ended);
  const { body } = await correct(file.id, { line: 2, cells: [cell(ID, right(7))] });
  await workOff();
  expect(await correctionsOf(file.id)).toMatchObject([{ held: true }]);
  const held = await bringIn(api.db, api.office, 'counterparts', COUNTERPART_ROWS);
  expect(held.refused).toBe(0);
  expect(fieldsOf(await correct(file.id, { line: 2, cells: [] }))).toEqual(['rows.0.line: correctedAlready']);
  expect(fieldsOf(await correct(String(body.id), { line: 2, cells: [] }))).toEqual(['rows.0.line: held']);
  await confirmHeld(api.db, api.office, String(body.id));
  expect(await correctionsOf(file.id)).toMatchObject([{ held: false, result: 'accepted' }]);
});

test('what the bank has told nobody puts right by hand, and who may not bring files reads no line', async () => {
  const { rows } = await sql<{ id: string }>`insert into imports (office_id, kind, state, file_sealed, file_sha256)
    values (${api.office.officeId}, 'bankStatement', 'done', '', '') returning id`.execute(api.db);
  expect(fieldsOf(await correct(rows[0]!.id, { line: 2, cells: [] }))).toEqual(['rows: ofTheBank']);
  const clerk = await api.as('clerk');
  expect((await clerk.get(`/imports/${rows[0]!.id}/lines/2`)).status).toBe(403);
  expect((await manager.get(`/imports/${rows[0]!.id}/lines/2`)).status).toBe(404);
});
