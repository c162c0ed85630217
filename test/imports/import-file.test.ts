import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connect, type Db } from '../../db/connection/connection.ts';
import { listRefusals, listImportLines } from '../../db/imported/lines.ts';
import { createImport, readImport, withNextImport } from '../../db/imported/files.ts';
import { importFile } from '../../imports/import-file.ts';
import { IMPORT_KINDS } from '../../imports/kinds.ts';
import { csvFile, type Row } from '../builders/files.ts';
import { countRows, COUNTERPART_ROWS, standInNovember2026, takeIn, transferOf } from '../builders/imports.ts';
import { caseNo } from '../builders/ledger-changes.ts';
import { ledgerInRow, ledgerOutRow } from '../builders/ledgers.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
let office: TestOffice;

async function begin() {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await anOffice(db);
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
}
const end = () => fresh.drop();

describe('an import that is interrupted', () => {
  beforeAll(begin);
  afterAll(end);

  const rows = Array.from({ length: 620 }, (_, index) => ledgerInRow(index + 1));

  test('goes on behind the last batch after its connections were killed', async () => {
    const { id } = await createImport(db, testKeyring, {
      officeId: office.officeId,
      kind: 'ledgerIn',
      file: Buffer.from(csvFile(rows)),
      byStaffId: office.staff.manager,
    });
    const doomed = connect(fresh.url, { applicationName: 'doomed' });
    const running = withNextImport(doomed, (next) => importFile(doomed, testKeyring, next)).then(
      () => 'finished',
      () => 'died',
    );
    await eventually(async () => (await readImport(db, office.officeId, id))!.linesDone >= 50);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'`.execute(db);
    expect(await running).toBe('died');
    await doomed.destroy();
    const between = (await readImport(db, office.officeId, id))!;
    expect(between).toMatchObject({ state: 'running', linesTotal: 620 });
    expect(between.linesDone % 50).toBe(0);
    expect(between.linesDone).toBeLessThan(620);
    expect(await countRows(db, 'transfers')).toBe(between.linesDone);
    expect(await withNextImport(db, (next) => importFile(db, testKeyring, next))).toBe(true);
    expect(await readImport(db, office.officeId, id)).toMatchObject({ state: 'done', linesDone: 620, accepted: 620 });
    expect(await countRows(db, 'transfers')).toBe(620);
    expect(await withNextImport(db, () => Promise.reject(new Error('nothing is left')))).toBe(false);
  });

  test('two runners do not work at once', async () => {
    await createImport(db, testKeyring, {
      officeId: office.officeId,
      kind: 'counterparts',
      file: Buffer.from(csvFile(COUNTERPART_ROWS)),
      byStaffId: office.staff.manager,
    });
    const other = connect(fresh.url);
    const answers = await withNextImport(db, async (next) => {
      expect(await withNextImport(other, () => Promise.reject(new Error('must not begin')))).toBe(false);
      await importFile(db, testKeyring, next);
    });
    expect(answers).toBe(true);
    await other.destroy();
  });
});

