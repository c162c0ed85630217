/** The directory’s file with kinds, days, successors and accounts; and the file of old. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { listRefusals } from '../../db/imported/lines.ts';
import { readAgencyAccount } from '../../db/office/counterparts.ts';
import { recordLogin } from '../../db/office/sessions.ts';
import type { Row } from '../builders/files.ts';
import { bringIn, confirmHeld, COUNTERPART_ROWS, standInNovember2026, takeIn } from '../builders/imports.ts';
import { testKeyring } from '../builders/office.ts';
import { ownOffice } from '../support/own-office.ts';

const { db, office } = await ownOffice();
beforeAll(() => standInNovember2026(db));

const row = (行政区划: string, 机构名称: string, more: Row = {}): Row => ({
  行政区划,
  机构名称,
  邮寄方式: 'EMS',
  地址: '样例路 5 号',
  机构类别: '',
  机构代码: '',
  有效期起: '',
  有效期止: '',
  后继机构: '',
  户名: '',
  开户行: '',
  账号: '',
  ...more,
});
const bring = (...rows: Row[]) => bringIn(db, office, 'counterparts', rows);
const refusals = async (id: string) =>
  (await listRefusals(db, id)).map(({ line, field, code }) => `${String(line)} ${field} ${code}`);
const entriesOf = async (code: string) =>
  (
    await sql<object>`select name, kind, area, valid_from::text, valid_until::text, successor_code from counterparts
      where area_code = ${code} order by valid_from`.execute(db)
  ).rows;

test('a file of old goes in as it always did: the pension agency of its area, a new name from its day on', async () => {
  expect(await bring(...COUNTERPART_ROWS)).toMatchObject({ accepted: 2 });
  expect(await bring(...COUNTERPART_ROWS)).toMatchObject({ unchanged: 2 });
  expect(await bring({ ...COUNTERPART_ROWS[0]!, 机构名称: '南京新样例中心' })).toMatchObject({ changed: 1 });
  expect(await entriesOf('320100')).toEqual([
    {
      name: '南京样例中心',
      kind: 'pension',
      area: null,
      valid_from: '2010-01-01',
      valid_until: '2026-11-19',
      successor_code: null,
    },
    {
      name: '南京新样例中心',
      kind: 'pension',
      area: null,
      valid_from: '2026-11-20',
      valid_until: null,
      successor_code: null,
    },
  ]);
});

test('an area has an agency of each kind, and some agencies have no area', async () => {
  const rows = [
    row('320100', '南京样例年金中心', { 机构类别: '职业年金' }),
    row('', '样例军区财务处', { 机构类别: '军队财务', 机构代码: 'JD-01' }),
    row('', '样例中央机关中心', { 机构类别: '中央国家机关', 机构代码: 'ZY-01' }),
  ];
  expect(await bring(...rows)).toMatchObject({ accepted: 3, refused: 0 });
  expect(await bring(...rows)).toMatchObject({ unchanged: 3 });
  const of = async (kind: 'pension' | 'annuity', day: string) => {
    const { rows } = await sql<{ name: string }>`select name from counterparts where kind = ${kind}
      and coalesce(area, area_code) = '320100' and ${day}::date between valid_from and coalesce(valid_until, 'infinity')`.execute(
      db,
    );
    return rows.map(({ name }) => name).join();
  };
  expect(await of('annuity', '2026-11-20')).toBe('南京样例年金中心');
  expect([await of('pension', '2026-11-19'), await of('pension', '2026-11-20')]).toEqual([
    '南京样例中心',
    '南京新样例中心',
  ]);
});

test('what an old file does not say stays as it is', async () => {
  await bring(row('330200', '宁波样例中心', { 有效期止: '2030-12-31' }));
  expect(await bring({ ...COUNTERPART_ROWS[0]!, 行政区划: '330200', 机构名称: '宁波样例中心' })).toMatchObject({
    changed: 1,
  });
  expect(await entriesOf('330200')).toMatchObject([{ valid_until: '2030-12-31' }]);
});

describe('rows that cannot be', () => {
  test('are refused one by one, each with everything that is wrong with it', async () => {
    const { id, accepted } = await bring(
      row('350100', '福州样例中心'),
      row('32010', '', { 机构类别: '公积金', 有效期起: '2026-13-01' }),
      row('', '样例军区', { 机构类别: '军队财务', 账号: '12' }),
      row('350200', '厦门样例中心', { 有效期起: '2020-01-01', 有效期止: '2019-12-31', 后继机构: '999999' }),
      row('350300', '莆田样例中心', { 后继机构: '350100' }),
    );
    expect(accepted).toBe(1);
    expect(await refusals(id)).toEqual([
      '3 机构类别 agencyKind',
      '3 行政区划 areaCode',
      '3 机构名称 missing',
      '3 有效期起 date',
      '4 机构代码 missing',
      '4 账号 accountNumber',
      '5 有效期止 endsBeforeItBegins',
      '5 后继机构 successorUnknown',
      '6 后继机构 successorWithoutEnd',
    ]);
  });

  test('overlap with days on which somebody answers already', async () => {
    const { id } = await bring(
      row('320100', '南京另一样例中心', { 有效期起: '2026-11-01' }),
      row('320100', '南京第二年金中心', { 机构类别: '职业年金', 机构代码: 'NJ-2' }),
    );
    expect(await refusals(id)).toEqual(['2 有效期起 validityOverlaps', '3 有效期起 validityOverlaps']);
  });

  test('have a successor that ends before, or lead back to themselves, in the file or with the directory', async () => {
    const { id, accepted } = await bring(
      row('360100', '甲样例中心', { 有效期止: '2025-12-31', 后继机构: '360200' }),
      row('360200', '乙样例中心', { 有效期止: '2025-06-30' }),
      row('370100', '丙样例中心', { 有效期止: '2025-12-31', 后继机构: '370200' }),
      row('370200', '丁样例中心', { 有效期止: '2026-06-30', 后继机构: '370100' }),
    );
    expect(accepted).toBe(1);
    expect(await refusals(id)).toEqual([
      '2 后继机构 successorEndsBefore',
      '4 后继机构 successorCircle',
      '5 后继机构 successorCircle',
    ]);
  });
});

test('a successor goes in first, wherever it stands in the file', async () => {
  const rows = [
    row('110104', '前样例区中心', { 有效期止: '2010-06-30', 后继机构: '110105' }),
    row('110105', '中样例区中心', { 有效期止: '2015-12-31', 后继机构: '110106' }),
    row('110106', '后样例区中心'),
  ];
  expect(await bring(...rows)).toMatchObject({ accepted: 3, refused: 0 });
  expect(await bring(...rows)).toMatchObject({ unchanged: 3 });
});

test('nobody changes alone where money goes: such a row waits, and the account is nowhere in clear', async () => {
  await recordLogin(db, { officeId: office.officeId, staffId: office.staff.finance, succeeded: true });
  const number = '6222000000000012345';
  const paid = row('350100', '福州样例中心', { 户名: '福州样例专户', 开户行: '样例银行', 账号: number });
  const brought = await bring(paid, row('350400', '三明样例中心'));
  expect(brought).toMatchObject({ accepted: 1, refused: 1, heldRows: 1 });
  const account = () => readAgencyAccount(db, testKeyring, '350100', '2026-11-20');
  expect(await account()).toBeNull();
  expect(await confirmHeld(db, office, brought.id)).toMatchObject({ changed: 1, refused: 0 });
  expect(await account()).toEqual({ number, holder: '福州样例专户', bank: '样例银行' });
  expect(await takeIn(db, office, 'counterparts', [paid])).toMatchObject({ unchanged: 1, heldRows: 0 });
  const { rows } = await sql<{ clear: boolean }>`select exists (select from counterparts c
    where c::text like ${`%${number}%`}) or exists (select from import_lines l where l::text like ${`%${number}%`}) as clear`.execute(
    db,
  );
  expect(rows).toEqual([{ clear: false }]);
});
