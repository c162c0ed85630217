import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportKind } from '../../db/imported/files.ts';
import { startImportRunner, type ImportRunner } from '../../imports/run-import.ts';
import { createLogger } from '../../observability/logger.ts';
import { csvFile, type Row } from '../builders/files.ts';
import { COUNTERPART_ROWS, standInNovember2026 } from '../builders/imports.ts';
import { ledgerInRow } from '../builders/ledgers.ts';
import { testKeyring } from '../builders/office.ts';
import { oldOffice, sheetOf, workbookFile } from '../builders/workbook.ts';
import { fieldsOf, startApi, type Answer, type Caller, type TestApi } from '../support/api.ts';
import { eventually } from '../support/eventually.ts';

let api: TestApi;
let runner: ImportRunner;
let manager: Caller;
beforeAll(async () => {
  api = await startApi();
  await standInNovember2026(api.db);
  const logger = createLogger({ level: 'info', process: 'test', destination: { write: (line) => api.log.push(line) } });
  runner = startImportRunner({ db: api.db, keyring: testKeyring, logger, pollMs: 100 });
  manager = await api.as('manager');
});
afterAll(async () => {
  await runner.stop();
  await api.stop();
});

function upload(who: Caller, kind: string, file: Uint8Array | readonly Row[]): Promise<Answer> {
  const body = new FormData();
  body.set('kind', kind);
  body.set('file', new Blob([Buffer.from(file instanceof Uint8Array ? file : csvFile(file))]), 'file.csv');
  return who.raw('/imports', { method: 'POST', body });
}

/** Taken in and worked off. */
async function done(kind: ImportKind, file: Uint8Array | readonly Row[]) {
  const answer = await upload(manager, kind, file);
  expect(answer.status).toBe(202);
  const address = answer.headers.get('Location')!;
  return eventually(async () => {
    const { body } = await manager.get(address);
    return body.state === 'done' || body.state === 'failed' ? body : false;
  });
}

test('a file is taken at once, worked off, and read line by line', async () => {
  await done('counterparts', COUNTERPART_ROWS);
  const rows = [
    ledgerInRow(1),
    ledgerInRow(2, { 公民身份号码: '', 姓名: '' }),
    ledgerInRow(3, { 第1次退回原因: 'Z99', 第1次退回日期: '2026-05-20' }),
  ];
  const taken = await done('ledgerIn', rows);
  expect(taken).toMatchObject({
    state: 'done',
    linesTotal: 3,
    linesDone: 3,
    accepted: 1,
    refused: 2,
    unchanged: 0,
    changed: 0,
  });
  const first = await manager.get(`/imports/${taken.id}/lines?limit=2`);
  expect(first.body.items.map(({ line, result }: { line: number; result: string }) => [line, result])).toEqual([
    [2, 'accepted'],
    [3, 'refused'],
  ]);
  const second = await manager.get(`/imports/${taken.id}/lines?limit=2&after=${first.body.next}`);
  expect(second.body).toMatchObject({ items: [{ line: 4, result: 'refused' }], next: null });
  expect((await manager.get('/imports?limit=1')).body.items).toMatchObject([{ id: taken.id }]);
  const transfer = await manager.get(`/transfers/${first.body.items[0].transferId}`);
  expect(transfer.body).toMatchObject({ caseNo: 'IN20260500001', closing: 'completed', imported: true });
});

test('when a file came, and when it was worked off, is told in the time of the office', async () => {
  const { createdAt, finishedAt } = await done('counterparts', COUNTERPART_ROWS);
  const { officeNow } = (await manager.get('/clock')).body;
  const minutes = [createdAt, finishedAt].map((at) => Math.abs(Date.parse(at) - Date.parse(officeNow)) / 60_000);
  expect(Math.max(...minutes)).toBeLessThan(5);
});

test('refusals come as JSON and as a table for a spreadsheet, and never with the value', async () => {
  const bad = ledgerInRow(4, { 公民身份号码: '110102199001011235', 实到金额: '=1+1' });
  const { id } = await done('ledgerIn', [bad]);
  const json = await manager.get(`/imports/${id}/refusals`);
  expect(json.body.items.map(({ line, field }: { line: number; field: string }) => [line, field])).toEqual([
    [2, '公民身份号码'],
    [2, '实到金额'],
  ]);
  const byQuery = await manager.get(`/imports/${id}/refusals?format=csv`);
  expect(byQuery.headers.get('Content-Type')).toMatch(/^text\/csv/);
  expect(byQuery.headers.get('Content-Disposition')).toMatch(/attachment/);
  const byHeader = await manager.raw(`/imports/${id}/refusals`, { headers: { Accept: 'text/csv' } });
  expect(byHeader.text).toBe(byQuery.text);
  expect(byQuery.text.split('\r\n')).toHaveLength(4);
  for (const text of [json.text, byQuery.text]) expect(text).not.toMatch(/110102199001011235|=1\+1/);
});