describe('bad files', () => {
  beforeAll(begin);
  afterAll(end);

  test('good rows go in, bad rows stay visible with line, field and reason', async () => {
    const rows = [
      ledgerInRow(1, { 公民身份号码: '110102199001011235' }),
      ledgerInRow(2, { 原参保地行政区划: '999999', 受理日期: '2026-13-40' }),
      ledgerInRow(3),
    ];
    const taken = await takeIn(db, office, 'ledgerIn', rows);
    expect(taken).toMatchObject({ state: 'done', accepted: 1, refused: 2, linesTotal: 3 });
    const refused = (await listRefusals(db, taken.id)).map(({ line, field }) => `${String(line)} ${field}`);
    expect(refused).toEqual(['2 公民身份号码', '3 受理日期', '3 原参保地行政区划']);
    expect(JSON.stringify(await listRefusals(db, taken.id))).not.toContain('110102199001011235');
    expect((await listImportLines(db, taken.id, { after: 0, limit: 9 })).items.map(({ result }) => result)).toEqual([
      'refused',
      'refused',
      'accepted',
    ]);
  });

  test('a row that the ledger cannot take spoils only itself', async () => {
    // Before 1992 Shanghai had summer time; no instant of this ledger lies there.
    const rows = [ledgerInRow(11), ledgerInRow(12, { 受理日期: '1990-01-08' }), ledgerInRow(13)];
    const taken = await takeIn(db, office, 'ledgerIn', rows);
    expect(taken).toMatchObject({ state: 'done', linesDone: 3, accepted: 2, refused: 1 });
    expect(await listRefusals(db, taken.id)).toMatchObject([{ line: 3, code: 'notStored' }]);
    expect((await transferOf(db, caseNo(13))).closing).toBe('completed');
  });

  test('a file that cannot be read to its end fails, and keeps no other one waiting', async () => {
    const { open } = IMPORT_KINDS.counterparts;
    const broken = vi.spyOn(IMPORT_KINDS.counterparts, 'open').mockImplementation(async (bytes, job) => {
      const file = await open(bytes, job);
      return {
        ...file,
        async *rows() {
          yield* file.rows();
          throw new Error('damaged');
        },
      };
    });
    const taken = await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
    expect(taken).toMatchObject({ state: 'failed', failure: expect.stringMatching(/to its end/) as string });
    broken.mockRestore();
    expect(await takeIn(db, office, 'counterparts', COUNTERPART_ROWS)).toMatchObject({ state: 'done' });
  });

  test('a day that has not come yet is refused: a ledger tells of what has happened', async () => {
    const open = { 信息表收到日期: '', 基金到账日期: '', 应到金额: '', 实到金额: '', 办理进度: '', 办理完结日期: '' };
    const told = async (kind: 'ledgerIn' | 'ledgerOut', rows: Row[]) => {
      const taken = await takeIn(db, office, kind, rows);
      return (await listRefusals(db, taken.id)).map(({ line, field, code }) => [line, field, code]);
    };
    expect(
      await told('ledgerIn', [
        ledgerInRow(41, { 办理完结日期: '2027-06-12' }),
        ledgerInRow(42, { ...open, 受理日期: '2062-05-11', 交接日期: '', 第1次联系函日期: '', 第1次EMS单号: '' }),
        ledgerInRow(43, { ...open, 第1次联系函日期: '2026-11-21' }),
        ledgerInRow(44, { ...open, 第1次联系函日期: '2026-11-20' }),
      ]),
    ).toEqual([
      [2, '办理完结日期', 'future'],
      [3, '受理日期', 'future'],
      [4, '第1次联系函日期', 'future'],
    ]);
    expect(await told('ledgerOut', [ledgerOutRow(45, { 基金划转日期: '2027-06-02' }), ledgerOutRow(46)])).toEqual([
      [2, '基金划转日期', 'future'],
    ]);
  });

  test('what is only odd goes in with a warning', async () => {
    const waybill = ledgerInRow(31)['第1次EMS单号']!;
    const rows = [
      ledgerInRow(31),
      ledgerInRow(32, { 第1次EMS单号: waybill }),
      ledgerInRow(33, { 信息表收到日期: '1926-06-01' }),
    ];
    const taken = await takeIn(db, office, 'ledgerIn', rows);
    expect(taken).toMatchObject({ accepted: 3, refused: 0 });
    const { items } = await listImportLines(db, taken.id, { after: 0, limit: 9 });
    expect(items[1]!.warnings).toMatchObject([{ field: '第1次EMS单号', code: 'waybillRepeated' }]);
  });

  test.each([
    ['a file without its columns', 'ledgerIn', '业务编号,姓名\r\n1,2\r\n', /columnMissing/],
    [
      'an entity bomb',
      'bankStatement',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><Document>&a;</Document>',
      /doctype/,
    ],
    ['another message', 'bankStatement', '<?xml version="1.0"?><Document><Other/></Document>', /unsupportedMessage/],
  ] as const)('%s fails as a whole and says why', async (_, kind, text, why) => {
    const taken = await takeIn(db, office, kind, new TextEncoder().encode(text));
    expect(taken.state).toBe('failed');
    expect(taken.failure).toMatch(why);
    expect(taken.finishedAt).not.toBeNull();
  });
});
