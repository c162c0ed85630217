/** Rows of contributions from a table of the core system: row by row, sealed, and the same again changes nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../db/connection/connection.ts';
import { findAccount } from '../../db/contributions/accounts.ts';
import { readContributions } from '../../db/contributions/rows.ts';
import { createImport, readImport, withNextImport } from '../../db/imported/files.ts';
import { listRefusals } from '../../db/imported/lines.ts';
import { importFile } from '../../imports/import-file.ts';
import type { FileColumns } from '../../imports/rows/job.ts';
import { contributionRow } from '../builders/contributions.ts';
import { csvFile, type Row } from '../builders/files.ts';
import { standInNovember2026, takeIn } from '../builders/imports.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { residentId } from '../builders/persons.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
let office: TestOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await anOffice(db);
  await standInNovember2026(db);
});
afterAll(() => fresh.drop());

let born = 0;
const somebody = () => ({
  idNumber: residentId(`1980-01-${String((born += 1)).padStart(2, '0')}`, 11),
  name: '甲子丑',
});
const rowsOf = async (idNumber: string) => {
  const account = await findAccount(db, testKeyring, office.officeId, idNumber);
  return account ? readContributions(db, account.id) : [];
};
const refusalsOf = async (importId: string) =>
  (await listRefusals(db, importId)).map(({ line, field, code }) => [line, field, code]);

test('rows go in under the account of their number, and the same file again changes nothing', async () => {
  const person = somebody();
  const rows = [
    contributionRow(person),
    contributionRow(person, { 缴费起始年月: '2024-01', 缴费终止年月: '2024年5月' }),
  ];

  expect(await takeIn(db, office, 'contributions', rows)).toMatchObject({ accepted: 2, refused: 0 });
  expect(await takeIn(db, office, 'contributions', rows)).toMatchObject({ unchanged: 2, accepted: 0, changed: 0 });

  expect(await rowsOf(person.idNumber)).toMatchObject([
    {
      fromMonth: '202301',
      toMonth: '202312',
      areaCode: '110102',
      nature: 'regular',
      baseFen: 1_000_000,
      source: 'file',
    },
    { fromMonth: '202401', toMonth: '202405' },
  ]);
});

test('a later word about the same months holds, and the one before stays kept', async () => {
  const person = somebody();
  await takeIn(db, office, 'contributions', [contributionRow(person)]);

  expect(await takeIn(db, office, 'contributions', [contributionRow(person, { 当年利息: '206.38' })])).toMatchObject({
    changed: 1,
  });

  expect(await rowsOf(person.idNumber)).toMatchObject([{ interestFen: 20_638 }]);
  const account = await findAccount(db, testKeyring, office.officeId, person.idNumber);
  const all = await db
    .selectFrom('contributions')
    .select('interest_fen')
    .where('account_id', '=', account!.id)
    .execute();
  expect(all.map((row) => row.interest_fen).toSorted()).toEqual([20_638, 20_644]);
});

test('everything wrong with a row is said at once, and good rows go in beside it', async () => {
  const person = somebody();
  const bad = contributionRow(person, {
    缴费起始年月: '194911',
    缴费终止年月: '195002',
    缴费基数: '0',
    缴费类型: '补缴',
    记入个人账户: '99999.00',
  });
  const rows = [contributionRow(person), bad, contributionRow(person, { 缴费起始年月: '202306' })];

  const taken = await takeIn(db, office, 'contributions', rows);

  expect(taken).toMatchObject({ accepted: 1, refused: 2 });
  expect(await refusalsOf(taken.id)).toEqual([
    [3, '缴费起始年月', 'before1950'],
    [3, '缴费终止年月', 'crossesYear'],
    [3, '记入个人账户', 'creditedAbovePaid'],
    [3, '缴费基数', 'baseZero'],
    [3, '补缴日期', 'paidOnMissing'],
    [4, '缴费起始年月', 'overlap'],
  ]);
});

test('an amount without a base is a fixed amount, or it does not go in', async () => {
  const person = somebody();
  const without = contributionRow(person, { 缴费基数: '' });
  const fixed = contributionRow(person, { 缴费基数: '', 缴费类型: '定额缴费' });

  const refused = await takeIn(db, office, 'contributions', [without]);

  expect(await refusalsOf(refused.id)).toEqual([[2, '缴费基数', 'amountWithoutBase']]);
  expect(await takeIn(db, office, 'contributions', [fixed])).toMatchObject({ accepted: 1 });
});

test('a lump sum brings its paper', async () => {
  const person = somebody();
  const paper = { 补缴日期: '2024-05-06', 补缴文书: '裁决书', 出具机关: '劳动争议仲裁委员会', 文书日期: '2024-04-01' };

  await takeIn(db, office, 'contributions', [contributionRow(person, { 缴费类型: '一次性补缴', ...paper })]);

  expect(await rowsOf(person.idNumber)).toMatchObject([
    {
      nature: 'lumpSum',
      paidOn: '2024-05-06',
      paper: { kind: 'legalDocument', issuer: 'arbitration', datedOn: '2024-04-01' },
    },
  ]);
});

test('a table in the words of another program goes in by its mapping', async () => {
  const person = somebody();
  const words: Row = { 公民身份号码: 'AAC002', 姓名: 'AAC003', 缴费起始年月: 'AAE041', 缴费终止年月: 'AAE042' };
  const theirs = Object.fromEntries(
    Object.entries(contributionRow(person)).map(([column, value]) => [words[column] ?? column, value]),
  );
  const aliases = Object.fromEntries(Object.entries(words).map(([column, word]) => [column, [word]]));
  const fileColumns: FileColumns = { contributions: aliases };

  const bytes = Buffer.from(csvFile([theirs]));
  const { officeId, staff } = office;
  const { id } = await createImport(db, testKeyring, {
    officeId,
    kind: 'contributions',
    file: bytes,
    byStaffId: staff.manager,
  });
  await withNextImport(db, (next) => importFile(db, testKeyring, next, { fileColumns }));

  expect(await readImport(db, office.officeId, id)).toMatchObject({ accepted: 1 });
  expect(await rowsOf(person.idNumber)).toHaveLength(1);
});

test('nothing of a person stands in clear', async () => {
  const person = somebody();
  await takeIn(db, office, 'contributions', [
    contributionRow(person, { 个人编号: '1000000001', 单位名称: '某某公司' }),
  ]);

  const rows = await db.selectFrom('contribution_accounts').selectAll().execute();
  const text = rows
    .flatMap((row) =>
      Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value))),
    )
    .join(' ');
  for (const said of [person.idNumber, person.name, '1000000001', '某某公司']) expect(text).not.toContain(said);
});
