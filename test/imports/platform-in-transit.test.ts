/** The national platform’s list of a day, held against transfers of old ledgers and of ours. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { listImportLines, listRefusals } from '../../db/imported/lines.ts';
import { recordLogin } from '../../db/office/sessions.ts';
import { readPlatformDay } from '../../db/platform/list.ts';
import { checkInvariants } from '../../invariants/check.ts';
import type { Row } from '../builders/files.ts';
import {
  bringIn,
  confirmHeld,
  COUNTERPART_ROWS,
  factsOf,
  standInNovember2026,
  takeIn,
  transferOf,
} from '../builders/imports.ts';
import { ledgerOutRow } from '../builders/ledgers.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { testKeyring } from '../builders/office.ts';
import { ownOffice } from '../support/own-office.ts';

const { url, db, office } = await ownOffice();

/** Received on Tuesday 10 November, and nothing has left yet. */
const OPEN: Row = {
  收到联系函日期: '2026-11-10',
  信息表发出日期: '',
  基金划转日期: '',
  划转金额: '',
  办理进度: '办理中',
  办理完结日期: '',
};

const listed = (number: number, changes: Row = {}): Row => {
  const { 姓名, 公民身份号码 } = ledgerOutRow(number);
  return {
    统计日期: '2026-11-20',
    业务流水号: `QG${String(number).padStart(8, '0')}`,
    业务方向: '转出',
    到达时间: '2026-11-10 09:30:00',
    状态: '办理中',
    在途天数: '8',
    是否超期: '否',
    对方行政区划: '330100',
    姓名: 姓名!,
    公民身份号码: 公民身份号码!,
    ...changes,
  };
};
const bring = (...rows: Row[]) => bringIn(db, office, 'platformInTransit', rows);
const read = (day?: string) => readPlatformDay(db, testKeyring, { officeId: office.officeId, day });
const told = async (day?: string) =>
  (await read(day)).items.map(({ kind, serial, caseNo, theirs, ours }) => [kind, serial ?? caseNo, theirs, ours]);

beforeAll(async () => {
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
  await takeIn(db, office, 'ledgerOut', [
    ledgerOutRow(1, OPEN),
    ledgerOutRow(2, OPEN),
    ledgerOutRow(3, { ...OPEN, 信息表发出日期: '2026-11-16' }),
    // Closed a year ago.
    ledgerOutRow(4, {
      收到联系函日期: '2025-10-20',
      信息表发出日期: '2025-11-03',
      基金划转日期: '2025-11-04',
      办理完结日期: '2025-11-04',
    }),
    // Over the post: the platform need not know it.
    ledgerOutRow(5, { ...OPEN, 转入地行政区划: '320100', 转入地社保机构名称: '南京样例中心' }),
  ]);
});

const LIST = [
  listed(1),
  listed(3, { 状态: '办理中', 在途天数: '9' }),
  listed(4, { 到达时间: '2025-10-20 10:00:00', 在途天数: '270', 是否超期: '是' }),
  listed(9, { 业务方向: '转入', 状态: '审批挂起' }),
];

test('differences are told by kind, with their owners, and both overdue counts stand side by side', async () => {
  const brought = await bring(...LIST);
  expect(brought).toMatchObject({ state: 'done', accepted: 4, refused: 0 });
  expect(await told()).toEqual([
    ['closedLongAgo', 'QG00000004', 'inHand', '2025-11-04'],
    ['daysDiffer', 'QG00000003', '9', '8'],
    ['onlyHere', 'OUT2026060002', null, 'inHand'],
    ['onlyThere', 'QG00000009', 'unknown', null],
    ['statusDiffers', 'QG00000003', 'inHand', 'formSent'],
  ]);
  const { sides, items } = await read();
  expect(sides).toEqual([
    { direction: 'in', there: 1, here: 0, overdueThere: 0, overdueHere: 0 },
    { direction: 'out', there: 3, here: 3, overdueThere: 1, overdueHere: 0 },
  ]);
  const { steward_id: steward } = await transferOf(db, 'OUT2026060003');
  const owners = new Map(items.map(({ kind, owner }) => [kind, owner.id]));
  expect([owners.get('statusDiffers'), owners.get('onlyThere')]).toEqual([steward, office.staff.manager]);
  expect((await listImportLines(db, brought.id, { after: 0, limit: 10 })).items.at(-1)?.warnings).toMatchObject([
    { field: '状态', code: 'platformStatus' },
  ]);
});

test('the same file again changes nothing, and no person stands in clear', async () => {
  const before = await sql<object>`select * from platform_differences order by id`.execute(db);
  expect(await bring(...LIST)).toMatchObject({ unchanged: 4, accepted: 0, changed: 0 });
  expect((await sql<object>`select * from platform_differences order by id`.execute(db)).rows).toEqual(before.rows);
  const { 姓名, 公民身份号码 } = listed(1);
  const { rows } = await sql<{ row: string }>`select platform_rows::text as row from platform_rows`.execute(db);
  expect(rows.some(({ row }) => row.includes(姓名!) || row.includes(公民身份号码!))).toBe(false);
});

