/** A sheet of the bureau as a file: what was told, version by version, and the same numbers as on its paper. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatYuan } from '../../domain/money/money.ts';
import { bytesOf, makeNext, rowsIn } from '../builders/exported.ts';
import { livedIn, type LivedInOffice } from '../builders/lived-in-office.ts';
import { standClockAt } from '../builders/office-clock.ts';
import { walk } from '../builders/walk.ts';
import { aKey, fieldsOf, startApi, type Caller, type TestApi } from '../support/api.ts';
import { textOf } from '../support/pdf.ts';

let api: TestApi;
let manager: Caller;
let lived: LivedInOffice;
beforeAll(async () => {
  api = await startApi();
  await standClockAt(api.db, '2026-06-10T10:00:00+08:00');
  lived = await livedIn(api.db, api.office);
  manager = await api.as('manager');
});
afterAll(() => api.stop());

type Cells = Record<string, string>;
const TITLES = ['月份', '版本', '统计截至', '项目', '转入', '转出', '转入金额', '转出金额'];

const makeSheet = async (reason?: string): Promise<string> =>
  (await manager.post('/monthly-sheets', { month: '2026-06', ...(reason && { reason }) }, aKey())).body.id;

const ask = (what: string, filter: Record<string, string>, format = 'xlsx') =>
  manager.post('/exports', { what, filter, format });

async function fileOf(what: string, filter: Record<string, string>, format = 'xlsx'): Promise<Buffer> {
  const { status, body } = await ask(what, filter, format);
  expect(status).toBe(202);
  await makeNext(api.db, api.ask);
  return bytesOf(api.db, body.id);
}

async function paperOf(id: string): Promise<string> {
  const printed = await manager.post(`/monthly-sheets/${id}/documents`);
  const answer = await manager.fetched(`/documents/${printed.body.id as string}/file`);
  return textOf(new Uint8Array(await answer.arrayBuffer()));
}

/** As the paper writes a line: its words, then both numbers, sums in groups of three digits, shares and means with their decimals. */
function lineOf({
  项目: label = '',
  转入: into = '',
  转出: out = '',
  转入金额: fenIn = '',
  转出金额: fenOut = '',
}: Cells): string {
  if (fenIn !== '') return [label, sum(fenIn), sum(fenOut)].join('');
  const decimals = /占比/.test(label) ? 2 : /^平均/.test(label) ? 1 : 0;
  const shown = (cell: string): string => (/^[\d.]+$/.test(cell) ? Number(cell).toFixed(decimals) : cell);
  return [label, shown(into), shown(out)].join('');
}

const sum = (yuan: string): string => formatYuan(Math.round(Number(yuan) * 100), { grouped: true });

let first: string;
let told: Cells[];

test.each(['xlsx', 'csvUtf8'])('as %s each line has the numbers of the paper', async (format) => {
  first ??= await makeSheet();
  told = await rowsIn(await fileOf('readMonthlySheet', { id: first }, format), TITLES);
  const [gaps, lines] = [told.slice(-4), told.slice(0, -4)];
  const paper = await paperOf(first);
  expect(lines.map(lineOf).filter((line) => !paper.includes(line))).toEqual([]);
  expect(lines.find((row) => row['项目'] === '＝月末在途')).toMatchObject({ 转入: '3', 转出: '0' });
  const account = lines.find((row) => row['项目'] === '办结业务的个人账户资金（元）')!;
  expect([account['转入'], Number(account['转入金额']) > 0]).toEqual(['', true]);
  // What nobody knows is said as on paper, and is no zero.
  expect(lines.find((row) => row['项目'] === '联系函邮寄')).toMatchObject({ 转入: '2', 转出: '尚未登记' });
  expect(gaps.map((row) => [row['转入'], row['转出']])).toEqual(Array(4).fill(['尚未登记', '尚未登记']));
  for (const gap of gaps) expect(paper).toContain(gap['项目']);
  expect(new Set(told.map((row) => [row['月份'], row['版本'], row['统计截至']].join(' ')))).toEqual(
    new Set(['2026-06 1 2026-06-10']),
  );
});

test('a later version is a file of its own, and the first says what it said, whatever has happened since', async () => {
  await walk(api.db, api.office, lived.transfers.waiting).say('clerk', {
    kind: 'closedWithoutTransfer',
    reasonCode: 'L06',
  });
  const second = await makeSheet('口径有误');
  const later = await rowsIn(await fileOf('readMonthlySheet', { id: second }), TITLES);
  expect(later.find((row) => row['项目'] === '＝月末在途')).toMatchObject({ 版本: '2', 转入: '2' });
  expect(await rowsIn(await fileOf('readMonthlySheet', { id: first }, 'csvUtf8'), TITLES)).toEqual(told);
});

test('the cases behind a number of it go out as they were counted', async () => {
  const asked = { direction: 'in', figure: 'inTransit' };
  const file = await fileOf('listMonthlySheetItems', { id: first, ...asked });
  const { items } = (await manager.get(`/monthly-sheets/${first}/items?${new URLSearchParams(asked).toString()}`)).body;
  const rows = await rowsIn(file, ['业务编号', '时间', '内容', '金额']);
  expect(rows.map((row) => row['业务编号'])).toEqual(items.map(({ caseNo }: { caseNo: string }) => caseNo));
  expect(rows).toHaveLength(3);
});

test('which sheet is meant has to be said, and it has to be one', async () => {
  expect(fieldsOf(await ask('readMonthlySheet', {}))).toEqual(['filter.id: missing']);
  expect(fieldsOf(await ask('readMonthlySheet', { id: 'x/../y' }))).toEqual(['filter.id: form']);
  expect(fieldsOf(await ask('readMonthlySheet', { id: first, month: '2026-06' }))).toEqual([
    'filter.month: unknownParameter',
  ]);
  expect((await ask('readMonthlySheet', { id: api.office.staff.manager })).status).toBe(404);
  const clerk = await api.as('clerk');
  const asked = await clerk.post('/exports', { what: 'readMonthlySheet', filter: { id: first }, format: 'xlsx' });
  expect(asked.status).toBe((await clerk.get(`/monthly-sheets/${first}`)).status === 200 ? 202 : 403);
});