test.each([
  ['nothing', new Uint8Array(), 'emptyFile'],
  ['a workbook that is cut off', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0, 8, 0]), 'zip'],
  ['an old spreadsheet', oldOffice('Workbook'), 'spreadsheet'],
  ['a workbook with a password', oldOffice('EncryptedPackage'), 'password'],
  ['a workbook with macros', workbookFile([], { more: { 'xl/vbaProject.bin': new Uint8Array(9) } }), 'macro'],
  ['a zip of a zip', zipSync({ 'a.zip': zipSync({ 'b.csv': new Uint8Array(9) }) }), 'zipInZip'],
  ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]), 'picture'],
  ['a picture of the screen', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'picture'],
  ['a photo as telephones keep it', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'picture'],
  ['a scan', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), 'picture'],
  ['bytes that are no text', Buffer.from(Array.from({ length: 400 }, (_, index) => index % 4)), 'notText'],
])('%s is refused at once', async (_, file, code) => {
  const answer = await upload(manager, 'ledgerIn', file);
  expect(answer.status).toBe(415);
  expect(answer.body.type).toBe('/problems/unsupported-file');
  expect(fieldsOf(answer)).toEqual([`file: ${code}`]);
});

test('a workbook is taken like a CSV, and each cell that was read otherwise is told with its line', async () => {
  const book = workbookFile([sheetOf([ledgerInRow(31), ledgerInRow(32, { 受理日期: '2026/5/11' })])]);
  const taken = await done('ledgerIn', book);
  expect(taken).toMatchObject({ state: 'done', accepted: 2, refused: 0, warnings: [] });
  const { body } = await manager.get(`/imports/${taken.id}/lines`);
  expect(body.items.map(({ warnings }: { warnings: unknown }) => warnings)).toEqual([
    [],
    [{ field: '受理日期', code: 'dateWritten', message: 'Written in another way, read as 2026-05-11.' }],
  ]);
  expect(await done('ledgerIn', [ledgerInRow(32), ledgerInRow(31)])).toMatchObject({ unchanged: 2 });
});

test('a file that is cut off or has a stray quote gives what can be read', async () => {
  const whole = Buffer.from(csvFile([ledgerInRow(21), ledgerInRow(22)], { encoding: 'utf8-bom' }));
  expect(await done('ledgerIn', whole.subarray(0, whole.length - 60))).toMatchObject({
    state: 'done',
    accepted: 1,
    refused: 1,
  });
  const quoted = Buffer.from(whole.toString('utf8').replace('IN20260500022', 'IN"20260500022'));
  expect(await done('ledgerIn', quoted)).toMatchObject({ state: 'done', unchanged: 1, refused: 1 });
});

test('an unknown kind, a missing file and an unknown import are told by name', async () => {
  expect(fieldsOf(await upload(manager, 'secrets', [ledgerInRow(5)]))).toEqual(['kind: unknownValue']);
  const body = new FormData();
  body.set('kind', 'ledgerIn');
  expect((await manager.raw('/imports', { method: 'POST', body })).status).toBe(422);
  const unknown = '00000000-0000-4000-8000-000000000000';
  for (const path of ['', '/lines', '/refusals'])
    expect((await manager.get(`/imports/${unknown}${path}`)).status).toBe(404);
});

test('who is not trusted with files gets none in and reads none', async () => {
  const clerk = await api.as('clerk');
  expect((await upload(clerk, 'ledgerIn', [ledgerInRow(6)])).status).toBe(403);
  expect((await clerk.get('/imports')).status).toBe(403);
  expect((await upload(await api.as('finance'), 'counterparts', COUNTERPART_ROWS)).status).toBe(202);
});

test('the log names imports, and nobody in them', () => {
  const log = api.log.join('\n');
  expect(log).toContain('import.ended');
  expect(log).not.toMatch(new RegExp([1, 2, 3, 4].map((number) => ledgerInRow(number)['姓名']).join('|')));
});