test('the next day’s list goes on with what still differs, ends what does not, and leaves the day before as it was told', async () => {
  await standClockAt(db, '2026-11-23T10:00:00+08:00');
  const monday = (row: Row, changes: Row): Row => ({ ...row, 统计日期: '2026-11-23', ...changes });
  await bring(
    monday(LIST[0]!, { 在途天数: '9' }),
    monday(LIST[1]!, { 在途天数: '10', 状态: '信息表已发送' }),
    monday(LIST[3]!, { 在途天数: '9' }),
    monday(listed(2), { 在途天数: '9' }),
  );
  expect(await told()).toEqual([
    ['daysDiffer', 'QG00000003', '10', '9'],
    ['onlyThere', 'QG00000009', 'unknown', null],
  ]);
  expect((await read()).items.map(({ firstOn }) => firstOn)).toEqual(['2026-11-20', '2026-11-20']);
  expect((await told('2026-11-22')).map(([kind]) => kind)).toEqual([
    'closedLongAgo',
    'daysDiffer',
    'onlyHere',
    'onlyThere',
    'statusDiffers',
  ]);
  expect((await read('2026-11-19')).listedOn).toBeNull();
});

test('a list that is older than the newest is kept and not compared', async () => {
  const before = await told();
  const { id } = await bring(listed(1), listed(8));
  const lines = (await listImportLines(db, id, { after: 0, limit: 10 })).items;
  expect(lines.map(({ result, warnings }) => [result, ...warnings.map(({ code }) => code)])).toEqual([
    ['unchanged', 'olderList'],
    ['accepted', 'olderList'],
  ]);
  expect(await told()).toEqual(before);
});

test('rows are refused one by one, each with everything that is wrong with it', async () => {
  const { id, accepted } = await bring(
    listed(1, {
      业务方向: '转移',
      到达时间: '2026-11-21 08:00:00',
      在途天数: '十',
      是否超期: '也许',
      对方行政区划: '33',
      公民身份号码: '1',
    }),
    listed(6, { 统计日期: '2026-12-01' }),
    listed(7),
    listed(7),
  );
  expect(accepted).toBe(1);
  const found = (await listRefusals(db, id)).map(({ line, field, code }) => `${String(line)} ${field} ${code}`);
  expect(found.sort()).toEqual([
    '2 业务方向 platformDirection',
    '2 公民身份号码 length',
    '2 到达时间 arrivalAfterList',
    '2 在途天数 count',
    '2 对方行政区划 areaCode',
    '2 是否超期 platformOverdue',
    '3 统计日期 future',
    '5 业务流水号 repeated',
  ]);
});

describe('the clock of a transfer-out', () => {
  const clockOf = async (caseNo: string) => {
    const { id } = await transferOf(db, caseNo);
    const { rows } = await sql<object>`select office_date(accepted_at)::text as received, due_on::text as due
      from transfers t join steps on steps.transfer_id = t.id and steps.closed_at is null where t.id = ${id}`.execute(
      db,
    );
    return rows[0];
  };
  const late = (number: number, 到达时间: string): Row => listed(number, { 统计日期: '2026-11-23', 到达时间 });

  test('begins when its letter arrived on the platform, and says so in its history', async () => {
    expect(await clockOf('OUT2026060001')).toEqual({ received: '2026-11-10', due: '2026-12-01' });
    const { id } = await bring(late(1, '2026-11-06 16:00:00'));
    expect(await clockOf('OUT2026060001')).toEqual({ received: '2026-11-06', due: '2026-11-27' });
    expect((await listImportLines(db, id, { after: 0, limit: 1 })).items).toMatchObject([
      { result: 'changed', warnings: [{ code: 'clockMoved' }] },
    ]);
    expect(await factsOf(db, (await transferOf(db, 'OUT2026060001')).id)).toContain('2026-11-23 corrected');
    expect(await bring(late(1, '2026-11-06 16:00:00'))).toMatchObject({ unchanged: 1 });
  });

  test('stays as it was when form or money had left before', async () => {
    const { id } = await bring(late(3, '2026-11-18 16:00:00'));
    expect((await listImportLines(db, id, { after: 0, limit: 1 })).items).toMatchObject([
      { warnings: [{ code: 'arrivalAfterAnswer' }] },
    ]);
    expect(await clockOf('OUT2026060003')).toMatchObject({ received: '2026-11-10' });
  });

  test('moves into a month that was told only when a second person confirms', async () => {
    await recordLogin(db, { officeId: office.officeId, staffId: office.staff.finance, succeeded: true });
    const brought = await bring(late(2, '2026-10-12 09:00:00'));
    expect(brought).toMatchObject({ refused: 1, heldRows: 1 });
    expect(await clockOf('OUT2026060002')).toMatchObject({ received: '2026-11-10' });
    await confirmHeld(db, office, brought.id);
    expect(await clockOf('OUT2026060002')).toEqual({ received: '2026-10-12', due: '2026-11-02' });
  });

  test('begins now when the platform’s clock runs ahead of ours, and the row is kept', async () => {
    await takeIn(db, office, 'ledgerOut', [ledgerOutRow(11, OPEN)]);
    const { id } = await bring(late(11, '2026-11-23 10:20:00'));
    expect((await listImportLines(db, id, { after: 0, limit: 1 })).items).toMatchObject([
      { result: 'accepted', warnings: [{ code: 'clockMoved' }] },
    ]);
    expect(await clockOf('OUT2026060011')).toEqual({ received: '2026-11-23', due: '2026-12-14' });
    const { accepted_at: acceptedAt } = await transferOf(db, 'OUT2026060011');
    expect(acceptedAt.toISOString()).toBe('2026-11-23T02:00:00.000Z');
    const { rows } = await sql<{ at: Date }>`select arrived_at as at from platform_rows
      where serial = ${late(11, '')['业务流水号']!}`.execute(db);
    expect(rows[0]?.at.toISOString()).toBe('2026-11-23T02:20:00.000Z');
  });

  test('leaves nothing that the checker would complain of', async () => {
    expect(await checkInvariants({ databaseUrl: url })).toEqual([]);
  });
});
